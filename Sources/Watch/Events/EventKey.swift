public import Aero

/// The place of an event in the total order: time, then aircraft, kind and number.
public struct EventKey: Hashable, Comparable, Sendable {
    public let time: Timestamp
    public let aircraft: AircraftAddress
    public let kind: EventKind
    public let id: UInt64

    public init(time: Timestamp, aircraft: AircraftAddress, kind: EventKind, id: UInt64) {
        self.time = time
        self.aircraft = aircraft
        self.kind = kind
        self.id = id
    }

    public static func < (left: EventKey, right: EventKey) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.aircraft != right.aircraft { return left.aircraft < right.aircraft }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return left.id < right.id
    }
}
