public import Aero
import Flights
import Tracking

extension FlightInputs {
    /// Of whom and of when it is.
    public static let subjectItem = "flight.json"
    /// The airports, as the program has them: a list packed with gzip (docs/places.md).
    public static let placesItem = "base/places.tsv.gz"

    /// The path of the rows; `nil` for an address that no file is named after.
    var rowsPath: BundlePath? { HistoryRows.path(of: aircraft.address) }

    /// Without rows, which have an item of their own.
    private var canonical: CanonicalJSON {
        .members([
            "address": .string(aircraft.address.hex), "kind": CanonicalJSON(Int(aircraft.kind.rawValue)),
            "from": CanonicalJSON(asked.lowerBound), "to": CanonicalJSON(asked.upperBound),
            "toldUntil": CanonicalJSON(toldUntil), "limits": limits.canonical,
            "callsigns": .array(
                callsigns.map { .array([.number(Double($0.milliseconds)), .string($0.value)]) }
            ),
        ])
    }

    /// The items that these inputs and what follows from them make.
    ///
    /// - Parameters:
    ///   - terms: of what was heard.
    ///   - credit: whom to name for it.
    ///   - places: the file of airports, and the gazetteer that was read from it.
    /// - Returns: `nil` for an aircraft whose rows have no name of a file.
    public func contents(
        terms: LicenceTag,
        credit: String?,
        places: (bytes: [UInt8], gazetteer: Gazetteer, licence: LicenceTag, credit: String)
    ) -> [BundleContent]? {
        guard let rowsPath, let subject = BundlePath(Self.subjectItem), let list = BundlePath(Self.placesItem),
            let concluded = BundlePath(Conclusion.item)
        else { return nil }
        let history = HistoryRows(aircraft: aircraft, rows: rows)
        let conclusions = Conclusion.bytes(conclusions(places.gazetteer))
        return [
            BundleContent(
                subject,
                VisitInputs.document(canonical),
                kind: .base,
                known: .observed,
                licence: terms,
                credit: credit
            ),
            BundleContent(
                rowsPath,
                history.bytes,
                kind: .history,
                known: .observed,
                licence: terms,
                credit: credit
            ),
            BundleContent(
                list,
                places.bytes,
                kind: .list,
                known: .claimed,
                licence: places.licence,
                credit: places.credit
            ),
            BundleContent(concluded, conclusions, kind: .conclusions, known: .inferred, licence: .own),
        ]
    }

    /// Reads inputs back, as they would be written and not otherwise.
    ///
    /// - Parameter rows: asked for the rows of the aircraft that the subject names.
    init(
        reading subject: [UInt8],
        rows: (BundlePath) throws(BundleRerunError) -> [UInt8]
    ) throws(BundleRerunError) {
        let (read, path) = try Self.read(Self.subjectItem) { () throws(CanonicalJSONError) in
            let inputs = try FlightInputs(CanonicalFields(VisitInputs.value(subject), "flight"))
            try CanonicalJSON.compare(VisitInputs.document(inputs.canonical), with: subject)
            guard let path = inputs.rowsPath else { throw .member("flight.address") }
            return (inputs, path)
        }
        let bytes = try rows(path)
        let history = try Self.read(path.text) { () throws(CanonicalJSONError) in
            let history = try HistoryRows(reading: bytes)
            // Rows that go back in time would be left out, and whoever reads the file sees them.
            guard history.aircraft == read.aircraft,
                zip(history.rows, history.rows.dropFirst()).allSatisfy({ $0.milliseconds <= $1.milliseconds })
            else { throw .member("rows.time") }
            return history
        }
        self.init(
            read.aircraft,
            asked: read.asked,
            toldUntil: read.toldUntil,
            limits: read.limits,
            rows: history.rows,
            callsigns: read.callsigns
        )
    }

    private static func read<Value>(
        _ item: String,
        _ body: () throws(CanonicalJSONError) -> Value
    ) throws(BundleRerunError) -> Value {
        do throws(CanonicalJSONError) { return try body() } catch { throw .unreadable(item, error) }
    }

    private init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        let kind = UInt8(exactly: try fields.integer("kind")).flatMap { ArchivedAircraft.Kind(rawValue: $0) }
        guard let kind else { throw fields.wrong("kind") }
        let aircraft = ArchivedAircraft(try fields.address("address"), kind: kind)
        let (from, to, told) = (try fields.time("from"), try fields.time("to"), try fields.time("toldUntil"))
        guard from < to, to.seconds(since: from) <= Self.longestSeconds else { throw fields.wrong("to") }
        guard from <= told, told.seconds(since: from) <= 3 * Self.longestSeconds else {
            throw fields.wrong("toldUntil")
        }
        var callsigns: [IdentityChange] = []
        for entry in try fields.array("callsigns", most: Self.mostCallsigns) {
            guard case .array(let pair) = entry, pair.count == 2, case .number(let time) = pair[0],
                let milliseconds = Int64(exactly: time), milliseconds.magnitude < 9_000_000_000_000,
                case .string(let value) = pair[1],
                let name = IdentityChange(aircraft, at: milliseconds, .callsign, value),
                callsigns.last.map({ $0.milliseconds <= milliseconds }) ?? true
            else { throw fields.wrong("callsigns") }
            callsigns.append(name)
        }
        self.init(
            aircraft,
            asked: from..<to,
            toldUntil: told,
            limits: try AirframeLimits(fields.fields("limits")),
            rows: [],
            callsigns: callsigns
        )
    }

    /// Of what is told in one bundle. Ours: longer than any silence that is looked into.
    public static let longestSeconds = 400 * 86_400.0
    static let mostCallsigns = 100_000
}
