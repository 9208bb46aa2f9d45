import Aero
import Testing

@testable import Bundles

struct ChallengeBookTests {
    private static let time = Timestamp(seconds: 1_795_100_000)

    @Test("an objection is taken down, answered and told; before it is told nobody else hears of it")
    func course() throws {
        var book = ChallengeBook(try MadeEdition.edition())
        try book.take(
            .objection(anchor: "claim-1", objection: "It was two.", evidence: "https://a.example"),
            at: Self.time
        )
        #expect(book.told.isEmpty && book.challenges.first?.outcome == .open)
        try book.take(.answer(number: 1, .upheld, answer: "Put right in edition 2."), at: Self.time)
        try book.take(.tell(number: 1, isPublic: true), at: Self.time)
        #expect(book.told.map(\.outcome) == [.upheld] && book.told.first?.answered == Self.time)
        try book.take(.tell(number: 1, isPublic: false), at: Self.time)
        #expect(book.told.isEmpty)
    }

    @Test("what is wrong is refused, and changes nothing")
    func refused() throws {
        let edition = try MadeEdition.edition()
        var book = ChallengeBook(edition)
        let long = String(repeating: "a", count: Challenge.longest + 1)
        for (entry, error) in [
            (.objection(anchor: "nowhere", objection: "x", evidence: ""), .noSuchSentence("nowhere")),
            (.objection(anchor: "claim-1", objection: "", evidence: ""), .badText),
            (.objection(anchor: "claim-1", objection: long, evidence: ""), .badText),
            (.objection(anchor: "claim-1", objection: "\u{1B}[2J", evidence: ""), .badText),
            (.answer(number: 1, .upheld, answer: "x"), .noSuchChallenge(1)),
            (.tell(number: 0, isPublic: true), .noSuchChallenge(0)),
            (.tell(number: .min, isPublic: true), .noSuchChallenge(.min)),
        ] as [(ChallengeBook.Entry, ChallengeError)] {
            #expect(throws: error) { try book.take(entry, at: Self.time) }
        }
        #expect(book == ChallengeBook(edition))
    }

    @Test("lines come back as the same book; damaged ones are refused")
    func lines() throws {
        let edition = try MadeEdition.edition()
        let entries: [ChallengeBook.Entry] = [
            .objection(anchor: "claim-1", objection: "Zwei.\nNot one.", evidence: ""),
            .answer(number: 1, .partly, answer: "Perhaps."), .tell(number: 1, isPublic: true),
        ]
        var (book, read) = (ChallengeBook(edition), ChallengeBook(edition))
        for entry in entries { try book.take(entry, at: Self.time) }
        let bytes = entries.flatMap { ChallengeBook.line($0, at: Self.time) }
        try read.take(lines: bytes)
        #expect(read == book)
        for damaged in ["{}", "x", "{\"at\":\"2026-11-27T00:00:00Z\",\"does\":\"sings\"}"] {
            var other = ChallengeBook(edition)
            #expect(throws: ChallengeError.self) { try other.take(lines: Array(damaged.utf8)) }
        }
    }
}
