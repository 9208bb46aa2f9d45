import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

/// Figures, not facts: run with PELACAK_MEASURE=1, optimised, on a quiet machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .serialized
)
struct BinCraftMeasurements {
    @Test func binCraft() {
        for (name, tracks) in [("usual", Measurements.tracks(shift: 0)), ("everything known", Measurements.everything)]
        {
            let picture = Pictures.of(tracks)
            _ = picture.identities
            let document = BinCraftDocument(picture: picture)
            let all = Array(tracks.indices)
            Measurements.best("binCraft of 10,000, \(name)") { document.bytes(all).count }
            let bytes = document.bytes(all)
            for level in [Int32(1), 3] {
                Measurements.best("the same with zstd, level \(level)") { Zstd.packed(bytes, level: level)?.count ?? 0 }
            }
            Measurements.best("the same with gzip, level 1", 10) { Gzip.packed(bytes, level: 1)?.count ?? 0 }
        }
    }

    @Test func partsOfTheSky() {
        // 10,000 aircraft in 20 x 20 degrees: over two hundred in a tile.
        let tracks = Measurements.tracks(shift: 0).enumerated().map { index, track in
            var track = track
            track.fix = Tracks.fix(40 + Double(index % 100) / 5, Double(index / 100) / 5)
            return track
        }
        let picture = Pictures.of(tracks)
        _ = picture.identities
        let document = BinCraftDocument(picture: picture)
        if let tile = tracks[5050].fix.map({ GlobeTile(of: $0.position) }) {
            print("a tile with \(tile.indices(in: picture).count) aircraft")
            Measurements.best("its binCraft with zstd") {
                Zstd.packed(
                    document.bytes(tile.indices(in: picture), tile: UInt32(tile.number), box: tile.box),
                    level: 1
                )?
                .count ?? 0
            }
            Measurements.best("its JSON") { GlobeTileDocument.json(picture, tile, tile.indices(in: picture)).count }
        }
        guard let box = Box(south: 45, north: 55, west: 5, east: 15) else { return }
        let query = AircraftQuery(.box(box, or: []))
        print("a box with \(query.indices(in: picture).count) aircraft")
        Measurements.best("its binCraft with zstd") {
            Zstd.packed(document.bytes(query.indices(in: picture), box: box), level: 1)?.count ?? 0
        }
    }

    @Test func past() {
        let now = 1_718_701_200.0
        let tracks = (0..<10_000).map {
            Paths.eastwards(AircraftAddress(icao: UInt32($0)), from: now - 3600, points: 180)
        }
        let picture = Pictures.of(tracks, at: Timestamp(seconds: now))
        let start = Timestamp(seconds: now - 1800)
        var heat: [UInt8] = []
        Measurements.best("half an hour of heat map, 10,000 aircraft", 5) {
            heat = HeatmapDocument(tracks: tracks).bytes(from: start, until: picture.status.now) ?? []
            return heat.count
        }
        Measurements.best("the same packed, gzip level 1", 5) { Gzip.packed(heat, level: 1)?.count ?? 0 }
        Measurements.best("a quarter of an hour of chunk", 5) {
            ChunkDocument(picture: picture).json(from: Int64(now - 900) * 1000).count
        }
        let long = Pictures.of([Paths.eastwards(from: now - 20_000, points: 1000)], at: Timestamp(seconds: now))
        Measurements.best("a trace of 1,000 points") {
            TraceDocument(picture: long, 0).json(Timestamp(seconds: 0)..<Timestamp(seconds: now + 60), endsNow: true)?
                .count ?? 0
        }
    }
}
