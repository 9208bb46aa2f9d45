import Testing

@testable import Site

struct GzipTests {
    @Test("what is packed unpacks to the same", arguments: [0, 1, 100, 70_000])
    func roundTrip(count: Int) throws {
        var random = SplitMix(state: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(random.below(256)) }
        for level: Int32 in [1, 9] {
            let packed = try #require(Gzip.packed(bytes, level: level))
            #expect(Gzip.isPacked(packed))
            #expect(Unpacked.gzip(packed) == bytes)
        }
    }

    @Test(
        "gzip is used only where the client says it can",
        arguments: [
            ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("gzip; q=0.000", false),
            ("br", false), ("", false), ("x-gzip", true),
        ]
    )
    func accepted(header: String, allows: Bool) {
        #expect(AcceptEncoding.allowsGzip(header) == allows)
        #expect(!AcceptEncoding.allowsGzip(nil))
    }
}
