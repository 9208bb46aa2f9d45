import TestSupport
import Testing

@testable import Store

struct TarReaderTests {
    /// All entries and the files' bytes.
    static func read(_ bytes: [UInt8]) -> (entries: [TarEntry], bodies: [[UInt8]], isCut: Bool) {
        var tar = TarReader(SourceReader(ArraySource(bytes)))
        var (entries, bodies): ([TarEntry], [[UInt8]]) = ([], [])
        do {
            while let entry = try tar.next() {
                entries.append(entry)
                // Every second body is stepped over.
                if case .file = entry, entries.count % 2 == 1 { bodies.append(try tar.body()) }
                if entries.count > 10_000 { return (entries, bodies, true) }
            }
        } catch { return (entries, bodies, true) }
        return (entries, bodies, false)
    }

    @Test func readsFilesOneAfterTheOther() {
        var tar = TarMaker()
        tar.file("./traces/aa/one", Array("first".utf8))
        tar.file("two", Array(repeating: 7, count: 512))
        tar.file("three", [], prefix: "far/away")
        tar.end()
        let (entries, bodies, _) = Self.read(tar.bytes)
        #expect(
            entries == [
                .file(name: "./traces/aa/one", size: 5), .file(name: "two", size: 512),
                .file(name: "far/away/three", size: 0),
            ]
        )
        #expect(bodies == [Array("first".utf8), []])
    }

    @Test func readsLongNamesOfBothKinds() {
        let long = String(repeating: "deep/", count: 40) + "end"
        var tar = TarMaker()
        tar.file("././@LongLink", Array(long.utf8) + [0], kind: "L")
        tar.file("short", [1])
        let record = " path=\(long)\n"
        let length = record.utf8.count + 3
        tar.file("PaxHeader", Array("\(length)\(record)".utf8), kind: "x")
        tar.file("short", [2])
        tar.end()
        #expect(Self.read(tar.bytes).entries == [.file(name: long, size: 1), .file(name: long, size: 1)])
    }

    @Test func linksAndDevicesAreNamedAndNotFollowed() {
        var tar = TarMaker()
        tar.file("soft", [], kind: "2")
        tar.file("hard", [], kind: "1")
        tar.file("null", [], kind: "3")
        tar.file("folder/", [], kind: "5")
        tar.end()
        #expect(
            Self.read(tar.bytes).entries == [
                .other(name: "soft", kind: .link), .other(name: "hard", kind: .link),
                .other(name: "null", kind: .special), .other(name: "folder/", kind: .folder),
            ]
        )
    }

    @Test func goesOnBehindADamagedHeader() {
        var tar = TarMaker()
        tar.file("good", [1])
        var bad = TarMaker()
        bad.file("bad", Array(repeating: 9, count: 700))
        var bytes = bad.bytes
        bytes[5] ^= 0xFF
        tar.raw(bytes)
        tar.file("after", [2])
        tar.end()
        let entries = Self.read(tar.bytes).entries
        #expect(entries.count == 3)
        #expect(entries.first == .file(name: "good", size: 1))
        #expect(entries.last == .file(name: "after", size: 1))
        if case .damaged(let place, _)? = entries.dropFirst().first {
            #expect(place == 1024)
        } else {
            Issue.record("no damage")
        }
    }

    @Test func aSizeBeyondTheArchiveIsACut() {
        var tar = TarMaker()
        tar.file("bomb", [1, 2, 3], size: 1 << 32)
        #expect(Self.read(tar.bytes).isCut)
        // 8 EiB in GNU's binary form is no size at all.
        var block = TarMaker.header("x", size: 0, kind: "0")
        for place in 124..<136 { block[place] = place == 124 ? 0x80 : 0x7F }
        #expect(TarHeader(block) == nil)
    }

    @Test func everyCutIsToldAndWhatStandsBeforeItIsGiven() {
        var tar = TarMaker()
        tar.file("one", Array(repeating: 1, count: 600))
        tar.file("two", Array(repeating: 2, count: 10))
        let whole = tar.bytes.count
        tar.end()
        for cut in 0..<whole {
            let (entries, bodies, isCut) = Self.read(Array(tar.bytes[..<cut]))
            let isTold = isCut || entries.contains { if case .damaged = $0 { true } else { false } }
            #expect(isTold)
            if cut >= 1536 { #expect(bodies.first?.count == 600) }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func randomFlipsDoNotTrap(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var tar = TarMaker()
        for index in 0..<6 {
            tar.file("file\(index)", (0..<Int.random(in: 0...1500, using: &random)).map { _ in 0x41 })
        }
        tar.end()
        for _ in 0..<200 {
            var bytes = tar.bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            #expect(Self.read(bytes).entries.count < 10_000)
        }
        let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        _ = Self.read(noise)
    }

    @Test func extendedHeadersThatLieAreTold() {
        for record in [
            "999999 path=x\n", "5 path", "x", "12 size=-1\n", "11 path=", "0 a=b\n", "9223372036854775807 a=b\n",
        ] {
            var tar = TarMaker()
            tar.file("PaxHeader", Array(record.utf8), kind: "x")
            tar.file("next", [1])
            tar.end()
            #expect(!Self.read(tar.bytes).entries.isEmpty)
        }
        var tar = TarMaker()
        tar.file("huge", Array(repeating: 0x61, count: 70_000), kind: "L")
        tar.file("next", [1])
        tar.end()
        #expect(Self.read(tar.bytes).entries.count == 2)
    }
}
