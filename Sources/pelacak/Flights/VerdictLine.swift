import Aero
import Flights
import Tracking

/// What was said of a silence from a time on, as a line of `DATA/coverage/REALM.verdicts.jsonl`.
struct VerdictLine: Codable, Sendable {
    /// Hexadecimal, with `~` where it is none of ICAO's.
    let aircraft: String
    let kind: UInt8
    /// Milliseconds since 1970 at which it was heard last before.
    let from: Int64
    /// Likewise: since when it is said.
    let judged: Int64
    let said: String
    let off: Double

    init(_ label: GapLabel, _ silence: VerdictLog.Silence) {
        aircraft = silence.aircraft.address.hex
        kind = silence.aircraft.kind.rawValue
        from = silence.from
        judged = label.judgedAt.milliseconds
        said = label.gapClass.rawValue
        off = label.offAtLeast
    }

    /// `nil` where it is not of this form.
    var content: (silence: VerdictLog.Silence, label: GapLabel)? {
        guard let address = AircraftAddress(aircraft), let kind = ArchivedAircraft.Kind(rawValue: kind),
            let gapClass = GapClass(rawValue: said), (0...1).contains(off),
            (-VerdictLog.farthest...VerdictLog.farthest).contains(judged)
        else { return nil }
        let label = GapLabel(
            gapClass: gapClass,
            offAtLeast: off,
            judgedAt: Timestamp(nanoseconds: judged * 1_000_000)
        )
        return (VerdictLog.Silence(aircraft: ArchivedAircraft(address, kind: kind), from: from), label)
    }
}
