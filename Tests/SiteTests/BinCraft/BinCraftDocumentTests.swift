import Aero
import ModeS
import Testing

@testable import Site
@testable import Tracking

struct BinCraftDocumentTests {
    private func picture(_ tracks: [Track]) -> SkyPicture { Pictures.of(tracks) }

    /// Bytes at their offsets, everything else 0.
    private func bytes(_ length: Int, _ parts: [(Int, [UInt8])]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        for (offset, part) in parts { bytes.replaceSubrange(offset..<(offset + part.count), with: part) }
        return bytes
    }

    @Test("a header is, byte for byte, what the table says")
    func header() {
        // 1,718,700,000,000 ms: the quotient by 2^32 is 400, the rest 713,081,600.
        let wanted = bytes(
            112,
            [
                (0, [0x00, 0xC3, 0x80, 0x2A, 0x90, 0x01, 0x00, 0x00]), (8, [112, 0, 0, 0]), (12, [1, 0, 0, 0]),
                (16, [0x1A, 0x12, 0, 0]), (20, [0x30, 0, 0x03, 0, 0x33, 0, 0x06, 0]), (28, [0xE1, 0x10, 0, 0]),
                (40, [0x5A, 0xD7, 0x34, 0x01]),
            ]
        )
        let box = Box(south: 48, north: 51, west: 3, east: 6) ?? .world
        #expect(BinCraftDocument(picture: picture([])).bytes([], tile: 4634, box: box) == wanted)
    }

    @Test("a record of an aircraft in flight is, byte for byte, what the table says")
    func record() {
        let wanted = bytes(
            112,
            [
                (0, [0x59, 0x41, 0x48, 0x00]),  // 484159
                (8, [0x40, 0x16, 0x40, 0x00]),  // 4,200,000
                (12, [0xA0, 0xFB, 0x1A, 0x03]),  // 52,100,000
                (16, [0xB0, 0xFF]),  // -640 / 8 = -80
                (18, [0xB2, 0xFF]),  // -625 / 8 = -78.1
                (20, [0xC8, 0x05]),  // 37,000 / 25 = 1480
                (22, [0xDA, 0x05]),  // 37,450 / 25 = 1498
                (32, [0x34, 0x12]),  // 1234
                (34, [0x97, 0x11]),  // 450.3 kt
                (40, [0x67, 0x2B]),  // 123.456 x 90 = 11,111
                (44, [0x5D, 0x2A]),  // 120.5 x 90 = 10,845
                (46, [0xA1, 0x2A]),  // 121.25 x 90 = 10,912.5
                (56, [0xB8, 0x01]), (58, [0x0E, 0x01]),  // 440, 270 kt
                (60, [0xB9, 0x00]), (62, [0xD2, 0x04]),  // 185 m, 1234
                (64, [0xA3, 8]),  // A3, NIC 8
                (68, [0x02, 0x03, 0xFF]),  // in the air; per hour, version 0; no other version
                (71, [0x29, 0x2B]),  // NACp 9, NACv 2; SIL 3, GVA 2, SDA 2
                (73, [0xFD, 0xCB, 0xF3, 0x1F, 0x08]), (78, Array("KLM1023 ".utf8)), (92, Array("PH-BXA".utf8)),
                (105, [62]),  // 255 x 10^(-12.34 / 20) = 61.6
                (108, [10, 0, 0, 0]),
            ]
        )
        let all = BinCraftDocument(picture: picture([Tracks.whole()])).bytes([0])
        #expect(Array(all[112...]) == wanted)
    }

