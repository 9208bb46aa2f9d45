public import Aero

/// What became known of a visit when it was over, and how it is known.
public struct VisitOutcome: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// It was one of these; several where it is known no better, or they flew by turns.
        case aircraft(Set<AircraftAddress>)
        /// It was an aircraft that was not heard here.
        case notHeard
        /// Nobody travelled, or not then.
        case nobody
    }

    /// The visit's name in its installation.
    public let visit: String
    public let content: Content
    /// Where that is said: an address, a report. No name of a private person.
    public let source: String
    public let noted: Timestamp

    /// Bytes of a source, and aircraft, at most.
    public static let longest = 1_000
    public static let mostAircraft = 20

    /// - Returns: `nil` where it is said of no aircraft or too many, or nowhere.
    public init?(visit: String, _ content: Content, source: String, noted: Timestamp) {
        if case .aircraft(let addresses) = content {
            guard (1...Self.mostAircraft).contains(addresses.count) else { return nil }
        }
        guard (1...Self.longest).contains(source.utf8.count) else { return nil }
        self.visit = visit
        self.content = content
        self.source = source
        self.noted = noted
    }
}

extension VisitOutcome {
    private enum Word: String { case aircraft, notHeard, nobody }

    /// As a line of a file.
    public var line: [UInt8] {
        var members: [String: CanonicalJSON] = [
            "visit": .string(visit), "source": .string(source), "noted": CanonicalJSON(noted),
        ]
        switch content {
        case .aircraft(let addresses):
            members["was"] = .string(Word.aircraft.rawValue)
            members["aircraft"] = .array(addresses.sorted().map { .string($0.hex) })
        case .notHeard: members["was"] = .string(Word.notHeard.rawValue)
        case .nobody: members["was"] = .string(Word.nobody.rawValue)
        }
        return CanonicalJSON.object(members).bytes + [0x0A]
    }

    public init(line: [UInt8]) throws(CanonicalJSONError) {
        let fields = try CanonicalFields(try CanonicalJSON(reading: line), "outcome")
        let content: Content
        switch try fields.choice("was", Word.self) {
        case .aircraft:
            var addresses: Set<AircraftAddress> = []
            for text in try fields.strings("aircraft") {
                guard let address = AircraftAddress(text) else { throw fields.wrong("aircraft") }
                addresses.insert(address)
            }
            content = .aircraft(addresses)
        case .notHeard: content = .notHeard
        case .nobody: content = .nobody
        }
        let outcome = VisitOutcome(
            visit: try fields.string("visit"),
            content,
            source: try fields.string("source"),
            noted: try fields.time("noted")
        )
        guard let outcome else { throw fields.wrong("was") }
        self = outcome
    }

    /// The outcome of each visit that was noted last; lines that are none are refused.
    public static func last(of lines: [UInt8]) throws(CanonicalJSONError) -> [String: VisitOutcome] {
        var outcomes: [String: VisitOutcome] = [:]
        for line in lines.split(separator: 0x0A) {
            let outcome = try VisitOutcome(line: Array(line))
            outcomes[outcome.visit] = outcome
        }
        return outcomes
    }
}
