import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// The inference over an hour of one aircraft, where its own squitters tell which register a reply holds.
///
/// The truth is made apart from the inference: the bits are read as each register in turn, and the one whose values are those of the
/// squitters around it is the one. Where none or two fit there is no truth and nothing is counted.
struct RegisterRecordingTests {
    struct Velocity {
        var time: Double
        var speed: Double
        var track: Double
        var rate: Double
    }

    struct Tally {
        var known = 0
        var found = 0
        var open = 0
        var named = 0
    }

    private let main: UInt32 = 0x486257

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func precisionAndRecallOnTheLongFlight() throws {
        let frames = try TestSupport.lines("modes/long_flight_first_half.csv").compactMap(Self.frame)
        try #require(frames.count == 86_216)
        let truth = Truth(frames, of: main)
        var table = TrackTable()
        var tallies: [BDSRegister: Tally] = [:]
        for (time, frame) in frames {
            let received = ReceivedFrame(frame: frame, time: Timestamp(seconds: time))
            let ingested = table.ingest(received, from: FeedID(rawValue: 1))
            guard let choice = ingested.register, ingested.message?.address.bits == main else { continue }
            guard let register = truth.register(frame.field56, at: time) else { continue }
            tallies[register, default: Tally()].known += 1
            if case .ambiguous = choice { tallies[register, default: Tally()].open += 1 }
            guard let named = choice.content?.register else { continue }
            tallies[named, default: Tally()].named += 1
            if named == register { tallies[register, default: Tally()].found += 1 }
        }
        for (register, least) in [(BDSRegister.bds40, 6000), (.bds50, 3500), (.bds60, 6000)] {
            let tally = try #require(tallies[register])
            #expect(tally.known >= least, "\(register) has truth for \(tally.known)")
            #expect(Double(tally.found) >= 0.99 * Double(tally.named), "\(register) precision")
            #expect(Double(tally.found) >= 0.90 * Double(tally.known), "\(register) recall")
            #expect(Double(tally.open) <= 0.10 * Double(tally.known), "\(register) ambiguous")
        }
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func derivedWindAndTemperatureAreThoseOfTheAirThere() throws {
        var table = TrackTable()
        var winds: [Wind] = []
        for (time, frame) in try TestSupport.lines("modes/long_flight_first_half.csv").compactMap(Self.frame) {
            _ = table.ingest(
                ReceivedFrame(frame: frame, time: Timestamp(seconds: time)),
                from: FeedID(rawValue: 1)
            )
            guard let track = table[AircraftAddress(icao: main)], let wind = track.wind else { continue }
            #expect(wind.source == .inference(.windTriangle))
            if wind.time == Timestamp(seconds: time), (track.barometricAltitude?.value ?? 0) > 33_000 {
                winds.append(wind.value)
            }
            if let temperature = track.temperature, let altitude = track.barometricAltitude?.value, altitude > 10_000,
                let air = StandardAtmosphere(pressureAltitude: altitude), temperature.time == track.lastHeard
            {
                #expect(temperature.source == .inference(.machAndAirspeed))
                #expect((temperature.value - air.temperature).magnitude < 20)
            }
        }
        // A quarter of an hour of cruise over France: the wind is one wind, from the west-south-west.
        try #require(winds.count > 1000)
        let speeds = winds.map(\.speed.rawValue).sorted()
        let directions = winds.map(\.direction.rawValue).sorted()
        #expect(speeds[speeds.count / 20] > 15 && speeds[speeds.count * 19 / 20] < 60)
        #expect(directions[directions.count / 20] > 215 && directions[directions.count * 19 / 20] < 280)
    }

    static func frame(_ line: Substring) -> (Double, Frame)? {
        let parts = line.split(separator: ",")
        guard parts.count == 2, let time = Double(parts[0]) else { return nil }
        // The recording's lines are Beast messages: 1a, type, six bytes of time, one of level.
        guard parts[1].hasPrefix("1a"), let frame = try? Frame(hex: parts[1].dropFirst(18)) else { return nil }
        return (time, frame)
    }
}

/// Which register a reply must hold, by the squitters within three seconds.
private struct Truth {
    private var velocities: [RegisterRecordingTests.Velocity] = []
    private var selections: [(time: Double, altitude: Double)] = []

