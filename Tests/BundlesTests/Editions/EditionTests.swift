import Aero
import TestSupport
import Testing
import Visits

@testable import Bundles

struct EditionTests {
    @Test("an edition comes back as it was written, and its digest is that of its bytes")
    func roundTrip() throws {
        let first = try MadeEdition.edition()
        let changes = EditionChange.between(first, first.sections)
        #expect(changes.isEmpty)
        let second = try MadeEdition.edition(
            2,
            [("claim-1", "One, put right."), ("claim-3", "Three.")],
            earlier: Edition.Earlier(number: 1, digest: first.digest, note: "why", changes: [])
        )
        for edition in [first, second] {
            let read = try Edition(reading: edition.bytes)
            #expect(read == edition && read.digest == edition.digest)
        }
        #expect(first.digest != second.digest)
    }

    @Test("what a later edition says otherwise, anew and no more is told by anchor")
    func changes() throws {
        let first = try MadeEdition.edition()
        let second = try MadeEdition.edition(2, [("claim-1", "One, put right."), ("claim-3", "Three.")])
        let changes = EditionChange.between(first, second.sections)
        #expect(changes.map(\.anchor) == ["claim-1", "claim-3", "claim-2"])
        #expect(changes[0].before?.english == "One." && changes[0].after?.english == "One, put right.")
        #expect(changes[1].before == nil && changes[2].after == nil)
    }

    @Test("anchors that stand twice, are none, or are rested on and not there are refused")
    func anchors() throws {
        #expect(throws: EditionError.repeatedAnchor("claim-1")) {
            try MadeEdition.edition(1, [("claim-1", ""), ("claim-1", "")])
        }
        #expect(throws: EditionError.repeatedAnchor("sources")) { try MadeEdition.edition(1, [("sources", "")]) }
        for bad in ["", "1", "A", "a b", "a\"", "a<", "ä", "-a", String(repeating: "a", count: 81)] {
            #expect(throws: EditionError.badAnchor(bad)) { try MadeEdition.edition(1, [(bad, "")]) }
        }
        #expect(throws: EditionError.badNumber(0)) { try MadeEdition.edition(0) }
        let rest = EditionSentence("a", DossierText("x"), rests: [.anchor("nowhere")])
        #expect(throws: EditionError.missingAnchor("nowhere")) {
            try Edition(
                number: 1,
                visit: "x",
                title: DossierText("x"),
                published: Timestamp(seconds: 0),
                world: .real,
                sections: [EditionSection("s", DossierText("s"), [rest])],
                sources: [],
                credits: []
            )
        }
    }

    @Test("a byte changed anywhere is refused or changes the digest, and never traps")
    func hostile() throws {
        let edition = try MadeEdition.edition()
        let bytes = edition.bytes
        var chance = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            var changed = bytes
            changed[Int(chance.next() % UInt64(changed.count))] ^= UInt8(1 + chance.next() % 255)
            guard let read = try? Edition(reading: changed) else { continue }
            #expect(read.digest != edition.digest)
        }
    }
}
