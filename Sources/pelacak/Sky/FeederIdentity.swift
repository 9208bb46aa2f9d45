import Feeds
import Tracking

/// One feeder of a listener: registered and known by its name whenever it comes back, or a connection.
struct FeederIdentity: Hashable, Sendable {
    let source: FeedID
    let name: String?
    let connection: UInt32

    /// What one that showed no key is called.
    static func shownName(connection: UInt32) -> String { "feeder \(connection)" }

    /// `nil` for a source that has one connection only.
    init?(_ batch: FeedBatch, of source: FeedID) {
        guard batch.connection != 0 || batch.feeder != nil else { return nil }
        self.source = source
        name = batch.feeder
        connection = batch.feeder == nil ? batch.connection : 0
    }
}
