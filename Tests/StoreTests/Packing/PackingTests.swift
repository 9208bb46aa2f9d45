import TestSupport
import Testing

@testable import Store

struct PackingTests {
    static let text = Array(String(repeating: "a trace is a list of rows; ", count: 4_000).utf8)

    @Test func gzipGivesBackWhatWentIn() throws {
        for bytes in [[], [1], Self.text] {
            let packed = try #require(Gzip.packed(bytes))
            #expect(Gzip.isPacked(packed))
            #expect(try Gzip.unpacked(packed, limit: bytes.count) == bytes)
        }
    }

    @Test func membersMayFollowEachOther() throws {
        let one = try #require(Gzip.packed([1, 2, 3]))
        #expect(try Gzip.unpacked(one + one + [0, 0, 0], limit: 10) == [1, 2, 3, 1, 2, 3])
        #expect(throws: PackingError.self) { try Gzip.unpacked(one + [9, 9], limit: 10) }
    }

    @Test func aBombIsCutShort() throws {
        let bomb = try #require(Gzip.packed(Array(repeating: 0, count: 20 << 20), level: 9))
        #expect(bomb.count < 64 * 1024)
        #expect(throws: PackingError.tooLarge(limit: 1 << 20)) { try Gzip.unpacked(bomb, limit: 1 << 20) }
    }

    @Test func everyCutOfGzipIsTold() throws {
        let packed = try #require(Gzip.packed(Array(Self.text.prefix(3_000))))
        for cut in packed.indices {
            #expect(throws: PackingError.self) { try Gzip.unpacked(Array(packed[..<cut]), limit: 1 << 20) }
        }
    }

    @Test func everyFlippedByteOfGzipIsToldOrHarmless() throws {
        let bytes = Array(Self.text.prefix(2_000))
        let packed = try #require(Gzip.packed(bytes))
        for place in packed.indices {
            var wrong = packed
            wrong[place] ^= 0x55
            // The head's time, operating system and flags of no meaning may change; the content may not.
            if let read = try? Gzip.unpacked(wrong, limit: 1 << 20) { #expect(read == bytes) }
        }
    }
}
