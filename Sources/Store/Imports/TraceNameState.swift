import Aero
import ModeS
import Tracking

/// What an aircraft called itself so far in a trace, and what of it is not given out yet.
struct TraceNameState {
    /// Whether the rows with no position have begun.
    var isInUnlocated = false

    private var current: [String?] = Array(repeating: nil, count: fields.count)
    private var given: [String?] = Array(repeating: nil, count: fields.count)

    /// The fields by the words our own exports use; the order is that of their numbers.
    static let fields: [(field: IdentityChange.Field, name: String)] = [
        (.callsign, "callsign"), (.squawk, "squawk"), (.category, "category"), (.emergency, "emergency"),
        (.registration, "registration"), (.typeCode, "type"),
    ]

    static func field(_ name: String) -> IdentityChange.Field? { fields.first { $0.name == name }?.field }
    static func name(_ field: IdentityChange.Field) -> String {
        fields.first { $0.field == field }?.name ?? ""
    }

    mutating func begin(registration: String?, typeCode: String?) {
        current[4] = registration
        current[5] = typeCode
    }

    mutating func take(_ report: ClaimedReport) {
        if let callsign = report.callsign { current[0] = callsign }
        if let squawk = report.squawk { current[1] = squawk.description }
        if let category = report.category { current[2] = category.description }
        // That there is no emergency is news only after one.
        if let emergency = report.emergencyState, emergency != .none || current[3] != nil {
            current[3] = emergency.readsbName
        }
    }

    /// Gives out what changed.
    mutating func give(_ aircraft: ArchivedAircraft, at time: Int64, into names: inout [IdentityChange]) {
        guard current != given else { return }
        for (index, field) in Self.fields.enumerated() where current[index] != given[index] {
            guard let value = current[index], let change = IdentityChange(aircraft, at: time, field.field, value)
            else { continue }
            names.append(change)
        }
        given = current
    }
}
