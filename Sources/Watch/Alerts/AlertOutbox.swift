/// Where alerts go once a rule has matched: kept first, delivered from there.
public protocol AlertOutbox: Sendable {
    /// Keeps alerts, a delivery for each outlet they name, and the engine's state after them: all of it or nothing.
    ///
    /// Returns when it is on the disk; a match counts as acknowledged then and not before. An alert whose id is kept already is left as
    /// it is and not sent again.
    /// - Parameter engineState: the state to go on from (`WatchEngine.state`); `nil` leaves the one kept before.
    func add(_ alerts: [AlertRecord], engineState: [UInt8]?) async throws(AlertOutboxError)

    /// The state given last; `nil` when there was none yet.
    func engineState() async throws(AlertOutboxError) -> [UInt8]?
}
