import Aero
import Visits

/// Why a file is no track.
enum TrackFileError: Error, Hashable {
    /// No position has a time.
    case noPosition
    /// More rows or positions than are read.
    case tooMany(Int)
}

/// The ends of a track that another tracker wrote.
struct TrackFile: Hashable {
    struct End: Hashable {
        let time: Timestamp
        let place: Position
    }

    let first: End
    let last: End
    /// Positions with a time.
    let count: Int

    /// Rows or positions of one file at most. Ours: a day, one a second.
    static let most = 100_000

    /// The first and the last of what was read so far.
    struct Ends {
        private(set) var first: End?
        private(set) var last: End?
        private(set) var count = 0

        mutating func add(_ end: End) {
            if first.map({ end.time < $0.time }) ?? true { first = end }
            if last.map({ end.time >= $0.time }) ?? true { last = end }
            count += 1
        }
    }

    init(_ ends: Ends) throws(TrackFileError) {
        guard let first = ends.first, let last = ends.last else { throw .noPosition }
        (self.first, self.last, count) = (first, last, ends.count)
    }

    /// What it claims, for the report of that number.
    func claim(report: Int, by person: String, _ gazetteer: Gazetteer) -> Claim {
        var claim = Claim(id: 1, kind: .observation, report: report, spans: [], speaker: nil, certainty: .reported)
        let reading = ArrivalReading(start: first.time, end: last.time, zone: .stated, weight: 1)
        claim.time = ArrivalWindow(readings: [reading])
        claim.places = [first, last].map { Self.place($0.place, gazetteer) }
        claim.entry = .person(person)
        return claim
    }

    // Ours: a track that ends farther from a field than this does not say where it landed.
    private static let near = Metres(rawValue: 25_000)

    private static func place(_ place: Position, _ gazetteer: Gazetteer) -> ClaimedPlace {
        let span = TextSpan(0, 0)
        guard let found = gazetteer.airports(near: place, count: 1, within: near).first else {
            let text = "\(degrees(place.latitude)), \(degrees(place.longitude))"
            return ClaimedPlace(name: text, span: span, airports: [])
        }
        let airport = gazetteer.airport(at: found.slot)
        return ClaimedPlace(
            name: airport.names.shown(in: .english)?.text ?? airport.identity,
            span: span,
            airports: [StopAirport(code: airport.code, position: airport.position, weight: 1)]
        )
    }

    /// Two decimals: a kilometre.
    private static func degrees(_ value: Double) -> String {
        let hundredths = Int((value.magnitude * 100).rounded())
        let rest = hundredths % 100
        return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// A time of a track: written out, or seconds or milliseconds since 1970.
    static func time(_ text: some StringProtocol) -> Timestamp? {
        let text = text.trimmed
        if let number = QueryText.number(text), number > 1e11 { return WrittenTime(String(number / 1_000))?.time }
        // Fractions of seconds are more than an end needs.
        if let point = text.lastIndex(of: "."), text.contains("T") {
            let rest = text[point...].drop { $0 == "." || $0.isNumber }
            return WrittenTime(String(text[..<point]) + String(rest))?.time
        }
        return WrittenTime(text.replacing(" ", with: "T"))?.time
    }

    static func position(latitude: some StringProtocol, longitude: some StringProtocol) -> Position? {
        guard let latitude = QueryText.number(latitude.trimmed), let longitude = QueryText.number(longitude.trimmed),
            (-180...180).contains(longitude)
        else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace ?? false { part.removeFirst() }
        while part.last?.isWhitespace ?? false { part.removeLast() }
        return String(part)
    }
}
