import Aero
import Testing

@testable import Bundles

struct TimeStampTests {
    /// - Source: the same request by `openssl ts -query -digest … -sha256 -cert -no_nonce`, OpenSSL 3.0.
    @Test("a request is the one openssl makes")
    func request() throws {
        let digest = try #require(ContentSum(StampedAnswer.digest))
        let hex = TimeStampRequest(digest).bytes.map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined()
        #expect(hex == "30390201013031300d060960864801650304020105000420" + StampedAnswer.digest + "0101ff")
    }

    @Test("an answer tells the digest and the time")
    func answer() throws {
        let stamp = try TimeStamp(reading: StampedAnswer.bytes)
        #expect(stamp.digest.hex == StampedAnswer.digest)
        #expect(CanonicalTime.text(stamp.time) == "2026-11-27T04:00:40Z")
    }

    @Test("an answer that refuses is told with its status")
    func refused() {
        #expect(throws: TimeStampError.refused(status: 2)) { try TimeStamp(reading: [0x30, 5, 0x30, 3, 2, 1, 2]) }
    }

    @Test("answers cut off at every byte are refused, and with any byte changed they never trap")
    func damaged() {
        let bytes = StampedAnswer.bytes
        for count in bytes.indices {
            #expect(throws: TimeStampError.self) { try TimeStamp(reading: Array(bytes.prefix(count))) }
        }
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                _ = try? TimeStamp(reading: changed)
            }
        }
    }

    @Test("lengths that lie, or are longer than they need be, are refused")
    func lengths() {
        for bytes in [
            [0x30], [0x30, 0x80, 0, 0], [0x30, 0x81, 0x05, 0x30, 3, 2, 1, 0], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x30, 0x85, 0, 0, 0, 0, 1], [0x30, 0x82, 0x00, 0x90],
        ] as [[UInt8]] {
            #expect(throws: TimeStampError.unreadable) { try TimeStamp(reading: bytes) }
        }
    }

    @Test("a stamp beside a bundle has to be of its digest")
    func besideABundle() throws {
        let (manifest, made) = try MadeVisitInputs.bundle()
        var folder = made
        folder.files["timestamp.tsr"] = StampedAnswer.bytes
        #expect(try BundleVerifier().report(on: folder).findings == [.badStamp(nil)])
        // The imprint stands in the answer as it is: with this bundle's it is a stamp that nobody signed, which is not seen here.
        let imprint = try #require(ContentSum(StampedAnswer.digest)).bytes
        let bytes = StampedAnswer.bytes
        let start = try #require(
            bytes.indices.first { place in bytes.dropFirst(place).prefix(32).elementsEqual(imprint) }
        )
        var stamped = bytes
        stamped.replaceSubrange(start..<(start + 32), with: manifest.digest.bytes)
        folder.files["timestamp.tsr"] = stamped
        let report = try BundleVerifier(expecting: manifest.digest).report(on: folder)
        #expect(report.isWhole && report.stamp?.digest == manifest.digest)
        folder.files["timestamp.tsr"] = [1, 2, 3]
        #expect(try BundleVerifier().report(on: folder).findings == [.badStamp(.unreadable)])
    }
}
