public import Aero

/// A callsign from the moment on at which it was heard; empty when it was no longer told.
public struct ToldCallsign: Hashable, Sendable {
    public let callsign: String
    public let time: Timestamp
}