    @Test("of an aircraft heard once the record says nothing but that")
    func bare() throws {
        let all = BinCraftDocument(picture: picture([Tracks.bare()])).bytes([0])
        let wanted = bytes(112, [(0, [0x01, 0x00, 0x3C, 0x00]), (4, [10]), (67, [0x70]), (69, [0xF0, 0xFF])])
        #expect(Array(all[112...]) == wanted)
        let reader = try #require(BinCraftReader(all))
        #expect(reader.tile == .max && reader.limits == [-90, -180, 90, 180] && reader.receiver == [0, 0])
        #expect(
            reader.aircraft[0].latitude == nil && reader.aircraft[0].squawk == nil && reader.aircraft[0].version == 15
        )
    }

    @Test("selections, modes, wind and both temperatures stand where the table has them")
    func selections() throws {
        var track = Tracks.bare()
        track.selectedAltitude = Tracks.known(35_008)
        track.managedAltitude = Tracks.known(36_000)
        track.pressureSetting = Tracks.known(1013.6)
        track.selectedHeading = Tracks.known(270)
        track.modes = Tracks.known([.autopilot, .lateralNavigation])
        track.isTCASOperational = Tracks.known(true)
        track.mach = Tracks.known(0.8)
        track.roll = Tracks.known(-12.25)
        track.trackRate = Tracks.known(-0.5)
        track.temperature = Tracks.known(-56)
        track.wind = Wind(direction: 250, speed: 80).map { Tracks.known($0) }
        track.emergency = Tracks.known(.noCommunications)
        let record = Array(BinCraftDocument(picture: picture([track])).bytes([0])[112...])
        let part = { (range: Range<Int>) -> [UInt8] in Array(record[range]) }
        #expect(part(24..<28) == [0x30, 0x22, 0x28, 0x23])  // 8752, 9000
        #expect(part(28..<32) == [0x98, 0x27, 0xEC, 0x5E])  // 10,136; 24,300
        #expect(part(36..<40) == [0x20, 0x03, 0x37, 0xFB])  // 800; -1225
        #expect(part(42..<44) == [0xCE, 0xFF])  // -50
        #expect(part(48..<52) == [0xFA, 0, 0x50, 0])
        // -56 C and Mach 0.8: 217.15 K x (1 + 0.2 x 0.64) = 244.9 K.
        #expect(part(52..<56) == [0xC8, 0xFF, 0xE4, 0xFF])
        // Autopilot, LNAV and TCAS; nordo and mode_s.
        #expect(part(66..<68) == [0x31, 0x74])
        #expect(part(73..<78) == [0, 0x34, 0, 0xE8, 0x36])
    }

    @Test("without a total temperature neither is given, for one bit stands for both")
    func oneTemperature() throws {
        var track = Tracks.bare()
        track.temperature = Tracks.known(-56)
        let reader = try #require(BinCraftReader(BinCraftDocument(picture: picture([track])).bytes([0])))
        #expect(reader.aircraft[0].temperatures == nil)
    }

    @Test("what is older than a minute is not valid; a callsign and a code last")
    func old() throws {
        var track = Tracks.whole()
        track.fix = Tracks.fix(1, 2, age: 61)
        track.groundSpeed = Tracks.known(450, age: 61)
        track.track = Tracks.known(90, age: 61)
        track.callsign = Tracks.known("KLM1023", age: 500)
        track.isIdent = Tracks.known(true, age: 61)
        let reader = try #require(BinCraftReader(BinCraftDocument(picture: picture([track])).bytes([0])))
        let one = reader.aircraft[0]
        #expect(one.latitude == nil && one.groundSpeed == nil && one.track == nil && one.isIdent == nil)
        #expect(one.flight == "KLM1023 " && one.squawk == "1234" && one.barometricAltitude == 37_000)
    }

    @Test("on the ground there is no altitude")
    func ground() throws {
        var track = Tracks.whole()
        track.isOnGround = Tracks.known(true)
        let reader = try #require(BinCraftReader(BinCraftDocument(picture: picture([track])).bytes([0])))
        #expect(reader.aircraft[0].isOnGround && reader.aircraft[0].barometricAltitude == nil)
    }

    @Test("an aircraft that tells no direction gets the one of its path, without the valid bit")
    func calculatedTrack() throws {
        let track = Paths.eastwards(from: Tracks.now.seconds - 100, points: 5)
        let reader = try #require(BinCraftReader(BinCraftDocument(picture: picture([track])).bytes([0])))
        #expect(reader.aircraft[0].track == nil)
        #expect(abs(reader.aircraft[0].calculatedTrack - 90) < 0.1)
    }

    @Test("the version stands in the nibble of the way the aircraft is heard")
    func versions() {
        for (source, expected) in [
            (SourceClass.adsbICAO, [UInt8(0x00), 0xFF]), (.adsrICAO, [0xF0, 0xF0]), (.tisbICAO, [0xF0, 0x0F]),
        ] {
            var track = Tracks.bare()
            track.fix = Tracks.fix(1, 2)
            track.sourceClass = source
            let record = Array(BinCraftDocument(picture: picture([track])).bytes([0])[112...])
            #expect(Array(record[69...70]) == expected, "\(source)")
        }
    }

    @Test("values beyond a field are its bounds, and nothing traps")
    func extremes() throws {
        var generator = SplitMix(state: 7)
        let wild = [1e300, -1e300, .infinity, -.infinity, .nan, 0, 1e9, -1e9, 65_536, -32_769]
        func value<Value: Quantity>() -> Known<Value> {
            Tracks.known(Value(rawValue: wild[generator.below(wild.count)]), age: Double(generator.below(3)) * 1e12)
        }
        for _ in 0..<2_000 {
            var track = Tracks.bare(UInt32(generator.below(1 << 24)), age: Double(generator.below(4)) * 4e9 - 1e9)
            track.messages = generator.below(Int.max)
            track.barometricAltitude = value()
            track.geometricAltitude = value()
            track.groundSpeed = value()
            track.track = value()
            track.trueAirspeed = value()
            track.barometricRate = value()
            track.selectedAltitude = value()
            track.selectedHeading = value()
            track.roll = value()
            track.mach = Tracks.known(wild[generator.below(wild.count)])
            track.temperature = value()
            track.pressureSetting = Tracks.known(wild[generator.below(wild.count)])
            track.level = Float(wild[generator.below(wild.count)])
            track.callsign = Tracks.known(String(repeating: "\u{1F6E9}\0", count: generator.below(9)))
            let all = BinCraftDocument(picture: picture([track])).bytes([0])
            #expect(BinCraftReader(all) != nil)
        }
        var fast = Tracks.bare()
        fast.groundSpeed = Tracks.known(9000)
        let reader = try #require(BinCraftReader(BinCraftDocument(picture: picture([fast])).bytes([0])))
        #expect(reader.aircraft[0].groundSpeed == 3276.7)
    }
}