    init(_ frames: [(Double, Frame)], of address: UInt32) {
        for (time, frame) in frames where frame.high >> 59 == 17 && frame.bits(9, 32) == address {
            switch ADSBContent(frame.field56) {
            case .velocity(let velocity):
                guard let speed = velocity.groundSpeed, let track = velocity.track else { continue }
                let rate = velocity.verticalRate?.rawValue ?? 0
                velocities.append(.init(time: time, speed: speed.rawValue, track: track.rawValue, rate: rate))
            case .targetState(let state):
                if let altitude = state.selectedAltitude { selections.append((time, altitude.rawValue)) }
            default: continue
            }
        }
    }

    func register(_ mb: Field56, at time: Double) -> BDSRegister? {
        var fits: [BDSRegister] = []
        if let velocity = nearest(velocities, time, \.time, within: 3) {
            if isTrackAndTurn(mb, velocity) { fits.append(.bds50) }
            if isHeadingAndSpeed(mb, velocity) { fits.append(.bds60) }
        }
        if let selection = nearest(selections, time, \.time, within: 6), isSelection(mb, selection.altitude) {
            fits.append(.bds40)
        }
        return fits.count == 1 ? fits[0] : nil
    }

    private func isTrackAndTurn(_ mb: Field56, _ velocity: RegisterRecordingTests.Velocity) -> Bool {
        guard mb.bit(12), mb.bit(24) else { return false }
        let track = Double(mb.bits(13, 23)) * 360 / 2048
        let speed = Double(mb.bits(25, 34)) * 2
        return turn(track, velocity.track) <= 3 && abs(speed - velocity.speed) <= 6
    }

    private func isHeadingAndSpeed(_ mb: Field56, _ velocity: RegisterRecordingTests.Velocity) -> Bool {
        guard mb.bit(1), mb.bit(13), mb.bit(24) else { return false }
        let heading = Double(mb.bits(2, 12)) * 360 / 2048
        let mach = Double(mb.bits(25, 34)) * 0.004
        let isNear = turn(heading, velocity.track) <= 15 && abs(mach * 600 - velocity.speed) <= 110
        let rates = [(35, 36, 45), (46, 47, 56)].compactMap { status, first, last -> Double? in
            guard mb.bit(status) else { return nil }
            let raw = Int(mb.bits(first, last))
            return Double(raw >= 512 ? raw - 1024 : raw) * 32
        }
        return isNear && mb.bits(14, 23) < 400 && rates.contains { abs($0 - velocity.rate) <= 500 }
    }

    private func isSelection(_ mb: Field56, _ altitude: Double) -> Bool {
        guard mb.bits(40, 47) == 0 else { return false }
        let panel = mb.bit(1) && abs(Double(mb.bits(2, 13)) * 16 - altitude) <= 32
        let managed = mb.bit(14) && abs(Double(mb.bits(15, 26)) * 16 - altitude) <= 32
        return panel || managed
    }

    private func turn(_ a: Double, _ b: Double) -> Double {
        let difference = abs(a - b).truncatingRemainder(dividingBy: 360)
        return min(difference, 360 - difference)
    }

    private func nearest<Item>(
        _ items: [Item],
        _ time: Double,
        _ key: KeyPath<Item, Double>,
        within seconds: Double
    ) -> Item? {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle][keyPath: key] < time { low = middle + 1 } else { high = middle }
        }
        let candidates = [low - 1, low].filter(items.indices.contains).map { items[$0] }
        let best = candidates.min { abs($0[keyPath: key] - time) < abs($1[keyPath: key] - time) }
        return best.flatMap { abs($0[keyPath: key] - time) <= seconds ? $0 : nil }
    }
}
