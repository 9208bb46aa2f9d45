public import Aero
public import ModeS

/// A made-up sky: aircraft on plausible flights, their transponders, and receivers that hear some of it.
///
/// Pure and seeded: the same scene and seed give the same frames, however the time is cut into steps. All of it is labelled: every
/// address lies in a block that no state owns, and `SimulationMarker.frame` stands first and then every half second of its time.
/// Callsigns begin with QX; groups that begin with Q belong to the Q code, so that none of them is an operator's.
public struct SyntheticSky: Sendable {
    public let scene: Scene
    public let seed: UInt64
    /// When it begins.
    public let start: Timestamp
    /// When it ends; `nil` for a scene without end.
    public let end: Timestamp?
    /// Collect truth records every ten seconds of the sky; they wait for `takeTruth()`.
    public var recordsTruth = false

    var aircraft: [SimulatedAircraft]
    let network: ReceiverNetwork
    let sampling: Sampling
    let chooser: AirportChooser
    private(set) var truth: [TruthRecord] = []
    /// Nanoseconds since the start at which each aircraft's streams are due, `slots` apart; the last is the end of its leg.
    private var due: [Int64]
    private var next: [Int64]
    private var tick: Int64 = 0
    private var keys: [UInt64] = []

    private static let kinds = MessageKind.allCases.count
    private static let slots = kinds + 1
    private static let never = Int64.max
    /// One step: a tenth of a second.
    static let tickLength: Int64 = 100_000_000
    private static let ticksPerMarker: Int64 = 5
    private static let ticksPerTruth: Int64 = 100
    /// One squitter in so many arrives with a wrong bit.
    private static let errorShare = 1.0 / 800

    /// A sky at its beginning.
    ///
    /// - Parameter start: when it begins; the whole scene is moved there. `nil`: 17 June 2024, 23:38 UTC for the reconstructed
    ///   trip, 1 January 2025 for traffic.
    public init(scene: Scene, seed: UInt64, start: Timestamp? = nil) {
        self.scene = scene
        self.seed = seed
        let cast = SceneCast(scene: scene, seed: seed)
        self.start = start ?? cast.start
        end = cast.duration.map { (start ?? cast.start).advanced(bySeconds: $0) }
        aircraft = cast.aircraft
        network = cast.network
        sampling = cast.sampling
        chooser = cast.chooser
        due = [Int64](repeating: Self.never, count: cast.aircraft.count * Self.slots)
        next = [Int64](repeating: Self.never, count: cast.aircraft.count)
        for index in aircraft.indices { beginLeg(index) }
    }

    /// How many times faster than the wall clock the scene is best watched.
    public var advisedTimeLapse: Double { scene.advisedTimeLapse }

    /// Lets time pass and appends what was received, in the order of time, the marker among it.
    ///
    /// Works in steps of a tenth of a second; what is due in a step that is not over by `time` comes with the next call.
    public mutating func advance(to time: Timestamp, into frames: inout [ReceivedFrame]) {
        let until = min(time, end ?? time).nanoseconds
        let (elapsed, overflow) = until.subtractingReportingOverflow(start.nanoseconds)
        guard !overflow, elapsed > 0 else { return }
        while tick < elapsed / Self.tickLength { step(into: &frames) }
    }

    /// The truth records collected since the last call.
    public mutating func takeTruth() -> [TruthRecord] {
        defer { truth.removeAll(keepingCapacity: true) }
        return truth
    }

    /// What an aircraft does at a time within its present leg.
    ///
    /// - Returns: `nil` for an address that is not in this sky.
    public func truth(of address: AircraftAddress, at time: Timestamp) -> TruthRecord? {
        guard let index = aircraft.firstIndex(where: { $0.address == address }) else { return nil }
        return record(index, at: time)
    }

    /// The addresses of all aircraft.
    public var addresses: [AircraftAddress] { aircraft.map(\.address) }

    func record(_ index: Int, at time: Timestamp) -> TruthRecord? {
        let one = aircraft[index]
        var cursor = one.cursor
        let seconds = time.seconds(since: start)
        let state = one.leg.state(at: seconds, &cursor)
        guard let place = Position(latitude: state.latitude, longitude: state.longitude) else { return nil }
        return TruthRecord(
            address: one.address,
            time: time,
            callsign: one.callsign,
            position: place,
            altitude: Feet(state.altitude),
            groundSpeed: Knots(state.speedKnots),
            track: Degrees(state.track),
            verticalRate: FeetPerMinute(state.rate),
            phase: state.phase,
            leg: AirportTable.all[one.leg.from].code + "-" + AirportTable.all[one.leg.to].code,
            isTransmitting: state.phase != .parked && !one.isSilent(at: seconds)
        )
    }

