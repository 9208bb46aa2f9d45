import Testing

@testable import Store

struct CRC32CTests {
    /// RFC 3720, B.4.
    @Test func publishedVectors() {
        #expect(CRC32C.of([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(CRC32C.of([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
        #expect(CRC32C.of((0..<32).map { UInt8($0) }) == 0x46DD_794E)
        #expect(CRC32C.of((0..<32).reversed().map { UInt8($0) }) == 0x113F_DB5C)
        #expect(CRC32C.of(Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.of([]) == 0)
    }

    @Test func aPartIsCheckedAsIfAlone() {
        let bytes = (0..<100).map { UInt8($0) }
        for start in 0..<20 { #expect(CRC32C.of(bytes, in: start..<90) == CRC32C.of(Array(bytes[start..<90]))) }
    }
}
