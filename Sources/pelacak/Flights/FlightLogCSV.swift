import Aero
import Flights
import Foundation
import Site
import Tracking

/// The flights of one aircraft as CSV: a line of names, then a line for each leg, what happened within it, stop, silence and explanation
/// of a silence. Empty is "not known"; words are those of the interface, whatever the language.
///
/// - Source: docs/flights.md, "The log as CSV"; RFC 4180 with a line feed alone.
struct FlightLogCSV {
    let account: FlightAccount
    let verdicts: [Timestamp: GapVerdict]
    let realm: ArchiveRealm
    let book: any AddressBook

    static let columns =
        ["realm", "hex", "registration", "type", "record", "number", "detail", "probability", "callsigns"]
        + ["from", "to"].flatMap { end in
            ["known", "earliest", "latest", "airport", "share", "others", "runway"].map { "\(end)_\($0)" }
        } + ["licences", "credits", "marks"]

    /// What an end of a line is made of.
    private struct End {
        var known: Knowing?
        var span: Span?
        var fields: [FieldChance] = []
        var runway: String?
    }

    /// All of it, with a line feed at its end.
    func text() -> String {
        var lines = [Self.columns.joined(separator: ",")]
        for (index, leg) in account.legs.enumerated() { lines += self.lines(leg, index + 1) }
        for (index, stop) in account.stops.enumerated() {
            let fields = account.fields(of: stop)
            let (from, to) = (
                End(known: stop.knowing, span: stop.arrival, fields: fields),
                End(known: stop.knowing, span: stop.departure, fields: fields)
            )
            lines.append(line("stop", index + 1, stop.kind.rawValue, from: from, to: to))
        }
        for (index, gap) in account.gaps.enumerated() { lines += self.lines(gap, index + 1) }
        if let open = account.silentSince, open.sighting.time < account.asked.upperBound {
            lines.append(silence(account.gaps.count + 1, open, nil))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(_ leg: Leg, _ number: Int) -> [String] {
        let landing = leg.landing.map(Self.end) ?? End()
        let callsigns = account.callsigns(of: leg).joined(separator: " ")
        let own = line("leg", number, leg.isLost ? "lost" : "", callsigns, from: Self.end(leg.takeoff), to: landing)
        return [own]
            + leg.notes.map { note in
                switch note {
                case .touchAndGo(let field, let span): self.note("touch-and-go", number, span, field, nil)
                case .goAround(let field, let runway, let span): self.note("go-around", number, span, field, runway)
                }
            }
            + (leg.diversion.map { [self.note("diverted", number, $0.span, $0.field, nil, $0.knowing)] } ?? [])
    }

    private func note(
        _ word: String,
        _ leg: Int,
        _ span: Span,
        _ field: String?,
        _ runway: String?,
        _ knowing: Knowing = .observed
    ) -> String {
        let fields = field.map { [FieldChance(field: $0, probability: 1)] } ?? []
        return line(
            "note",
            leg,
            word,
            from: End(known: knowing, span: span, fields: fields, runway: runway),
            to: End()
        )
    }

    private func lines(_ gap: Gap, _ number: Int) -> [String] {
        [silence(number, gap.from, gap.to)]
            + gap.hypotheses.map { one in
                let word =
                    switch one.story {
                    case .flewOn: "flew-on"
                    case .stopped: "stopped"
                    case .stoppedElsewhere: "stopped-elsewhere"
                    }
                let (from, to) = (one.landing.map(Self.end) ?? End(), one.takeoff.map(Self.end) ?? End())
                return line("explanation", number, word, probability: one.probability, from: from, to: to)
            }
    }

    private func silence(_ number: Int, _ from: GapEnd, _ to: GapEnd?) -> String {
        let verdict = verdicts[from.sighting.time]
        return line(
            "silence",
            number,
            verdict.map { Self.word($0.gapClass) } ?? "",
            probability: verdict.flatMap { $0.gapClass == .landed ? nil : $0.label.offAtLeast },
            from: Self.end(from),
            to: to.map(Self.end) ?? End()
        )
    }

    private func line(
        _ record: String,
        _ number: Int,
        _ detail: String,
        _ callsigns: String = "",
        probability: Double? = nil,
        from: End,
        to: End
    ) -> String {
        let address = account.aircraft.address
        let cells =
            [
                realm.rawValue, address.hex, book.registration(of: address) ?? "",
                book.typeDesignator(of: address) ?? "",
                record, String(number), detail, probability.map(Self.number) ?? "", callsigns,
            ] + cells(from) + cells(to) + terms
        return cells.map(Self.quoted).joined(separator: ",")
    }

    /// The lists that say what stands in the cells of registration and type.
    private var lists: Set<String> {
        let claimants = book.registered(account.aircraft.address)?.claimants
        return Set([claimants?.registration, claimants?.type].compactMap(\.self))
    }

    /// Under which terms the rows of the log came, and on which operator's list the aircraft stands.
    private var terms: [String] {
        let flags = book.flags(of: account.aircraft.address)
        let marks = [(AircraftFlags.limitedDisplay, "ladd"), (.privacyAddress, "pia")]
        return [
            account.evidence.licences.map(\.rawValue).sorted().joined(separator: " "),
            account.evidence.origins.union(lists).sorted().joined(separator: "; "),
            marks.filter { flags.contains($0.0) }.map(\.1).joined(separator: " "),
        ]
    }

    private func cells(_ end: End) -> [String] {
        let others = end.fields.dropFirst().map { "\($0.field):\(Self.number($0.probability))" }
        return [
            end.known?.rawValue ?? "", end.span.map { TimeText.isoWithFraction($0.earliest) } ?? "",
            end.span.map { TimeText.isoWithFraction($0.latest) } ?? "", end.fields.first?.field ?? "",
            end.fields.first.map { Self.number($0.probability) } ?? "", others.joined(separator: " "),
            end.runway ?? "",
        ]
    }

    private static func end(_ end: LegEnd) -> End {
        End(known: end.knowing, span: end.span, fields: end.fields, runway: end.runway)
    }

    private static func end(_ end: GapEnd) -> End {
        let fields = end.isOnGround ? end.field.map { [FieldChance(field: $0, probability: 1)] } ?? [] : []
        return End(known: .observed, span: Span(at: end.sighting.time), fields: fields)
    }

    private static func number(_ value: Double) -> String { String(format: "%.4f", value) }

    private static func word(_ gapClass: GapClass) -> String {
        switch gapClass {
        case .offLikely: "off-likely"
        case .noCoverage: "no-coverage"
        case .belowHorizon: "below-horizon"
        case .receiverDown: "receiver-down"
        case .landed: "landed"
        case .undetermined: "undetermined"
        }
    }

    /// What a spreadsheet would run is disarmed: such texts come from lists of others.
    private static func quoted(_ cell: String) -> String {
        let isArmed = cell.first.map { "=+-@\t\r".contains($0) } ?? false
        let cell = isArmed && Double(cell) == nil ? "'" + cell : cell
        guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
