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
            earlier: Edition.Earlier(
                number: 1,
                digest: first.digest,
                note: DossierText(english: "why", indonesian: "mengapa"),
                changes: []
            )
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

    @Test("what a sentence rests on, a source that is withdrawn or has another sum, and the title are changes too")
    func restsSourcesAndTitle() throws {
        let first = try MadeEdition.edition()
        let sentence = try #require(first.sections.first?.sentences.first)
        let other = EditionSentence(sentence.anchor, sentence.words, rests: [.anchor("report-1")])
        let title = try #require(first.sections.first?.title)
        let sections = [EditionSection("claims", title, [other] + first.sections[0].sentences.dropFirst())]
        let rests = EditionChange.between(first, sections)
        #expect(rests.map(\.anchor) == ["claim-1"] && rests.map(\.part) == [.rests])
        #expect(rests[0].after?.english == "report-1" && rests[0].before?.english.hasPrefix("report-1, a list") == true)
        #expect(EditionChange.between(first, first.sections, sources: first.sources, title: first.title).isEmpty)
        let gone = EditionChange.between(first, first.sections, sources: [], title: first.title)
        #expect(gone.map(\.anchor) == ["report-1"] && gone[0].part == .source && gone[0].after == nil)
        let source = EditionSource(anchor: "report-1", title: first.sources[0].title, sha256: "12ab")
        let changed = EditionChange.between(
            first,
            first.sections,
            sources: [source, EditionSource(anchor: "report-2", outlet: "Other")],
            title: DossierText("Another")
        )
        #expect(changed.map(\.part) == [.title, .source, .source])
        #expect(changed[1].after?.english.contains("sha256 12ab") == true && changed[2].before == nil)
        for change in rests + gone + changed {
            let words = BundleWords.text(change)
            #expect(words.english != words.indonesian)
        }
        let later = try MadeEdition.edition(
            2,
            earlier: Edition.Earlier(number: 1, digest: first.digest, note: nil, changes: rests + changed)
        )
        #expect(try Edition(reading: later.bytes) == later)
        for (language, words) in [
            (Draft.Language.english, ["(rests on)", "(source)", "(title)"]),
            (.indonesian, ["(berdasarkan)", "(sumber)", "(judul)"]),
        ] {
            let page = String(decoding: EditionPage(later, language).bytes, as: UTF8.self)
            for word in words { #expect(page.contains(word), "\(word)") }
            #expect(page.contains("<a href=\"#title\">") && page.contains("<h1 id=\"title\">"))
        }
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
                subject: .visit("x"),
                title: DossierText("x"),
                published: Timestamp(seconds: 0),
                world: .real,
                sections: [EditionSection("s", DossierText("s"), [rest])],
                sources: [],
                credits: []
            )
        }
    }

    @Test("a member that nobody reads is refused: the digest would say nothing of it")
    func unreadMembers() throws {
        let text = String(decoding: try MadeEdition.edition().bytes, as: UTF8.self)
        for (from, to) in [("{\"bundle\":", "{\"added\":1,\"bundle\":"), ("\"words\":{", "\"words\":{\"aa\":\"x\",")] {
            let place = try #require(text.firstRange(of: from))
            #expect(throws: EditionError.self) {
                try Edition(reading: Array(text.replacing(at: place, with: to).utf8))
            }
        }
    }

    @Test("an anchor of a correction that is none is refused")
    func anchorsOfCorrections() throws {
        let first = try MadeEdition.edition()
        let evil = EditionChange(anchor: "x\"><script>", before: nil, after: DossierText("x"))
        #expect(throws: EditionError.badAnchor("x\"><script>")) {
            try MadeEdition.edition(
                2,
                earlier: Edition.Earlier(number: 1, digest: first.digest, note: nil, changes: [evil])
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

    // MARK: The outline below the map

    private static func outline() throws -> EditionOutline {
        let places = [try MadeOutline.place("P", 39.2, 125.7), try MadeOutline.place("H", 21.2, 105.8)]
        return try #require(EditionOutline(try MadeOutline.world(MadeOutline.asia), below: places))
    }

    @Test("an edition that was published before outlines stays as it is: its bytes, its digest, its picture")
    func editionBeforeOutlines() throws {
        let text = #"""
            {"bundle":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","credits":["OurAirports (public domain)"],"format":1,"id":"k3v9x2m4q8za","number":3,"places":[{"name":"Pyongyang","position":[39.2241,125.6701]},{"name":"Hanoi","position":[21.2212,105.8072]}],"published":"2026-11-18T06:26:40Z","sections":[{"anchor":"claims","sentences":[{"anchor":"claim-1","rests":[],"words":{"en":"One.","id":"Satu."}}],"title":{"en":"Claims","id":"Klaim"}}],"sources":[],"subject":"visit","title":{"en":"A visit","id":"Kunjungan"},"world":"real"}
            """#
        let edition = try Edition(reading: Array((text + "\n").utf8))
        #expect(edition.outline == nil && edition.bytes == Array((text + "\n").utf8))
        #expect(edition.digest.hex == "1299699320f2882c571506e410dfd6dcb98575fcfc3b6abbad8dbd7184d82924")
        let page = String(decoding: EditionPage(edition, .english).bytes, as: UTF8.self)
        #expect(!page.contains("<path") && !page.contains("Natural Earth"))
    }

    @Test("the outline is in the edition's file and its digest; without one there is no field")
    func outline() throws {
        let (with, without) = (try MadeEdition.edition(outline: Self.outline()), try MadeEdition.edition())
        #expect(try Edition(reading: with.bytes) == with)
        #expect(with.digest != without.digest)
        #expect(String(decoding: with.bytes, as: UTF8.self).contains("\"outline\":{\"border\":[["))
        #expect(!String(decoding: without.bytes, as: UTF8.self).contains("outline"))
    }

    @Test("an outline that is none, and one with what nobody reads, are refused")
    func badOutline() throws {
        let text = String(decoding: try MadeEdition.edition(outline: Self.outline()).bytes, as: UTF8.self)
        let place = try #require(text.firstRange(of: "\"outline\":{"))
        for other in ["\"outline\":{\"area\":[],", "\"outline\":{\"alias\":\"x\","] {
            #expect(throws: EditionError.self) {
                try Edition(reading: Array(text.replacing(at: place, with: other).utf8))
            }
        }
        let tail = try #require(text.firstRange(of: "},\"places\""))
        for other in ["{}", "[]", "1", "\"x\"", "{\"coast\":[]}"] {
            let changed = text.replacing(
                at: place.lowerBound..<tail.lowerBound,
                with: "\"outline\":\(other.dropLast())"
            )
            #expect(throws: EditionError.self) { try Edition(reading: Array(changed.utf8)) }
        }
    }

    @Test("what is below the map is no change between editions")
    func outlineIsNoChange() throws {
        let (with, without) = (try MadeEdition.edition(outline: Self.outline()), try MadeEdition.edition())
        for (old, new) in [(with, without), (without, with)] {
            #expect(EditionChange.between(old, new.sections, sources: new.sources, title: new.title).isEmpty)
        }
    }

    @Test("with an outline too a byte changed anywhere is refused or changes the digest")
    func hostileOutline() throws {
        let edition = try MadeEdition.edition(outline: Self.outline())
        var chance = SeededGenerator(seed: 6)
        for _ in 0..<2_000 {
            var changed = edition.bytes
            changed[Int(chance.next() % UInt64(changed.count))] ^= UInt8(1 + chance.next() % 255)
            guard let read = try? Edition(reading: changed) else { continue }
            #expect(read.digest != edition.digest)
        }
    }
}
