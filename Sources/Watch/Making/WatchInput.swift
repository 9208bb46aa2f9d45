import Aero
import Tracking

/// One thing that was heard, as it is kept: what is made of it does not depend on whether it comes from the sky or from the archive.
enum WatchInput: Sendable {
    case listening(Bool)
    /// What it was called already when a piece of the archive begins.
    case carried(IdentityChange)
    case name(IdentityChange)
    case row(ArchivedAircraft, Observation, WatchReception)

    /// Where it stands among all: by time, then aircraft, kind and content, so that one set of inputs has one order.
    struct Place: Hashable, Comparable, Sendable {
        let time: Int64
        let aircraft: UInt32
        let kind: UInt8
        let content: UInt64

        static func < (left: Place, right: Place) -> Bool {
            if left.time != right.time { return left.time < right.time }
            if left.aircraft != right.aircraft { return left.aircraft < right.aircraft }
            return (left.kind, left.content) < (right.kind, right.content)
        }
    }

    /// Whose it is; `nil` for what is nobody's.
    var aircraft: AircraftAddress? {
        switch self {
        case .listening: nil
        case .carried(let name), .name(let name): name.aircraft.address
        case .row(let aircraft, _, _): aircraft.address
        }
    }

    func place(at nanoseconds: Int64) -> Place {
        switch self {
        case .listening(let isListening):
            Place(time: nanoseconds, aircraft: 0, kind: 0, content: isListening ? 1 : 0)
        case .carried(let name):
            Place(
                time: nanoseconds,
                aircraft: name.aircraft.address.rawValue,
                kind: 1,
                content: ContentNumber(name).value
            )
        case .name(let name):
            Place(
                time: nanoseconds,
                aircraft: name.aircraft.address.rawValue,
                kind: 2,
                content: ContentNumber(name).value
            )
        case .row(let aircraft, let row, _):
            Place(
                time: nanoseconds,
                aircraft: aircraft.address.rawValue,
                kind: 3,
                content: ContentNumber(row).value
            )
        }
    }
}
