import Aero
import Hummingbird
import Logging
import NIOCore

/// What a request knows of its connection.
struct SiteContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger
    /// Who asks; set when the request was let in.
    var visitor = Visitor()

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }

    /// Who is counted as one; `nil` when the connection has no address.
    var countedAddress: InternetAddress? { visitor.address?.counted }
}
