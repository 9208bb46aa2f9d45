import Aero
import Tracking

/// Reads what is asked about the past, of identities and of places; whatever makes no sense is an error of one line.
struct HistoryQuestion {
    private let query: [(name: String, value: String)]

    /// - Throws: `APIError` 400 for a name that is not one of these, or that stands twice.
    init(_ target: RequestTarget, allows names: Set<String>) throws(APIError) {
        for (index, pair) in target.query.enumerated() {
            guard names.contains(pair.name) else { throw Self.bad("this question has no \(pair.name.prefix(40))") }
            guard !target.query[..<index].contains(where: { $0.name == pair.name }) else {
                throw Self.bad("\(pair.name) stands twice")
            }
        }
        query = target.query
    }

    private func text(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The world that is asked about.
    func realm(else usual: ArchiveRealm) throws(APIError) -> ArchiveRealm {
        guard let text = text("realm") else { return usual }
        guard let realm = ArchiveRealm(rawValue: text) else { throw Self.bad("realm is real, imported or simulated") }
        return realm
    }

    func time(_ name: String) throws(APIError) -> Timestamp {
        guard let time = text(name).flatMap(HistoryTime.time) else {
            throw Self.bad("\(name) is a time: seconds since 1970, or UTC as 2026-11-25T14:05:30Z")
        }
        return time
    }

    /// The same; `nil` where it does not stand.
    func optionalTime(_ name: String) throws(APIError) -> Timestamp? { text(name) == nil ? nil : try time(name) }

    /// `from` to `to`.
    ///
    /// - Parameter longest: seconds.
    func range(longest: Double) throws(APIError) -> Range<Timestamp> {
        let (from, end) = (try time("from"), try time("to"))
        guard from < end else { throw Self.bad("from lies before to") }
        guard end.seconds(since: from) <= longest else {
            throw Self.bad("at most \(Self.words(longest)) at once")
        }
        return from..<end
    }

    /// `box=west,south,east,north`, as the live stream has its view; the world without one.
    func area() throws(APIError) -> ArchiveArea {
        guard let text = text("box") else {
            guard let world = ArchiveArea(south: -90, west: -180, north: 90, east: 180) else { throw .notFound }
            return world
        }
        guard let edges = QueryText.numbers(text, count: 4),
            let box = Box(south: edges[1], north: edges[3], west: edges[0], east: edges[2]),
            let area = ArchiveArea(south: box.south, west: box.west, north: box.north, east: box.east)
        else { throw Self.bad("box is west,south,east,north in degrees") }
        return area
    }

    func number(_ name: String, _ range: ClosedRange<Double>, else usual: Double? = nil) throws(APIError) -> Double {
        guard let text = text(name) else {
            guard let usual else { throw Self.bad("\(name) is missing") }
            return usual
        }
        guard let value = QueryText.number(text), range.contains(value) else {
            throw Self.bad(
                "\(name) is a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
            )
        }
        return value
    }

    /// `callsign=`, with `*` at its end for all that begin so.
    func callsign() throws(APIError) -> CallsignPattern {
        guard let pattern = text("callsign").flatMap(CallsignPattern.init) else {
            throw Self.bad("callsign is up to 8 letters and digits, as KLM1023, or two or more and *, as KLM*")
        }
        return pattern
    }

    func limit(upTo bound: Int, else usual: Int) throws(APIError) -> Int {
        Int(try number("limit", 1...Double(bound), else: Double(usual)).rounded(.down))
    }

    func flag(_ name: String) throws(APIError) -> Bool {
        switch text(name) {
        case nil, "0": return false
        case "1": return true
        default: throw Self.bad("\(name) is 0 or 1")
        }
    }

    /// `lang=`, in which places are named.
    func language() throws(APIError) -> NameLanguage {
        switch text("lang") {
        case nil, "en": return .english
        case "id": return .indonesian
        default: throw Self.bad("lang is en or id")
        }
    }

    /// A word as it stands; `nil` where it does not.
    func word(_ name: String) -> String? { text(name) }

    /// What somebody looks for.
    ///
    /// - Parameter longest: bytes.
    func words(_ name: String, longest: Int) throws(APIError) -> String {
        guard let words = text(name), !words.isEmpty, words.utf8.count <= longest else {
            throw Self.bad("\(name) is 1 to \(longest) bytes of text")
        }
        return words
    }

    static func bad(_ message: String) -> APIError { .badRequest("query", message) }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }

    private static func words(_ seconds: Double) -> String {
        seconds >= 172_800 ? "\(Int(seconds / 86_400)) days" : "\(Int(seconds / 3600)) hours"
    }
}
