import Aero
import TestSupport
import Testing
import Visits

@testable import Bundles

struct BundleVerifierTests {
    @Test("a bundle as it was made is whole, and what was taken out is told")
    func whole() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let report = try BundleVerifier(expecting: manifest.digest).report(on: folder)
        #expect(report.findings == [])
        #expect(report.isWhole)
        #expect(report.manifest == manifest)
        #expect(report.wholeItems == manifest.items.count - 1)
        #expect(manifest.redactions.map(\.path.text) == ["reports/1.txt"])
    }

    @Test("the same contents give the same bytes, in whichever order they come")
    func deterministic() throws {
        let inputs = MadeVisitInputs.inputs()
        let contents = try #require(inputs.contents(terms: .own, identityTerms: .own))
        let one = try BundleManifest(head: MadeVisitInputs.head, contents: contents)
        let other = try BundleManifest(head: MadeVisitInputs.head, contents: contents.shuffled())
        #expect(one.bytes == other.bytes)
        let again = try #require(MadeVisitInputs.inputs().contents(terms: .own, identityTerms: .own))
        #expect(try BundleManifest(head: MadeVisitInputs.head, contents: again).digest == one.digest)
    }

    @Test("of a thousand places, every byte that is changed is named by its file")
    func everyFlippedByteIsNamed() throws {
        let (_, folder) = try MadeVisitInputs.bundle()
        let names = folder.files.keys.sorted()
        let total = names.reduce(0) { $0 + (folder.files[$1]?.count ?? 0) }
        var chance = SeededGenerator(seed: 1)
        // The manifest and small files have their share: places are drawn over files in turn, then over all bytes.
        for round in 0..<1_000 {
            var (name, place) = (names[round % names.count], 0)
            if round % 2 == 0 {
                place = Int(chance.next() % UInt64(total))
                for candidate in names {
                    let count = folder.files[candidate]?.count ?? 0
                    if place < count {
                        name = candidate
                        break
                    }
                    place -= count
                }
            } else {
                place = Int(chance.next() % UInt64(folder.files[name]?.count ?? 1))
            }
            var changed = folder
            changed.files[name]?[place] ^= UInt8(1 + chance.next() % 255)
            let report = try BundleVerifier().report(on: changed)
            #expect(!report.isWhole, "byte \(place) of \(name)")
            if name != "bundle.json" {
                #expect(report.findings.map(\.path) == [name], "byte \(place) of \(name)")
            } else {
                let part = try ManifestPart(at: place, in: #require(folder.files[name]))
                #expect(part.isNamed(by: report.findings), "byte \(place): \(report.findings)")
            }
        }
    }

    /// What of a list a byte belongs to, and how a change of it has to be named.
    private enum ManifestPart {
        case head(first: String)
        case record(String)
        case link(String)
        case digest
        case redactions
        /// Names of members, and what stands between them.
        case frame

        private struct NoPart: Error {}

        init(at place: Int, in bytes: [UInt8]) throws {
            let text = String(decoding: bytes, as: UTF8.self)
            func range(_ from: String, _ to: String, after start: Int = 0) throws -> Range<Int> {
                let rest = String(decoding: bytes.dropFirst(start), as: UTF8.self)
                guard let begin = rest.firstRange(of: from) else { throw NoPart() }
                let low = start + rest[..<begin.upperBound].utf8.count
                let end = try #require(rest[begin.upperBound...].firstRange(of: to))
                return low..<(low + rest[begin.upperBound..<end.lowerBound].utf8.count)
            }
            #expect(text.utf8.allSatisfy { $0 < 0x80 })
            let (digest, head) = (try range("\"digest\":\"", "\""), try range("\"head\":{", "},\"items\""))
            let redactions = try range("\"redacted\":[", "],\"redactedSum\"")
            let sum = try range("\"redactedSum\":\"", "\"", after: redactions.upperBound)
            var (at, paths) = (head.upperBound, [String]())
            var found: ManifestPart?
            while let link = try? range("{\"link\":\"", "\"", after: at) {
                let record = try range("\"record\":{", "}", after: link.upperBound)
                let path = try range("\"path\":\"", "\"", after: record.lowerBound)
                let name = String(decoding: bytes[path], as: UTF8.self)
                paths.append(name)
                if link.contains(place) { found = .link(name) }
                if record.contains(place) { found = paths.count == 1 ? .head(first: name) : .record(name) }
                at = record.upperBound
            }
            if head.contains(place) { found = .head(first: try #require(paths.first)) }
            if digest.contains(place) { found = .digest }
            if redactions.contains(place) || sum.contains(place) { found = .redactions }
            self = found ?? .frame
        }

        func isNamed(by findings: [BundleFinding]) -> Bool {
            switch (self, findings.first) {
            // What can no longer be read is told with its place or its name.
            case (_, .badManifest): findings.count == 1
            case (.head(let name), .changedHead(let path?)): Self.areAbout(name, path, findings.dropFirst())
            case (.record(let name), .changedRecord(let path)): Self.areAbout(name, path, findings[...])
            case (.link(let name), .changedLink(let path)): path.text == name && findings.count == 1
            case (.digest, .changedDigest), (.redactions, .changedRedactions): findings.count == 1
            default: false
            }
        }

        /// Whether all that is found is about one item; where its path was changed, the old one is then in no record.
        private static func areAbout(
            _ name: String,
            _ path: BundlePath,
            _ findings: ArraySlice<BundleFinding>
        ) -> Bool {
            (path.text == name || findings.contains(.added(name)))
                && findings.allSatisfy { [name, path.text].contains($0.path) }
        }
    }

    @Test(
        "a member that nobody reads, and a format that is none, are refused: the digest says nothing of them",
        arguments: [
            ("\"digest\":", "\"added\":1,\"digest\":"), ("\"head\":{\"asOf\"", "\"head\":{\"aaa\":1,\"asOf\""),
            ("\"record\":{\"bytes\"", "\"record\":{\"aaa\":1,\"bytes\""), ("{\"link\":", "{\"aaa\":1,\"link\":"),
            ("\"redacted\":[{", "\"redacted\":[{\"aaa\":1,"), ("\"format\":1", "\"format\":0"),
            ("\"format\":1", "\"format\":-1"),
        ]
    )
    func unreadMembers(from: String, to: String) throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let text = String(decoding: try #require(folder.files["bundle.json"]), as: UTF8.self)
        let place = try #require(text.firstRange(of: from))
        var changed = folder
        changed.files["bundle.json"] = Array(text.replacing(at: place, with: to).utf8)
        let findings = try BundleVerifier(expecting: manifest.digest).report(on: changed).findings
        #expect(findings.count == 1)
        guard case .badManifest(.unreadable) = try #require(findings.first) else {
            Issue.record("\(findings)")
            return
        }
    }

    @Test("a head that was changed is not told as a change of an item, and a link as one of its own item alone")
    func headAndLinks() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let first = try #require(manifest.items.first).path
        func findings(_ from: String, _ to: String) throws -> [BundleFinding] {
            let text = String(decoding: try #require(folder.files["bundle.json"]), as: UTF8.self)
            var changed = folder
            changed.files["bundle.json"] = Array(text.replacing(from, with: to).utf8)
            return try BundleVerifier().report(on: changed).findings
        }
        #expect(try findings("\"world\":\"simulated\"", "\"world\":\"real\"") == [.changedHead(first)])
        #expect(BundleFinding.changedHead(first).path == "bundle.json")
        let forged = ContentSum(of: [7])
        for (item, link) in zip(manifest.items, manifest.links).dropLast() {
            #expect(try findings(link.hex, forged.hex) == [.changedLink(item.path)])
        }
        // The last link is the digest too: who changes one of them, and who changes both.
        let (item, link) = (try #require(manifest.items.last), try #require(manifest.links.last))
        #expect(try findings("\"link\":\"\(link.hex)\"", "\"link\":\"\(forged.hex)\"") == [.changedLink(item.path)])
        #expect(try findings("\"digest\":\"\(link.hex)\"", "\"digest\":\"\(forged.hex)\"") == [.changedDigest])
        #expect(try findings(link.hex, forged.hex) == [.changedRecord(item.path)])
        let empty = try BundleManifest(head: MadeVisitInputs.head, items: [])
        let text = String(decoding: empty.bytes, as: UTF8.self).replacing(empty.digest.hex, with: forged.hex)
        #expect(
            try BundleVerifier().report(on: MemoryBundle(files: ["bundle.json": Array(text.utf8)])).findings
                == [.changedHead(nil)]
        )
    }

    @Test("an item that was taken out and still lies in the folder is named")
    func notTakenOut() throws {
        var (_, folder) = try MadeVisitInputs.bundle()
        folder.files["reports/1.txt"] = Array("the whole report".utf8)
        #expect(
            try BundleVerifier().report(on: folder).findings
                == [.notTakenOut(try MadeVisitInputs.path("reports/1.txt"))]
        )
    }

    @Test("with items taken out it is not said that nothing was changed")
    func words() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let report = try BundleVerifier(expecting: manifest.digest).report(on: folder)
        let lines = BundleWords.lines(report, isExpected: true)
        #expect(!lines.contains { $0.english.hasPrefix("Nothing was changed") })
        #expect(lines.contains { $0.english.contains("1 item was taken out: by whom and why no sum covers") })
        #expect(lines.contains { $0.indonesian.contains("1 butir dikeluarkan: oleh siapa dan mengapa") })
        let contents = try #require(MadeVisitInputs.inputs().contents(terms: .own, identityTerms: .own))
        let whole = try BundleManifest(head: MadeVisitInputs.head, contents: contents)
        var files = contents.reduce(into: ["bundle.json": whole.bytes]) { $0[$1.item.path.text] = $1.bytes }
        let other = try BundleVerifier(expecting: whole.digest).report(on: MemoryBundle(files: files))
        #expect(BundleWords.lines(other, isExpected: true).contains { $0.english.hasPrefix("Nothing was changed") })
        // What is no longer listed is counted.
        for number in 0..<(BundleReport.most + 5) { files["more/\(number)"] = [] }
        let many = try BundleVerifier().report(on: MemoryBundle(files: files))
        #expect(many.further == 5)
        #expect(BundleWords.lines(many, isExpected: false).contains { $0.english == "5 more findings are not listed." })
    }

    @Test("a list of more values than a bundle has is refused before it costs many times its bytes")
    func manyValues() throws {
        let more = Array(repeatElement(Array(",0".utf8), count: 2_100_000).joined())
        let bytes = Array("[0".utf8) + more + Array("]\n".utf8)
        let findings = try BundleVerifier().report(on: MemoryBundle(files: ["bundle.json": bytes])).findings
        guard case .badManifest(.unreadable(.tooMany)) = try #require(findings.first) else {
            Issue.record("\(findings)")
            return
        }
    }

    @Test("a record that is rewritten, its sums with it, is named where it stands")
    func rewrittenRecord() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        var items = manifest.items
        let place = try #require(items.firstIndex { $0.path.text == "itinerary.json" })
        items[place] = BundleItem(
            items[place].path,
            bytes: items[place].bytes,
            sum: ContentSum(of: [1]),
            kind: items[place].kind,
            known: items[place].known,
            licence: items[place].licence
        )
        let forged = try BundleManifest(checked: manifest.head, items, links: manifest.links, manifest.redactions)
        var changed = folder
        changed.files["bundle.json"] = forged.bytes
        let report = try BundleVerifier().report(on: changed)
        #expect(report.findings.contains(.changedRecord(items[place].path)))
        #expect(report.findings.count { if case .changedRecord = $0 { true } else { false } } == 1)
        // Who rewrites the whole chain gets another digest.
        let rewritten = try BundleManifest(head: manifest.head, items: items, redactions: manifest.redactions)
        #expect(rewritten.digest != manifest.digest)
        changed.files["bundle.json"] = rewritten.bytes
        #expect(
            try BundleVerifier(expecting: manifest.digest).report(on: changed).findings
                .contains(.otherDigest(rewritten.digest))
        )
    }

    @Test("taking items out keeps the digest, and the rest still verifies")
    func redacting() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let path = try MadeVisitInputs.path("sky/points.jsonl")
        let redacted = try manifest.redacted([BundleRedaction(path, .takedown)])
        #expect(redacted.digest == manifest.digest)
        var less = folder
        less.files["bundle.json"] = redacted.bytes
        less.files["sky/points.jsonl"] = nil
        let report = try BundleVerifier(expecting: manifest.digest).report(on: less)
        #expect(report.isWhole)
        #expect(report.manifest?.redactions.count == 2)
        // Without saying so it is missing.
        var silent = folder
        silent.files["sky/points.jsonl"] = nil
        #expect(try BundleVerifier().report(on: silent).findings == [.missing(path)])
        let none = try MadeVisitInputs.path("none")
        #expect(throws: BundleManifestError.strangeRedaction(none)) {
            try manifest.redacted([BundleRedaction(none, .size)])
        }
    }

    @Test("what is there and in no record, links and strange names are named and not followed")
    func strangeThings() throws {
        var folder = try MadeVisitInputs.bundle().folder
        folder.files["extra.txt"] = [1]
        folder.files["../outside"] = [1]
        folder.links = ["raw", "sky/../x"]
        let findings = try BundleVerifier().report(on: folder).findings
        #expect(Set(findings) == [.added("extra.txt"), .strange("../outside"), .link("raw"), .link("sky/../x")])
    }

    @Test("an item behind a link is missing: the link is not read")
    func linkedItem() throws {
        var folder = try MadeVisitInputs.bundle().folder
        folder.files["itinerary.json"] = nil
        folder.links = ["itinerary.json"]
        let findings = try BundleVerifier().report(on: folder).findings
        #expect(findings == [.link("itinerary.json"), .missing(try MadeVisitInputs.path("itinerary.json"))])
    }

    @Test("a file that grew is not read beyond its record")
    func grown() throws {
        var folder = try MadeVisitInputs.bundle().folder
        folder.files["itinerary.json"]? += [0x20]
        #expect(
            try BundleVerifier().report(on: folder).findings
                == [.changed(try MadeVisitInputs.path("itinerary.json"))]
        )
    }

    @Test("a manifest that leads outside, says a path twice, or comes from a newer program is refused")
    func hostileManifests() throws {
        let (_, folder) = try MadeVisitInputs.bundle()
        let text = String(decoding: try #require(folder.files["bundle.json"]), as: UTF8.self)
        func findings(_ from: String, _ to: String) throws -> [BundleFinding] {
            #expect(text.contains(from))
            var changed = folder
            changed.files["bundle.json"] = Array(text.replacing(from, with: to).utf8)
            return try BundleVerifier().report(on: changed).findings
        }
        #expect(
            try findings("\"path\":\"itinerary.json\"", "\"path\":\"../../etc/passwd\"")
                == [.badManifest(.badPath("../../etc/passwd"))]
        )
        #expect(
            try findings("\"path\":\"itinerary.json\"", "\"path\":\"identity/aircraft.jsonl\"")
                == [.badManifest(.outOfOrder)]
        )
        #expect(try findings("\"format\":1", "\"format\":2") == [.badManifest(.newerFormat(2))])
        #expect(
            try findings("\"bytes\":", "\"bytes\":-").contains { if case .badManifest = $0 { true } else { false } }
        )
        #expect(try BundleVerifier().report(on: MemoryBundle()).findings == [.noManifest])
    }

    @Test("two names that some systems take for one are refused when a bundle is made")
    func foldedNames() throws {
        func item(_ text: String) throws -> BundleItem {
            BundleItem(
                try MadeVisitInputs.path(text),
                bytes: 0,
                sum: ContentSum(of: []),
                kind: .base,
                known: .unknown,
                licence: .own
            )
        }
        for pair in [["a/B", "a/b"], ["a", "a/b"], ["a/b/c", "A/b"], ["x", "x"], ["bundle.json", "x"]] {
            #expect(throws: BundleManifestError.self) {
                try BundleManifest(head: MadeVisitInputs.head, items: try pair.map(item))
            }
        }
    }

    @Test("what its licence does not let go out is taken out, whoever forgot to say so")
    func licences() throws {
        let path = try MadeVisitInputs.path("x")
        for licence in LicenceTag.allCases {
            let content = BundleContent(path, [1], kind: .list, known: .claimed, licence: licence)
            #expect((content.redacted == .licence) == !licence.isRedistributable)
        }
    }

    @Test("random bytes for a manifest never trap")
    func randomManifests() throws {
        let (_, folder) = try MadeVisitInputs.bundle()
        let bytes = try #require(folder.files["bundle.json"])
        var chance = SeededGenerator(seed: 5)
        for _ in 0..<2_000 {
            var changed = bytes
            for _ in 0..<(1 + chance.next() % 4) {
                let place = Int(chance.next() % UInt64(changed.count))
                switch chance.next() % 3 {
                case 0: changed[place] = UInt8(truncatingIfNeeded: chance.next())
                case 1: changed.remove(at: place)
                default: changed.insert(UInt8(truncatingIfNeeded: chance.next()), at: place)
                }
            }
            guard changed != bytes else { continue }
            #expect(try !BundleVerifier().report(on: MemoryBundle(files: ["bundle.json": changed])).isWhole)
        }
    }
}
