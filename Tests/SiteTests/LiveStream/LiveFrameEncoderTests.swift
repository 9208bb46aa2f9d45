import Aero
import NIOCore
import Testing

@testable import Site
@testable import Tracking

struct LiveFrameEncoderTests {
    static func sky(_ tracks: [Track], at time: Timestamp = Tracks.now) -> LiveSky {
        LiveSky(SkySnapshot(time: time, provenance: .real, aircraft: tracks.map(TrackSummary.init)))
    }

    /// What a reader must know of a sky.
    static func expected(_ sky: LiveSky, in view: LiveView = .world) -> [UInt32: LiveReplica.Row] {
        var rows: [UInt32: LiveReplica.Row] = [:]
        for row in sky.rows where view.contains(row) {
            rows[row.address] = LiveReplica.Row(
                latitude: row.latitude,
                longitude: row.longitude,
                values: [
                    UInt16(bitPattern: row.altitude), row.speed, row.track, UInt16(bitPattern: row.verticalRate),
                    row.flags,
                ],
                heardMilliseconds: Double(row.heard.milliseconds)
            )
        }
        return rows
    }

    static func expectSame(_ replica: LiveReplica, _ sky: LiveSky, in view: LiveView = .world, tolerance: Double = 101)
    {
        let wanted = expected(sky, in: view)
        #expect(Set(replica.rows.keys) == Set(wanted.keys))
        for (address, row) in wanted {
            guard let known = replica.rows[address] else { continue }
            #expect(known.latitude == row.latitude && known.longitude == row.longitude && known.values == row.values)
            let allowed = row.latitude == .min ? 2_000 + tolerance : tolerance
            #expect(abs(known.heardMilliseconds - row.heardMilliseconds) <= allowed)
        }
    }

