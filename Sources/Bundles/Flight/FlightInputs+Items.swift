public import Aero
import Flights
import Tracking

extension FlightInputs {
    /// Of whom and of when it is.
    public static let subjectItem = "flight.json"
    /// The airports, as the program has them: a list packed with gzip (docs/places.md).
    public static let placesItem = "base/places.tsv.gz"
    /// The numbers by which all is told.
    public static let rulesItem = "rules/flights.json"

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
        guard let further = furtherContents(terms: terms, credit: credit) else { return nil }
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
        ] + further
    }

    /// The numbers, and what was learned of who hears what: what older bundles do not have.
    private func furtherContents(terms: LicenceTag, credit: String?) -> [BundleContent]? {
        var contents: [BundleContent] = []
        if let rules {
            guard let path = BundlePath(Self.rulesItem) else { return nil }
            let bytes = VisitInputs.document(rules.canonical)
            contents.append(BundleContent(path, bytes, kind: .rules, known: .chosen, licence: .own))
        }
        guard let hearing else { return contents }
        guard let path = BundlePath(FlightHearing.item), let sums = BundlePath(FlightHearing.coverageItem) else {
            return nil
        }
        let (document, coverage) = hearing.bytes
        // Why nothing is told is said under terms of our own; what is told comes of what was heard.
        let licence = coverage == nil ? .own : terms
        contents.append(
            BundleContent(
                path,
                document,
                kind: .base,
                known: .inferred,
                licence: licence,
                credit: coverage == nil ? nil : credit
            )
        )
        if let coverage {
            contents.append(
                BundleContent(sums, coverage, kind: .base, known: .inferred, licence: licence, credit: credit)
            )
        }
        return contents
    }

    /// Whether both hold the same of the same time: rows, names, limits, until when it is known; whatever was learned.
    public func isSameHearing(as other: FlightInputs) -> Bool {
        guard canonical == other.canonical else { return false }
        return HistoryRows(aircraft: aircraft, rows: rows).bytes
            == HistoryRows(aircraft: other.aircraft, rows: other.rows).bytes
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

    /// Reads what a bundle holds, whole; what silences are judged by only where it is there.
    ///
    /// It does not compare sums: who does not know that a bundle is unchanged asks `BundleVerifier` first.
    public init(_ manifest: BundleManifest, _ source: some BundleSource) throws(BundleRerunError) {
        try self.init(ItemReader(manifest, source))
    }

    init(_ reader: ItemReader<some BundleSource>) throws(BundleRerunError) {
        try self.init(reading: try reader.bytes(Self.subjectItem)) { path throws(BundleRerunError) in
            try reader.bytes(path.text)
        }
        if reader.isThere(Self.rulesItem) {
            let bytes = try reader.bytes(Self.rulesItem)
            rules = try Self.read(Self.rulesItem) { () throws(CanonicalJSONError) in try FlightRules(reading: bytes) }
        }
        guard reader.isThere(FlightHearing.item) else { return }
        let document = try reader.bytes(FlightHearing.item)
        let isTold = try Self.read(FlightHearing.item) { () throws(CanonicalJSONError) in
            try FlightHearing.isTold(document)
        }
        // What was taken out is not asked for; what should be there and is not, is.
        guard !isTold || reader.redaction(of: FlightHearing.coverageItem) == nil else {
            unheardAlone = try Self.read(FlightHearing.item) { () throws(CanonicalJSONError) in
                try FlightHearing.unheardAlone(document)
            }
            return
        }
        let coverage = isTold ? try reader.bytes(FlightHearing.coverageItem) : nil
        let address = aircraft.address
        hearing = try Self.read(FlightHearing.item) { () throws(CanonicalJSONError) in
            try FlightHearing(reading: document, coverage: coverage, of: address)
        }
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
