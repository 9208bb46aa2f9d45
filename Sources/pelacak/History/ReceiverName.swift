/// What a receiver is called here, as its number in the archive is made of it.
struct ReceiverName: Hashable, Sendable {
    /// The source, for a feeder of a listener with the feeder's name behind it.
    let source: String
    /// The registered feeder; empty for all others.
    let feeder: String

    private init(_ source: String, _ feeder: String) {
        self.source = source
        self.feeder = feeder
    }

    init(source: String) { self.init(source, "") }

    /// A feeder of a listener that is known by a key.
    init(source: String, feeder: String) { self.init(Self.joined(source, feeder), feeder) }

    /// A connection to a listener.
    init(source: String, connection: UInt32) {
        self.init(Self.joined(source, FeederIdentity.shownName(connection: connection)), "")
    }

    init(_ ledger: FeedLedger) { self.init(ledger.source ?? ledger.name, ledger.feeder ?? "") }

    /// The name of a feeder's ledger.
    private static func joined(_ source: String, _ feeder: String) -> String { "\(source) · \(feeder)" }
}
