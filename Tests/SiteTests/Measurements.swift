import Aero
import Foundation
import NIOCore
import Testing

@testable import Site
@testable import Tracking

/// Figures, not facts: run with PELACAK_MEASURE=1, optimised, on a quiet machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .serialized
)
struct Measurements {
    private static let count = 10_000

    private static func tracks(shift: Double) -> [Track] {
        (0..<count).map { index in
            var track = Tracks.whole(
                UInt32(index * 37),
                latitude: Double(index % 160) - 80 + shift,
                longitude: Double(index / 160) * 5 - 155
            )
            track.callsign = Tracks.known("KLM\(index)")
            track.barometricAltitude = Tracks.known(Feet(index * 3 + (index % 2 == 0 ? Int(shift * 50_000) : 0)))
            track.fix = track.fix.flatMap {
                Tracks.fix($0.position.latitude, $0.position.longitude, age: -shift * 1000)
            }
            return track
        }
    }

    private static func best(_ name: String, _ repetitions: Int = 30, _ work: () -> Int) {
        var times: [Double] = []
        var bytes = 0
        for _ in 0..<repetitions {
            let start = ContinuousClock.now
            bytes = work()
            times.append(Double(start.duration(to: .now).components.attoseconds) / 1e15)
        }
        times.sort()
        let text = times.map { String(format: "%.2f", $0) }
        print("\(name): best \(text[0]) ms, median \(text[times.count / 2]) ms, \(bytes) bytes")
    }

    @Test func liveFrames() {
        let before = Measurements.tracks(shift: 0).map(TrackSummary.init)
        let after = Measurements.tracks(shift: 0.002).map(TrackSummary.init)
        let first = SkySnapshot(time: Tracks.now, provenance: .real, aircraft: before)
        let second = SkySnapshot(time: Tracks.now.advanced(bySeconds: 1), provenance: .real, aircraft: after.shuffled())
        var encoder = LiveFrameEncoder(view: .world) { _ in nil }
        encoder.begin(with: LiveSky(first))
        Measurements.best("columns of a snapshot, unsorted") { LiveSky(second).rows.count }
        let sky = LiveSky(second)
        Measurements.best("change, all moved, half with new altitude") {
            var copy = encoder
            return copy.advance(to: sky).readableBytes
        }
        Measurements.best("full with strings") { encoder.full().readableBytes }
    }

    @Test func documents() {
        let tracks = Measurements.tracks(shift: 0)
        let document = ReadsbAircraftDocument(now: Tracks.now, provenance: .real, messages: 1, book: FakeBook())
        var json: [UInt8] = []
        Measurements.best("aircraft.json") {
            json = document.json(tracks)
            return json.count
        }
        Measurements.best("the same packed, level 1", 5) { Gzip.packed(json, level: 1)?.count ?? 0 }
        let snapshot = SkySnapshot(time: Tracks.now, provenance: .real, aircraft: tracks.map(TrackSummary.init))
        Measurements.best("api/v1/aircraft") { AircraftListDocument.json(snapshot, FakeBook()).count }
    }
}