    private mutating func step(into frames: inout [ReceivedFrame]) {
        let base = tick * Self.tickLength
        let limit = base + Self.tickLength
        if tick % Self.ticksPerMarker == 0 {
            frames.append(received(SimulationMarker.frame, at: base, level: nil, receiver: nil))
        }
        if recordsTruth, tick % Self.ticksPerTruth == 0 {
            let now = Timestamp(nanoseconds: start.nanoseconds + base)
            for index in aircraft.indices { if let one = record(index, at: now) { truth.append(one) } }
        }
        keys.removeAll(keepingCapacity: true)
        for index in next.indices where next[index] < limit {
            for slot in 0..<Self.slots where due[index * Self.slots + slot] < limit {
                let offset = UInt64(max(0, due[index * Self.slots + slot] - base))
                keys.append(offset << 32 | UInt64(index) << 4 | UInt64(slot))
            }
        }
        keys.sort()
        for key in keys {
            let index = Int(key >> 4 & 0xFFF_FFFF)
            let slot = Int(key & 15)
            let time = base + Int64(key >> 32)
            if let kind = MessageKind(rawValue: slot) {
                send(kind, index, at: time, into: &frames)
            } else {
                endLeg(index)
            }
            refreshNext(index)
        }
        tick += 1
    }

    private mutating func refreshNext(_ index: Int) {
        var earliest = Self.never
        for slot in 0..<Self.slots { earliest = min(earliest, due[index * Self.slots + slot]) }
        next[index] = earliest
    }

    /// Sends one message if the transponder is on, and receives it if there is somebody to hear it.
    private mutating func send(_ kind: MessageKind, _ index: Int, at time: Int64, into frames: inout [ReceivedFrame]) {
        let seconds = Double(time) * 1e-9
        let place = index * Self.slots + kind.rawValue
        guard time < due[index * Self.slots + Self.kinds] else {
            due[place] = Self.never
            return
        }
        let onGround = aircraft[index].reception.onGround
        due[place] = sampling.following(
            time,
            interval: kind.interval(onGround: onGround, moving: true),
            beat: aircraft[index].slot,
            &aircraft[index].generator
        )
        if sampling.keep < 1, !aircraft[index].generator.chance(sampling.keep) { return }
        if !aircraft[index].silences.isEmpty, aircraft[index].isSilent(at: seconds) { return }
        if seconds < aircraft[index].receptionUntil, aircraft[index].reception.probability == 0 { return }
        let state = aircraft[index].leg.state(at: seconds, &aircraft[index].cursor)
        if seconds >= aircraft[index].receptionUntil {
            var reception = network.reception(at: state.point, altitude: state.altitude - groundLevel(index, state))
            reception.onGround = state.phase.isOnGround
            aircraft[index].reception = reception
            aircraft[index].receptionUntil = seconds + (state.phase.isOnGround ? 2 : 8)
        }
        let reception = aircraft[index].reception
        guard aircraft[index].generator.chance(reception.probability) else { return }
        guard var frame = aircraft[index].frame(kind, state, at: seconds) else { return }
        if frame.isLong, !(DownlinkFormat(of: frame)?.hasAddressParity ?? true),
            aircraft[index].generator.chance(Self.errorShare)
        {
            frame = frame.flipping(bit: 6 + aircraft[index].generator.index(below: frame.bitCount - 5))
        }
        let fading = aircraft[index].generator.number(-1.5, 1.5)
        frames.append(
            received(frame, at: time, level: Float(-4 - 30 * reception.share + fading), receiver: reception.receiver)
        )
    }

    /// Height of the ground below, near the two airports; elsewhere the sea.
    private func groundLevel(_ index: Int, _ state: FlightState) -> Double {
        let leg = aircraft[index].leg
        let airports = AirportTable.all
        switch state.phase {
        case .parked, .taxi, .takeoff, .climb:
            return state.altitude < airports[leg.from].elevation + 3_000 ? airports[leg.from].elevation : 0
        case .landing, .approach, .descent, .cruise:
            return state.altitude < airports[leg.to].elevation + 3_000 ? airports[leg.to].elevation : 0
        }
    }

    private func received(_ frame: Frame, at time: Int64, level: Float?, receiver: Int?) -> ReceivedFrame {
        ReceivedFrame(
            frame: frame,
            time: Timestamp(nanoseconds: start.nanoseconds + time),
            // 12 MHz, 48 bits.
            ticks: UInt64(time) * 12 / 1000 & 0xFFFF_FFFF_FFFF,
            level: level,
            receiver: receiver.map { 0x5349_4D00_0000_0000 | UInt64($0) }
        )
    }

    /// Sets all streams of an aircraft to the beginning of its leg, or to now when it is already under way.
    private mutating func beginLeg(_ index: Int) {
        let now = tick * Self.tickLength
        let begin = max(now, Int64(aircraft[index].leg.start * 1e9))
        aircraft[index].receptionUntil = -1
        aircraft[index].cursor = Leg.Cursor()
        for kind in MessageKind.allCases {
            let isSent = kind.isSent(by: aircraft[index].transponder.equipment)
            due[index * Self.slots + kind.rawValue] =
                isSent
                ? sampling.first(
                    begin,
                    interval: kind.interval(onGround: false, moving: true),
                    beat: aircraft[index].slot,
                    &aircraft[index].generator
                ) : Self.never
        }
        due[index * Self.slots + Self.kinds] = Int64(aircraft[index].leg.end * 1e9)
        refreshNext(index)
    }

    /// Draws or takes the next leg; an aircraft without one is parked for good.
    private mutating func endLeg(_ index: Int) {
        if let leg = chooser.following(&aircraft[index]) {
            aircraft[index].leg = leg
            beginLeg(index)
        } else {
            for slot in 0..<Self.slots { due[index * Self.slots + slot] = Self.never }
        }
    }
}
