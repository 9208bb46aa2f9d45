import Aero
import Testing

@testable import Site
@testable import Tracking

struct HeatmapDocumentTests {
    private let start = 1_718_701_200.0

    private func words(_ bytes: [UInt8]) -> [Int32] {
        stride(from: 0, to: bytes.count, by: 4).map { at in
            Int32(
                bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
            )
        }
    }

    private func document(_ tracks: [Track], seconds: Double = 1800) -> [UInt8]? {
        HeatmapDocument(tracks: tracks).bytes(
            from: Timestamp(seconds: start),
            until: Timestamp(seconds: start + seconds)
        )
    }

    @Test("the half hour has a slice every 30 s, found by the table at its head")
    func slices() throws {
        let bytes = try #require(document([Paths.eastwards(from: start + 60, points: 10)]))
        #expect(bytes.count % 16 == 0)
        let words = words(bytes)
        let magic: Int32 = 0x0E7F_7C9D
        let headers = stride(from: 0, to: words.count, by: 4).filter { words[$0] == magic }
        #expect(headers.count == 60)
        for (slice, header) in headers.enumerated() {
            #expect(words[slice * 4] == Int32(header / 4))
            let low = UInt32(bitPattern: words[header + 2])
            let milliseconds = Int64(words[header + 1]) << 32 | Int64(low)
            #expect(milliseconds == Int64((start + Double(slice) * 30) * 1000))
            #expect(words[header + 3] & 0xFFFF == 30_000)
        }
        #expect(headers[0] == 60 * 4)
    }

    @Test("a name and a position are, byte for byte, what the table says")
    func entries() throws {
        var track = Paths.eastwards(AircraftAddress(other: 0x2A00F3), from: start, points: 2)
        track.trail.note(callsign: "KLM1", squawk: Squawk(rawValue: 0o0417), at: Timestamp(seconds: start))
        let bytes = try #require(document([track], seconds: 0))
        #expect(bytes.count == 4 * 16)
        #expect(
            Array(bytes[32..<48]) == [0xF3, 0x00, 0x2A, 0x01, 0xA1, 0x01, 0x00, 0x40] + Array("KLM1    ".utf8)
        )
        // adsb_icao is 0; 50 N is 50,000,000 = 0x02FAF080; 10,000 ft are 400 steps, 300 kt 3000 tenths.
        #expect(
            Array(bytes[48...])
                == [0xF3, 0x00, 0x2A, 0x01, 0x80, 0xF0, 0xFA, 0x02, 0, 0, 0, 0, 0x90, 0x01, 0xB8, 0x0B]
        )
    }

    @Test("on the ground the altitude is -123, unknown -124, and an unknown speed -1")
    func specialNumbers() throws {
        let ground = Paths.track([
            Paths.Stop(seconds: start, latitude: 1, longitude: 1, onGround: true, motion: TrailPoint.Motion())
        ])
        let unknown = Paths.track([
            Paths.Stop(seconds: start, latitude: 1, longitude: 1, motion: TrailPoint.Motion())
        ])
        let low = Paths.track([
            Paths.Stop(seconds: start, latitude: 1, longitude: 1, motion: TrailPoint.Motion(altitude: -3_100))
        ])
        for (track, altitude) in [(ground, -123), (unknown, -124), (low, -122)] {
            let bytes = try #require(document([track], seconds: 0))
            let word = words(bytes).last ?? 0
            #expect(Int(Int16(truncatingIfNeeded: word)) == altitude)
            #expect(word >> 16 == (track.trail.points[0].groundSpeed == nil ? -1 : 3000))
        }
    }

    @Test("names are told once a minute and before the first position")
    func names() throws {
        var track = Paths.eastwards(from: start, points: 90)
        track.trail.note(callsign: "A", squawk: nil, at: Timestamp(seconds: start))
        let words = words(try #require(document([track])))
        let names = stride(from: 1, to: words.count, by: 4).filter { words[$0] >= 1 << 30 && words[$0 - 1] == 0x3C0001 }
        #expect(names.count == 30)
    }

    @Test("a half hour in which nobody was anywhere is none")
    func empty() {
        #expect(document([Paths.eastwards(from: start + 3600, points: 3)]) == nil)
        #expect(document([]) == nil)
        #expect(document([Paths.eastwards(from: start, points: 3)], seconds: -1) == nil)
    }
}
