import Aero
import Foundation
import ModeS
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

    static func tracks(shift: Double) -> [Track] {
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

    static func best(_ name: String, _ repetitions: Int = 30, _ work: () -> Int) {
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

    /// `aircraft.json` by the plain encoder, by the quick one, and by the quick one on two cores, in turn; medians of five, each the best of
    /// ten. Processor time of the thread where there is one thread, so that what else the machine does counts little.
    private static func compare(_ name: String, _ picture: SkyPicture) async {
        _ = picture.identities
        let quick = ReadsbAircraftDocument(picture)
        let plain = PlainReadsbDocument(
            now: picture.status.now,
            provenance: picture.status.provenance,
            messages: picture.status.messages,
            book: FakeBook()
        )
        var rounds: [[Double]] = [[], [], []]
        var bytes = 0
        for _ in 0..<5 {
            rounds[0].append(least { _ = plain.json(picture.tracks) })
            rounds[1].append(least { bytes = quick.json().readableBytes })
            var sideBySide = Double.infinity
            for _ in 0..<10 {
                let start = ContinuousClock.now
                _ = await quick.pieces()
                sideBySide = min(sideBySide, Double(start.duration(to: .now).components.attoseconds) / 1e15)
            }
            rounds[2].append(sideBySide)
        }
        let medians = rounds.map { $0.sorted()[2] }
        let text = medians.map { String(format: "%.2f", $0) }
        let ratio = String(format: "%.1f", medians[0] / medians[1])
        print(
            "aircraft.json, \(name), \(bytes) bytes: plain \(text[0]) ms CPU, quick \(text[1]), ratio \(ratio); "
                + "on two cores \(text[2]) ms wall"
        )
    }

    /// Milliseconds of this thread's processor time, the least of ten.
    private static func least(_ work: () -> Void) -> Double {
        var least = Double.infinity
        for _ in 0..<10 {
            let start = threadTime
            work()
            least = min(least, (threadTime - start) * 1000)
        }
        return least
    }

    private static var threadTime: Double {
        var time = timespec()
        // safe: the call writes one value that is alive.
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The same with every value that a track can hold.
    static var everything: [Track] {
        tracks(shift: 0).map { track in
            var track = track
            track.trackRate = Tracks.known(-0.25)
            track.roll = Tracks.known(-12.5)
            track.mach = Tracks.known(0.785)
            track.wind = Wind(direction: 270, speed: 45).map { Tracks.known($0) }
            track.temperature = Tracks.known(-52.5)
            track.selectedAltitude = Tracks.known(38_000)
            track.managedAltitude = Tracks.known(38_016)
            track.pressureSetting = Tracks.known(1013.2)
            track.selectedHeading = Tracks.known(123.05)
            track.modes = Tracks.known([.autopilot, .verticalNavigation, .lateralNavigation])
            track.isTCASOperational = Tracks.known(true)
            return track
        }
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

    @Test func questions() throws {
        // 10,000 aircraft over Europe and the Atlantic: several hundred within 250 NM.
        var random = SplitMix(state: 1)
        let tracks = (0..<Measurements.count).map { index in
            Tracks.whole(
                UInt32(index * 37),
                latitude: 35 + Double(random.below(25_000)) / 1000,
                longitude: Double(random.below(60_000)) / 1000 - 30
            )
        }
        let picture = RandomSky.picture(tracks)
        _ = picture.identities
        for path in [
            ["point", "50", "5", "250"], ["point", "50", "5", "50"], ["closest", "50", "5", "250"], ["hex", "000025"],
        ] {
            let request = try #require(try V2Request(path))
            let found = request.query.matches(in: picture).count
            Measurements.best("v2 \(path.joined(separator: "/")), \(found) aircraft", 200) {
                ReadsbQueryDocument.v2(picture, request.query, since: .now).readableBytes
            }
        }
    }

    @Test func documents() async {
        let tracks = Measurements.tracks(shift: 0)
        print("a track has \(MemoryLayout<Track>.size) bytes, stride \(MemoryLayout<Track>.stride)")
        let list = ContiguousArray(tracks)
        Measurements.best("copies of all tracks") { Array(list).count }
        let status = FakeSky().initialStatus
        Measurements.best("picture of all tracks") { SkyPicture(status: status, tracks: tracks).tracks.count }
        for (name, tracks) in [("usual", tracks), ("everything known", Measurements.everything)] {
            await Measurements.compare(name, RandomSky.picture(tracks))
        }
        let json = Array(ReadsbAircraftDocument(RandomSky.picture(tracks)).json().readableBytesView)
        Measurements.best("the same packed, level 1", 5) { Gzip.packed(json, level: 1)?.count ?? 0 }
        let snapshot = SkySnapshot(time: Tracks.now, provenance: .real, aircraft: tracks.map(TrackSummary.init))
        Measurements.best("api/v1/aircraft") { AircraftListDocument.json(snapshot, FakeBook()).count }
    }
}