    @Test("a full frame tells all aircraft, with the extreme value for what is not known")
    func full() throws {
        let sky = LiveFrameEncoderTests.sky([Tracks.whole(), Tracks.bare()])
        var encoder = LiveFrameEncoder(view: .world) { FakeBook().registration(of: $0) }
        encoder.begin(with: sky)
        var replica = LiveReplica()
        try replica.take(Array(encoder.full().readableBytesView))
        #expect(replica.kinds == [1, 3])
        LiveFrameEncoderTests.expectSame(replica, sky)
        let bare = try #require(replica.rows[0x3C_0001])
        #expect(bare.latitude == .min && bare.longitude == .min)
        #expect(bare.values == [0x8000, 0xFFFF, 0xFFFF, 0x8000, 7])
        let whole = try #require(replica.rows[0x48_4159])
        #expect(whole.latitude == 52_100_000 && whole.longitude == 4_200_000)
        #expect(whole.values == [1480, 4503, 22_474, UInt16(bitPattern: -10), 16])
        #expect(
            replica.strings == [
                #"{"rows":[["3c0001",null,null,null,null],["484159","KLM1023","PH-BXA","A3","1234"]]}"#
            ]
        )
    }

    @Test("change frames bring a reader to the same state as a full one, through 200 random seconds", arguments: 0..<8)
    func changesAgree(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var tracks: [Track] = []
        var time = Tracks.now
        let view = seed % 2 == 0 ? LiveView.world : try #require(LiveView("170,-60,-170,60"))
        var encoder = LiveFrameEncoder(view: view) { _ in nil }
        encoder.begin(with: LiveFrameEncoderTests.sky(tracks, at: time))
        var replica = LiveReplica()
        try replica.take(Array(encoder.full().readableBytesView))
        for _ in 0..<200 {
            time = time.advanced(bySeconds: Double(random.below(3000)) / 1000)
            LiveFrameEncoderTests.mutate(&tracks, at: time, &random)
            let sky = LiveFrameEncoderTests.sky(tracks, at: time)
            try replica.take(Array(encoder.advance(to: sky).readableBytesView))
            LiveFrameEncoderTests.expectSame(replica, sky, in: view)
        }
    }

    private static func mutate(_ tracks: inout [Track], at time: Timestamp, _ random: inout SplitMix) {
        if random.below(3) == 0 { tracks.append(Tracks.bare(UInt32(random.below(60)))) }
        if random.below(6) == 0, !tracks.isEmpty { tracks.remove(at: random.below(tracks.count)) }
        for index in tracks.indices where random.below(2) == 0 {
            tracks[index].lastHeard = time.advanced(bySeconds: -Double(random.below(20)) / 10)
            switch random.below(6) {
            case 0: tracks[index].barometricAltitude = Tracks.known(Feet(random.below(40_000)))
            case 1: tracks[index].groundSpeed = Tracks.known(Knots(random.below(600)))
            case 2: tracks[index].fix = nil
            default:
                let old = tracks[index].fix?.position
                let step = random.below(5) == 0 ? 1.0 : 0.001
                let longitude = (old?.longitude ?? 179) + Double(random.below(100) - 50) * step
                let latitude = max(-90, min(90, (old?.latitude ?? 0) + Double(random.below(100) - 50) * step))
                let age = Tracks.now.seconds(since: tracks[index].lastHeard)
                tracks[index].fix = Tracks.fix(latitude, longitude, age: age)
            }
        }
        // An address stands in the sky once.
        var seen: Set<AircraftAddress> = []
        tracks.removeAll { !seen.insert($0.address).inserted }
    }

    @Test("aircraft that stand still and are not heard cost nothing but the head of the frame")
    func silence() throws {
        let tracks = [Tracks.whole(), Tracks.bare()]
        var encoder = LiveFrameEncoder(view: .world) { _ in nil }
        encoder.begin(with: LiveFrameEncoderTests.sky(tracks))
        let change = encoder.advance(to: LiveFrameEncoderTests.sky(tracks, at: Tracks.now.advanced(bySeconds: 1)))
        #expect(change.readableBytes == 40)
    }

    @Test("without a position, an aircraft heard again costs six bytes, only when its age is wrong by over 2 s")
    func heardAgain() throws {
        var track = Tracks.bare()
        var encoder = LiveFrameEncoder(view: .world) { _ in nil }
        encoder.begin(with: LiveFrameEncoderTests.sky([track]))
        var replica = LiveReplica()
        try replica.take(Array(encoder.full().readableBytesView))
        var sizes: [Int] = []
        for second in 1...6 {
            let time = Tracks.now.advanced(bySeconds: Double(second))
            track.lastHeard = time
            let change = encoder.advance(to: LiveFrameEncoderTests.sky([track], at: time))
            sizes.append(change.readableBytes)
            try replica.take(Array(change.readableBytesView))
        }
        // It was heard a second before the first frame.
        #expect(sizes == [40, 46, 40, 40, 46, 40])
        let last = LiveFrameEncoderTests.sky([track], at: Tracks.now.advanced(bySeconds: 6))
        LiveFrameEncoderTests.expectSame(replica, last)
        track.barometricAltitude = Tracks.known(31_000)
        let climbed = encoder.advance(to: LiveFrameEncoderTests.sky([track], at: Tracks.now.advanced(bySeconds: 7)))
        #expect(climbed.readableBytes == 40 + 14)
    }

    @Test("a new position that is the old one costs six bytes")
    func standsStill() throws {
        let before = Tracks.whole()
        var after = before
        let fix = try #require(before.fix?.position)
        after.fix = Tracks.fix(fix.latitude, fix.longitude, age: -1)
        var encoder = LiveFrameEncoder(view: .world) { _ in nil }
        encoder.begin(with: LiveFrameEncoderTests.sky([before]))
        let sky = LiveFrameEncoderTests.sky([after], at: Tracks.now.advanced(bySeconds: 1))
        #expect(encoder.advance(to: sky).readableBytes == 46)
    }

    @Test("values of the columns are clamped, never wrapped")
    func extremes() {
        var track = Tracks.bare()
        track.barometricAltitude = Tracks.known(Feet(1e300))
        track.groundSpeed = Tracks.known(Knots(Double.infinity))
        track.track = Tracks.known(Degrees(359.9999))
        track.barometricRate = Tracks.known(FeetPerMinute(-1e300))
        var row = LiveRow(TrackSummary(track), at: Tracks.now)
        #expect(row.altitude == 32_767 && row.speed == 65_535 && row.track == 0 && row.verticalRate == -32_767)
        track.track = Tracks.known(Degrees(359.995))
        row = LiveRow(TrackSummary(track), at: Tracks.now.advanced(bySeconds: 1e9))
        #expect(row.track == 65_534)
        #expect(row.age(at: Tracks.now.advanced(bySeconds: 1e9)) == 65_534)
        #expect(row.age(at: Tracks.now.advanced(bySeconds: -100)) == 0)
    }

    @Test("an altitude that is geometric for want of a barometric one says so, and flags follow the contract")
    func flags() {
        var track = Tracks.bare()
        track.geometricAltitude = Tracks.known(1000)
        track.isOnGround = Tracks.known(true)
        track.squawk = Tracks.known(Squawk(rawValue: 0o7700))
        track.isDoubtful = true
        let row = LiveRow(TrackSummary(track), at: Tracks.now.advanced(bySeconds: 61))
        #expect(row.altitude == 40)
        #expect(row.flags == 7 | 16 | 32 | 64 | 128 | 256 | 512)
    }

    @Test("a simulated sky has bit 0 in every frame, one not yet decided bit 1")
    func provenance() {
        #expect(Provenance.allCases.map(LiveSky.flags(of:)) == [2, 0, 1])
    }
}
