public import Aero

/// An objection to a sentence of an edition: who heard of it when, what is objected, what it rests on, what was answered, and what came of it.
public struct Challenge: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Sendable {
        /// Nobody has decided yet.
        case open
        /// The objection is right; a later edition is to correct the sentence, which nothing here makes sure of.
        case upheld
        /// It is right in part.
        case partly
        /// The sentence stands.
        case rejected
    }

    /// Bytes of an objection, of its evidence, of an answer, at most.
    public static let longest = 4_000

    /// Of its edition, from 1.
    public let number: Int
    public let edition: Int
    /// Of the sentence.
    public let anchor: String
    public let received: Timestamp
    public let objection: String
    /// What it rests on, in words or addresses; may be empty.
    public let evidence: String
    public private(set) var answer: String
    public private(set) var outcome: Outcome
    /// When it was answered last.
    public private(set) var answered: Timestamp?
    /// Whether the editor tells it to others; who objected is never kept.
    public private(set) var isPublic: Bool

    /// - Throws: `ChallengeError` for an anchor that the edition does not have, and for texts that are empty, too long or hold control characters.
    public init(
        number: Int,
        to edition: Edition,
        anchor: String,
        received: Timestamp,
        objection: String,
        evidence: String
    ) throws(ChallengeError) {
        guard edition.sections.flatMap(\.sentences).contains(where: { $0.anchor == anchor }) else {
            throw .noSuchSentence(anchor)
        }
        guard Self.isText(objection, canBeEmpty: false), Self.isText(evidence, canBeEmpty: true) else {
            throw .badText
        }
        self.number = number
        self.edition = edition.number
        self.anchor = anchor
        self.received = received
        self.objection = objection
        self.evidence = evidence
        (answer, outcome, answered, isPublic) = ("", .open, nil, false)
    }

    /// Answers it; an earlier answer is replaced, and stays in the record of changes.
    public mutating func settle(_ outcome: Outcome, answer: String, at time: Timestamp) throws(ChallengeError) {
        guard outcome != .open, Self.isText(answer, canBeEmpty: false) else { throw .badText }
        (self.outcome, self.answer, answered) = (outcome, answer, time)
    }

    public mutating func tell(_ isPublic: Bool) { self.isPublic = isPublic }

    private static func isText(_ text: String, canBeEmpty: Bool) -> Bool {
        (canBeEmpty || !text.isEmpty) && text.utf8.count <= longest
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }
    }
}
