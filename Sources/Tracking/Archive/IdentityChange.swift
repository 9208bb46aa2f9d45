/// A value that changes rarely, written down when it does: an event, not a column.
public struct IdentityChange: Hashable, Sendable {
    public enum Field: UInt8, Hashable, Sendable, CaseIterable {
        case callsign = 0
        /// Four octal digits.
        case squawk = 1
        /// readsb's form: A0…D7.
        case category = 2
        /// readsb's words: none general lifeguard minfuel nordo unlawful downed reserved.
        case emergency = 3
        /// As the list or import said it; claimed, never observed.
        case registration = 4
        case typeCode = 5
    }

    public let aircraft: ArchivedAircraft
    public internal(set) var milliseconds: Int64
    public let field: Field
    /// Printable ASCII, at most 32 characters; empty: no longer told.
    public let value: String

    public init?(_ aircraft: ArchivedAircraft, at milliseconds: Int64, _ field: Field, _ value: String) {
        guard value.utf8.count <= 32, value.utf8.allSatisfy({ (32..<127).contains($0) }) else { return nil }
        self.aircraft = aircraft
        self.milliseconds = milliseconds
        self.field = field
        self.value = value
    }
}
