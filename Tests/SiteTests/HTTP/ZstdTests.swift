import Testing

@testable import Site

struct ZstdTests {
    @Test("a packed body is one frame that tells its length, and unpacks to itself", arguments: [0, 1, 112, 100_000])
    func roundTrip(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let packed = try #require(Zstd.packed(bytes, level: 1))
        #expect(packed.prefix(4) == [0x28, 0xB5, 0x2F, 0xFD])
        #expect(Unpacked.zstdLength(packed) == count)
        #expect(Unpacked.zstd(packed) == bytes)
    }

    @Test("what was cut or is something else does not unpack")
    func notAFrame() throws {
        let packed = try #require(Zstd.packed([UInt8](repeating: 1, count: 500), level: 1))
        #expect(Unpacked.zstd(Array(packed.dropLast())) == nil)
        #expect(Unpacked.zstdLength([1, 2, 3, 4, 5, 6, 7, 8, 9]) == nil)
    }
}
