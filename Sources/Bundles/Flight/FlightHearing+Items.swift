import Aero
import Flights

/// Written form: `base/hearing.json` says whether it is told, and but for the sums all of what silences are judged by; these, uptimes, and since
/// when it is learned lie in `base/coverage.pcvl`, as the program keeps them itself. Listeners are numbers from 1 on, of this bundle alone.
extension FlightHearing {
    /// Whether it is told who hears what, and what silences are judged by beside the sums.
    public static let item = "base/hearing.json"
    /// Sums of who is heard where, and uptimes.
    public static let coverageItem = "base/coverage.pcvl"

    private static let learned = "learned"

    /// The document, and the sums where there are any.
    var bytes: (document: [UInt8], coverage: [UInt8]?) {
        guard case .told(let basis, let unheard) = self else {
            let why: Untold = if case .untold(let why) = self { why } else { .notTold }
            return (VisitInputs.document(.members(["standing": .string(why.rawValue)])), nil)
        }
        let learned = basis.learned
        let numbers = basis.listenerNumbers
        let value = CanonicalJSON.members([
            "standing": .string(Self.learned), "transponder": .string(basis.kind.name),
            "judged": CanonicalJSON(basis.judgedAt),
            "receivers": .array(
                numbers.compactMap { number in
                    guard let listener = Listener(number: number, kind: .feed),
                        let receivers = learned.roster.receivers(behind: listener)
                    else { return nil }
                    return .array([
                        CanonicalJSON(Int(number)), .array(receivers.sorted().map { CanonicalJSON(Int($0)) }),
                    ])
                }
            ),
            "areas": .array(
                learned.coverage.areas.sorted { $0.key < $1.key }.compactMap { number, area in
                    guard case .halfDegrees(let covered) = area else { return nil }
                    return .array([
                        CanonicalJSON(Int(number)), .array(covered.sorted().map { CanonicalJSON(Int($0)) }),
                    ])
                }
            ),
            "passes": .array(basis.passes.map(Self.value)),
            "unheard": .object(unheard.mapValues { .number($0) }),
        ])
        let sums = CoverageLearner(coverage: learned.coverage, uptimes: learned.uptimes, learned: learned.learned)
        return (VisitInputs.document(value), sums.bytes())
    }

    private static func value(_ pass: Pass) -> CanonicalJSON {
        let cell = pass.cell
        return .array([
            CanonicalJSON(pass.entered), CanonicalJSON(pass.left), CanonicalJSON(cell.row), CanonicalJSON(cell.column),
            CanonicalJSON(Int(cell.band.rawValue)), CanonicalJSON(cell.block), CanonicalJSON(Int(pass.kind.rawValue)),
            .array(pass.heardBy.map { CanonicalJSON(Int($0.number)) }), .boolean(pass.isHeardByTheseAlone),
        ])
    }
}

// MARK: - Reading
extension FlightHearing {
    /// Whether a document says that there are sums beside it.
    static func isTold(_ document: [UInt8]) throws(CanonicalJSONError) -> Bool {
        try CanonicalFields(VisitInputs.value(document), "hearing").string("standing") == learned
    }

    /// What stories are weighed by is told by the document without the sums.
    static func unheardAlone(_ document: [UInt8]) throws(CanonicalJSONError) -> [String: Double] {
        let value = try VisitInputs.value(document)
        try CanonicalJSON.compare(VisitInputs.document(value), with: document)
        return try unheard(CanonicalFields(value, "hearing"))
    }

    /// Reads it back, as it would be written and not otherwise.
    ///
    /// - Parameters:
    ///   - coverage: where the document says that there is some.
    ///   - aircraft: whose passes they are.
    init(
        reading document: [UInt8],
        coverage: [UInt8]?,
        of aircraft: AircraftAddress
    ) throws(CanonicalJSONError) {
        let fields = try CanonicalFields(VisitInputs.value(document), "hearing")
        if let coverage {
            self = .told(
                try Self.basis(fields, coverage, aircraft),
                unheard: try Self.unheard(fields)
            )
        } else {
            self = .untold(try fields.choice("standing"))
        }
        try CanonicalJSON.compare(bytes.document, with: document)
    }

