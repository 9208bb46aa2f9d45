import Aero
import Flights

@testable import Watch

/// What lasts over several events of one aircraft.
extension ReferenceFacts {
    struct Silence {
        let since: Timestamp
        var judged: [(event: WatchEvent, gapClass: GapClass)]
    }

    /// The silence an aircraft is in after an event.
    func silence(_ aircraft: AircraftAddress, _ now: Int) -> Silence? {
        var silence: Silence?
        var heard: Timestamp?
        for index in 0...now where isOf(aircraft, index) {
            let event = events[index]
            switch event.content {
            case .sample, .callsign, .squawk:
                heard = event.time
                silence = nil
            case .silent(let since, let gapClass):
                if since > event.time { continue }
                if let heard, since < heard { continue }
                if silence?.since != since { silence = Silence(since: since, judged: []) }
                silence?.judged.append((event, gapClass))
            default: continue
            }
        }
        return silence
    }

    /// Whether the code of the last event is told by it: codes are told once a run, alerting ones when they agree.
    func isToldCode(_ aircraft: AircraftAddress, _ now: Int) -> Bool {
        var run: [(time: Timestamp, code: Squawk, isCertain: Bool)] = []
        var wasTold = false
        var isTold = false
        for index in 0...now where isOf(aircraft, index) {
            guard case .squawk(let code, let isCertain) = events[index].content else { continue }
            if run.last?.code != code {
                run = []
                wasTold = false
            }
            run.append((events[index].time, code, isCertain))
            let spread = events[index].time.nanoseconds - run[0].time.nanoseconds
            let isEnough = !code.isAlerting || (spread >= 1_000_000_000 && run.contains(where: \.isCertain))
            isTold = isEnough && !wasTold
            if isTold { wasTold = true }
        }
        return isTold
    }

    /// Whether a level has lasted long enough with this sample, and had not with the one before.
    func isRaised(_ test: LevelTest, _ aircraft: AircraftAddress, _ now: Int) -> Bool {
        var began: Timestamp?
        var last: Timestamp?
        var wasTold = false
        var isTold = false
        for index in 0...now where isOf(aircraft, index) {
            guard case .sample(let sample) = events[index].content else { continue }
            isTold = false
            guard let isHeld = isHeld(test, sample, aircraft, index) else { continue }
            let time = events[index].time
            guard isHeld else {
                began = nil
                wasTold = false
                continue
            }
            if let last, time.nanoseconds - last.nanoseconds > 120_000_000_000, !wasTold { began = nil }
            if began == nil { began = time }
            last = time
            if !wasTold, let began, time.nanoseconds - began.nanoseconds >= test.duration.nanoseconds {
                isTold = true
                wasTold = true
            }
        }
        return isTold
    }

    private func isHeld(_ test: LevelTest, _ sample: WatchSample, _ aircraft: AircraftAddress, _ now: Int) -> Bool? {
        func lies(_ value: Double) -> Bool { value > test.above ?? -.infinity && value < test.below ?? .infinity }
        switch test.quantity {
        case .altitude: return sample.barometricAltitude.map { lies($0.rawValue) }
        case .speed: return sample.groundSpeed.map { lies($0.rawValue) }
        case .verticalRate: return sample.verticalRate.map { lies($0.rawValue) }
        case .distance(let airport, let ceiling):
            guard let position = sample.position, let place = context.airports[airport] else { return nil }
            if let ceiling {
                guard let altitude = altitude(aircraft, now) else { return nil }
                if altitude.rawValue >= ceiling { return false }
            }
            return lies(Geodesy.distance(position, place).rawValue / 1000)
        }
    }

    private func altitude(_ aircraft: AircraftAddress, _ now: Int) -> Feet? {
        var altitude: Feet?
        for index in 0...now where isOf(aircraft, index) {
            if case .sample(let sample) = events[index].content, let own = sample.barometricAltitude { altitude = own }
        }
        return altitude
    }
}
