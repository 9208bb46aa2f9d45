import Aero
import ModeS
import Testing

@testable import Simulation

struct SyntheticSkyTests {
    @Test("same seed, same frames, however the time is cut", arguments: [Scene.stateVisit, .traffic(aircraft: 200)])
    func deterministic(scene: Scene) {
        var first = SyntheticSky(scene: scene, seed: 4)
        var second = SyntheticSky(scene: scene, seed: 4)
        var other = SyntheticSky(scene: scene, seed: 5)
        let end = first.start.advanced(bySeconds: 120)
        var whole: [ReceivedFrame] = []
        var pieces: [ReceivedFrame] = []
        var different: [ReceivedFrame] = []
        first.advance(to: end, into: &whole)
        for step in stride(from: 0.37, through: 120, by: 0.37) {
            second.advance(to: second.start.advanced(bySeconds: step), into: &pieces)
        }
        second.advance(to: end, into: &pieces)
        other.advance(to: end, into: &different)
        #expect(whole.count > 500)
        #expect(whole == pieces)
        #expect(whole != different)
    }

    @Test(
        "the marker stands first and at least once a second, frames are in the order of time",
        arguments: [
            Scene.stateVisit, .traffic(aircraft: 100),
        ]
    )
    func marker(scene: Scene) throws {
        var sky = SyntheticSky(scene: scene, seed: 9)
        var frames: [ReceivedFrame] = []
        sky.advance(to: sky.start.advanced(bySeconds: 90), into: &frames)
        #expect(SimulationMarker.matches(try #require(frames.first).frame))
        #expect(frames.first?.time == sky.start)
        var last = sky.start
        var before = sky.start
        for one in frames {
            #expect(one.time >= before)
            before = one.time
            if SimulationMarker.matches(one.frame) {
                #expect(one.time.seconds(since: last) <= 1)
                last = one.time
            }
        }
        #expect(before.seconds(since: last) <= 1)
    }

    @Test func allAddressesLieWhereNoStateHasAny() {
        let sky = SyntheticSky(scene: .traffic(aircraft: 10_000), seed: 3)
        let visit = SyntheticSky(scene: .stateVisit, seed: 3)
        #expect(Set(sky.addresses).count == 10_000)
        #expect(Set(visit.addresses).count == visit.addresses.count)
        for address in sky.addresses + visit.addresses {
            #expect((0xD0_0000..<0xDF_FFFF).contains(address.bits))
            #expect(AddressBlocks.state(of: address) == nil)
        }
        for one in visit.aircraft { #expect(one.callsign.hasPrefix("QX")) }
    }

    @Test(
        "parity holds, but for the few frames with a wrong bit",
        arguments: [Scene.stateVisit, .traffic(aircraft: 300)]
    )
    func parity(scene: Scene) {
        var sky = SyntheticSky(scene: scene, seed: 1)
        let known = Set(sky.addresses.map(\.bits) + [SimulationMarker.addressBits])
        var frames: [ReceivedFrame] = []
        sky.advance(to: sky.start.advanced(bySeconds: 300), into: &frames)
        var broken = 0
        var formats: Set<DownlinkFormat> = []
        for one in frames {
            guard let format = DownlinkFormat(of: one.frame) else {
                Issue.record("no format: \(one.frame)")
                continue
            }
            formats.insert(format)
            let remainder = one.frame.remainder
            switch format {
            case .extendedSquitter, .nonTransponder:
                if remainder != 0 {
                    broken += 1
                } else {
                    #expect(known.contains(UInt32(one.frame.high >> 32 & 0xFF_FFFF)))
                }
            case .allCallReply:
                #expect(remainder < 80)
                #expect(known.contains(UInt32(one.frame.high >> 32 & 0xFF_FFFF)))
            default: #expect(known.contains(remainder))
            }
            #expect(one.level.map { $0 < 0 } ?? SimulationMarker.matches(one.frame))
        }
        #expect(broken < frames.count / 300)
        #expect(
            formats.isSuperset(of: [
                .shortAirAir, .surveillanceAltitude, .surveillanceIdentity, .allCallReply, .extendedSquitter,
                .commBAltitude,
                .commBIdentity, .nonTransponder, .longAirAir,
            ])
        )
    }

    @Test(
        "every position frame tells the true place within ten metres",
        arguments: [Scene.stateVisit, .traffic(aircraft: 300)]
    )
    func positionsAreTrue(scene: Scene) throws {
        var sky = SyntheticSky(scene: scene, seed: 2)
        var worst = 0.0
        var count = 0
        var onSurface = 0
        var frames: [ReceivedFrame] = []
        for second in stride(from: 1.0, through: 1_200, by: 1) {
            frames.removeAll(keepingCapacity: true)
            sky.advance(to: sky.start.advanced(bySeconds: second), into: &frames)
            for one in frames where one.frame.isLong && one.frame.remainder == 0 && !SimulationMarker.matches(one.frame)
            {
                let code = one.frame.field56.bits(1, 5)
                guard (5...18).contains(code), [17, 18].contains(one.frame.high >> 59) else { continue }
                let address = AircraftAddress(icao: UInt32(one.frame.high >> 32 & 0xFF_FFFF))
                let truth = try #require(sky.truth(of: address, at: one.time))
                let seen = LocalDecoding.position(one.frame.field56, near: truth.position, surface: code < 9)
                worst = max(worst, Geodesy.distance(seen, truth.position).rawValue)
                count += 1
                if code < 9 { onSurface += 1 }
            }
        }
        #expect(count > 2_000)
        #expect(onSurface > 20)
        #expect(worst < 10)
    }

    @Test func evenAndOddComeWithinTenSeconds() {
        var sky = SyntheticSky(scene: .stateVisit, seed: 2)
        var frames: [ReceivedFrame] = []
        sky.advance(to: sky.start.advanced(bySeconds: 600), into: &frames)
        var halves: [UInt32: [(odd: Bool, time: Timestamp)]] = [:]
        for one in frames where one.frame.high >> 59 == 17 && one.frame.remainder == 0 {
            guard (9...18).contains(one.frame.field56.bits(1, 5)) else { continue }
            halves[UInt32(one.frame.high >> 32 & 0xFF_FFFF), default: []].append((one.frame.field56.bit(22), one.time))
        }
        let seen = halves.filter { $0.value.count >= 10 }
        #expect(seen.count > 60)
        for (_, list) in seen {
            let pairs = zip(list, list.dropFirst()).count { $0.odd != $1.odd && $1.time.seconds(since: $0.time) < 10 }
            #expect(pairs >= 2 && pairs * 8 > list.count)
        }
    }
}

/// The local decoding of the standard, written out for the test.
enum LocalDecoding {
    static func position(_ field: Field56, near reference: Position, surface: Bool) -> Position {
        let odd = field.bit(22)
        let scale: Double = surface ? 90 : 360
        let height = scale / (odd ? 59 : 60)
        let row = Double(field.bits(23, 39)) / 131_072
        let latitude = height * ((0.5 + reference.latitude / height - row).rounded(.down) + row)
        let width = scale / Double(max(1, LongitudeZones.count(atLatitude: latitude) - (odd ? 1 : 0)))
        let column = Double(field.bits(40, 56)) / 131_072
        let longitude = width * ((0.5 + reference.longitude / width - column).rounded(.down) + column)
        return Position(latitude: latitude, longitude: longitude) ?? reference
    }
}
