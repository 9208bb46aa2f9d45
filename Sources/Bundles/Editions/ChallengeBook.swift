public import Aero

/// The objections to an edition, as the entries they are made of: nothing is changed, all is added.
public struct ChallengeBook: Hashable, Sendable {
    public enum Entry: Hashable, Sendable {
        case objection(anchor: String, objection: String, evidence: String)
        case answer(number: Int, Challenge.Outcome, answer: String)
        case tell(number: Int, isPublic: Bool)
    }

    public let edition: Edition
    /// In the order of their numbers.
    public private(set) var challenges: [Challenge] = []

    public init(_ edition: Edition) { self.edition = edition }

    /// Those that the editor tells.
    public var told: [Challenge] { challenges.filter(\.isPublic) }

    /// Takes an entry in; one that throws changes nothing.
    public mutating func take(_ entry: Entry, at time: Timestamp) throws(ChallengeError) {
        switch entry {
        case .objection(let anchor, let objection, let evidence):
            challenges.append(
                try Challenge(
                    number: challenges.count + 1,
                    to: edition,
                    anchor: anchor,
                    received: time,
                    objection: objection,
                    evidence: evidence
                )
            )
        case .answer(let number, let outcome, let answer):
            try challenges[try place(number)].settle(outcome, answer: answer, at: time)
        case .tell(let number, let isPublic): challenges[try place(number)].tell(isPublic)
        }
    }

    private func place(_ number: Int) throws(ChallengeError) -> Int {
        guard number > 0, number <= challenges.count else { throw .noSuchChallenge(number) }
        return number - 1
    }
}

extension ChallengeBook {
    /// One entry as a line of a file.
    public static func line(_ entry: Entry, at time: Timestamp) -> [UInt8] {
        let value: CanonicalJSON
        switch entry {
        case .objection(let anchor, let objection, let evidence):
            value = .members([
                "at": CanonicalJSON(time), "does": "objects", "anchor": .string(anchor),
                "objection": .string(objection), "evidence": .string(evidence),
            ])
        case .answer(let number, let outcome, let answer):
            value = .members([
                "at": CanonicalJSON(time), "does": "answers", "number": CanonicalJSON(number),
                "outcome": .string(outcome.rawValue), "answer": .string(answer),
            ])
        case .tell(let number, let isPublic):
            value = .members([
                "at": CanonicalJSON(time), "does": "tells", "number": CanonicalJSON(number),
                "public": .boolean(isPublic),
            ])
        }
        return value.bytes + [0x0A]
    }

    /// Takes in the lines of a file.
    public mutating func take(lines bytes: [UInt8]) throws(ChallengeError) {
        for line in bytes.split(separator: 0x0A) {
            let (entry, time) = try Self.entry(Array(line))
            try take(entry, at: time)
        }
    }

    private static func entry(_ line: [UInt8]) throws(ChallengeError) -> (Entry, Timestamp) {
        do throws(CanonicalJSONError) {
            let fields = try CanonicalFields(try CanonicalJSON(reading: line), "challenge")
            let time = try fields.time("at")
            switch try fields.string("does") {
            case "objects":
                let entry = Entry.objection(
                    anchor: try fields.string("anchor"),
                    objection: try fields.string("objection"),
                    evidence: try fields.string("evidence")
                )
                return (entry, time)
            case "answers":
                let outcome = try fields.choice("outcome", Challenge.Outcome.self)
                return (
                    .answer(number: try fields.integer("number"), outcome, answer: try fields.string("answer")), time
                )
            case "tells":
                return (.tell(number: try fields.integer("number"), isPublic: try fields.boolean("public")), time)
            default: throw .member("challenge.does")
            }
        } catch { throw .unreadable(error) }
    }
}