    private static func basis(
        _ fields: CanonicalFields,
        _ bytes: [UInt8],
        _ aircraft: AircraftAddress
    ) throws(CanonicalJSONError) -> SilenceBasis {
        guard let kind = TransponderKind.allCases.first(where: { CanonicalJSON($0.name) == fields["transponder"] })
        else { throw fields.wrong("transponder") }
        let sums: CoverageLearner
        do throws(CoverageBytesError) { sums = try CoverageLearner(bytes: bytes) } catch {
            throw .member("coverage")
        }
        // What was read is written again: nothing lies in it that is not looked at.
        guard let learned = sums.learned, sums.bytes() == bytes else { throw .member("coverage") }
        var coverage = sums.coverage
        for entry in try fields.array("areas", most: FlightHearingLimits.listeners) {
            let (number, covered) = try pair(entry, most: FlightHearingLimits.halfDegrees, fields, "areas")
            guard covered.allSatisfy({ $0 < FlightHearingLimits.halfDegrees }) else { throw fields.wrong("areas") }
            coverage.areas[number] = .halfDegrees(Set(covered.map { UInt32($0) }))
        }
        var roster = ListenerRoster()
        for entry in try fields.array("receivers", most: FlightHearingLimits.listeners) {
            let (number, receivers) = try pair(entry, most: FlightHearingLimits.listeners, fields, "receivers")
            guard let listener = Listener(number: number, kind: .feed) else { throw fields.wrong("receivers") }
            roster.set(Set(receivers.map { UInt64($0) }), of: listener)
        }
        let passes = try fields.array("passes", most: FlightHearingLimits.passes).map {
            entry throws(CanonicalJSONError) in
            guard let pass = pass(entry, aircraft) else { throw fields.wrong("passes") }
            return pass
        }
        let basis = SilenceBasis(
            LearnedCoverage(coverage: coverage, uptimes: sums.uptimes, roster: roster, learned: learned),
            passes: passes,
            kind: kind,
            judgedAt: try fields.time("judged")
        )
        guard FlightHearingLimits.fits(basis) else { throw fields.wrong("passes") }
        return basis
    }

    /// `[listener, [numbers]]`.
    private static func pair(
        _ value: CanonicalJSON,
        most: Int,
        _ fields: CanonicalFields,
        _ member: String
    ) throws(CanonicalJSONError) -> (UInt32, [Int]) {
        guard case .array(let parts) = value, parts.count == 2, let number = whole(parts[0], below: Int(UInt32.max)),
            case .array(let values) = parts[1], values.count <= most
        else { throw fields.wrong(member) }
        let numbers = values.compactMap { whole($0, below: Int(UInt32.max)) }
        guard numbers.count == values.count else { throw fields.wrong(member) }
        return (UInt32(number), numbers)
    }

    private static func pass(_ value: CanonicalJSON, _ aircraft: AircraftAddress) -> Pass? {
        guard case .array(let parts) = value, parts.count == 9, let entered = time(parts[0]), let left = time(parts[1]),
            entered <= left, let row = whole(parts[2], below: 360), let column = whole(parts[3], below: 720),
            let band = whole(parts[4], below: 256), let block = whole(parts[5], below: 4),
            let cell = CoverageCell(row: row, column: column, band: UInt8(band), block: block),
            let kind = whole(parts[6], below: 256).flatMap({ TransponderKind(rawValue: UInt8($0)) }),
            case .array(let heard) = parts[7], heard.count <= FlightHearingLimits.listeners,
            case .boolean(let alone) = parts[8]
        else { return nil }
        let listeners = heard.compactMap { value in
            whole(value, below: Int(UInt32.max)).flatMap { Listener(number: UInt32($0), kind: .feed) }
        }
        guard listeners.count == heard.count else { return nil }
        return Pass(
            aircraft: aircraft,
            kind: kind,
            cell: cell,
            entered: entered,
            left: left,
            heardBy: listeners,
            isHeardByTheseAlone: alone
        )
    }

    private static func unheard(_ fields: CanonicalFields) throws(CanonicalJSONError) -> [String: Double] {
        let members = try fields.members("unheard")
        guard members.count <= FlightHearingLimits.airports else { throw fields.wrong("unheard") }
        var chances: [String: Double] = [:]
        for (airport, value) in members {
            guard case .number(let chance) = value, (0...1).contains(chance) else { throw fields.wrong("unheard") }
            chances[airport] = chance
        }
        return chances
    }

    private static func whole(_ value: CanonicalJSON, below end: Int) -> Int? {
        guard case .number(let number) = value, let whole = Int(exactly: number), whole >= 0, whole < end else {
            return nil
        }
        return whole
    }

    private static func time(_ value: CanonicalJSON) -> Timestamp? {
        if case .string(let text) = value { CanonicalTime.time(text) } else { nil }
    }
}

extension SilenceBasis {
    /// Of everybody who hears, or heard a pass; rising.
    var listenerNumbers: [UInt32] {
        Set(learned.coverage.listenerNumbers).union(passes.flatMap(\.heardBy).map(\.number)).sorted()
    }
}

extension TransponderKind {
    fileprivate var name: String {
        switch self {
        case .squitter: "squitter"
        case .replies: "replies"
        case .universalAccess: "universal-access"
        }
    }
}
