public import Aero
public import Tracking

/// A part of the past that no rule of keeping deletes: an aircraft, an area, a time, or all of these together.
public struct HistoryPin: Hashable, Sendable {
    /// By which it is taken away again; 0 before it is kept.
    public var number: Int64
    /// `nil`: every aircraft.
    public var aircraft: ArchivedAircraft?
    /// `nil`: everywhere.
    public var area: ArchiveArea?
    /// `nil`: from ever.
    public var from: Timestamp?
    /// `nil`: for ever.
    public var to: Timestamp?
    public var reason: String
    /// Who asked for it.
    public var who: String
    /// When it was kept; `nil` before it is.
    public var made: Timestamp?

    public init(
        number: Int64 = 0,
        aircraft: ArchivedAircraft? = nil,
        area: ArchiveArea? = nil,
        from: Timestamp? = nil,
        to: Timestamp? = nil,
        reason: String,
        who: String,
        made: Timestamp? = nil
    ) {
        self.number = number
        self.aircraft = aircraft
        self.area = area
        self.from = from
        self.to = to
        self.reason = reason
        self.who = who
        self.made = made
    }
}

/// What may stand as reason and name of a pin.
public enum PinText {
    /// One line of 1 to 200 characters.
    public static func isFit(_ text: String) -> Bool {
        (1...200).contains(text.unicodeScalars.count) && text.utf8.count <= 800
            && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
}
