import Hummingbird
import Logging
import NIOCore

/// What a request knows of its connection.
struct SiteContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }

    /// The address of the other side, for counting; empty when it has none.
    var remoteAddress: String { channel.remoteAddress?.ipAddress ?? "" }
}
