/// What a polled server speaks.
public enum PollFormat: String, Hashable, Sendable, CaseIterable {
    /// The `aircraft.json` of another tracker, the operator's own or a friend's.
    case readsb
    /// The v2 interface that aggregators share.
    case v2
    /// OpenSky's state vectors.
    case openSky = "opensky"

    /// Whether the server belongs to a provider whose terms the operator has to confirm first.
    public var needsConfirmation: Bool { self != .readsb }
}
