public import Aero
public import ModeS

/// Aircraft with neighbouring addresses as one receiver or several hear them, with bit errors put in and the true sender of every frame known.
///
/// Made for measuring the sister-address guard: real frames, radars that turn, collision avoidance that asks once a second, levels
/// that fade, frames that are missed. Nothing here is taken from the guard.
public struct SisterFleet {
    /// What the aircraft do.
    public enum Scene: String, CaseIterable, Sendable {
        /// Levels at least 1,000 ft apart, some climbing or descending.
        case apartInLevel
        /// All at one level, neighbours 30 km apart.
        case sameLevel
        /// At any time half of them are switched off.
        case relay
        /// One of them on the ground, the others apart in level.
        case oneOnGround
        /// Close together: one level, one squawk, one bearing.
        case formation
    }

    /// What is put in.
    public struct Settings: Sendable {
        public var scene = Scene.apartInLevel
        public var size = 2
        /// Bits between neighbours, 1 or 2; 0 for addresses that have nothing in common.
        public var distance = 1
        /// Share of wrong bits.
        public var bitErrors = 1e-3
        /// Errors come as 2 to 4 neighbouring bits, as many in all.
        public var isBurst = false
        /// Replies come when a radar beam passes; else at any time.
        public var hasRadars = true
        /// The receiver tells levels.
        public var tellsLevel = true
        /// The receiver tells which bits were weak: nine of ten wrong ones, one of twenty right ones.
        public var tellsWeakBits = false
        /// The receiver tells times; else all frames have the same.
        public var tellsTime = true
        /// Half of the aircraft send extended squitters, all of them DF11; else DF11 only.
        public var hasExtendedSquitters = true
        /// Squitters suffer errors too; else only replies do.
        public var squittersSuffer = true
        /// Receivers that hear the same: each with its own levels, errors and misses, and a clock some milliseconds off.
        public var receivers = 1
        public var seconds = 120.0
        public var seed: UInt64 = 1
        public init() {}
    }

    /// One frame as received.
    public struct Sent: Sendable {
        public let received: ReceivedFrame
        public let sender: AircraftAddress
        public let isIntact: Bool
        public let isReply: Bool
        /// From 0.
        public let receiver: Int
        /// The same for all that heard it.
        public let transmission: Int
    }

    private struct Aircraft {
        var address: AircraftAddress
        var altitude: Double
        var rate: Double
        var isOnGround: Bool
        var squawk: Squawk
        var callsign: UInt64
        var level: Double
        var fading = 0.0
        /// Of the receivers behind the first.
        var otherLevels: [Double] = []
        var otherFadings: [Double] = []
        var hasExtendedSquitters: Bool
        var bearing: Double
        var direction: Double
        var speed: Double
        var on: ClosedRange<Double>
        var information: UInt8
        var phases: [Double]
    }

    private let settings: Settings
    private var random: Randomness
    /// Of the receivers behind the first, so that the first hears the same however many there are.
    private var otherRandom: Randomness
    private var transmissions = 0
    private var fleet: [Aircraft] = []
    private var sent: [Sent] = []
    private static let turns = [4.0, 4.8, 9.6]

    private init(_ settings: Settings) {
        self.settings = settings
        random = Randomness(seed: settings.seed)
        otherRandom = Randomness(seed: settings.seed ^ 0x5EC0_4D00)
    }

    /// All frames in the order of time.
    public static func frames(_ settings: Settings) -> [Sent] {
        var fleet = SisterFleet(settings)
        fleet.man()
        for number in fleet.fleet.indices { fleet.send(number) }
        let sorted = fleet.sent.sorted { $0.received.time < $1.received.time }
        if settings.tellsTime { return sorted }
        return sorted.map { sent in
            var received = sent.received
            received.time = Timestamp(seconds: 1_700_000_000)
            return Sent(
                received: received,
                sender: sent.sender,
                isIntact: sent.isIntact,
                isReply: sent.isReply,
                receiver: sent.receiver,
                transmission: sent.transmission
            )
        }
    }

    // MARK: - Aircraft

    /// Addresses whose nearest neighbours are 1 or 2 bits away.
    private mutating func addresses() -> [UInt32] {
        let base = UInt32(truncatingIfNeeded: random.next()) & 0xFFFF00 | 0x10
        if settings.size == 2, settings.distance > 0 {
            var pattern: UInt32 = 0
            while pattern.nonzeroBitCount < settings.distance { pattern |= 1 << UInt32(random.next() % 24) }
            return [base, base ^ pattern]
        }
        if settings.distance == 0 { return (0..<settings.size).map { _ in UInt32(truncatingIfNeeded: random.next()) } }
        let numbers = (UInt32(0)..<32).filter { settings.distance == 1 || $0.nonzeroBitCount % 2 == 0 }
        return numbers.prefix(settings.size).map { base ^ $0 }
    }

    private mutating func man() {
        // In many places all aircraft with Mode S have one squawk.
        let common = settings.scene == .formation || random.unit() < 0.2 ? Squawk(rawValue: 0o1000) : nil
        let commonLevel = Double(Int(random.unit() * 20)) * 1000 + 20_000
        var place = (x: 40 + 80 * random.unit(), y: 0.0)
        let start = random.unit()
        for (number, bits) in addresses().enumerated() {
            let half = settings.seconds / 2
            var one = Aircraft(
                address: AircraftAddress(icao: bits),
                altitude: commonLevel,
                rate: 0,
                isOnGround: false,
                squawk: common ?? Squawk(rawValue: UInt16(truncatingIfNeeded: random.next())),
                callsign: CallsignEncoding.bits("FLT\(100 + Int(random.unit() * 900))") ?? 0,
                level: 0,
                hasExtendedSquitters: settings.hasExtendedSquitters && random.unit() < 0.5,
                bearing: start,
                direction: 360 * random.unit(),
                speed: 380 + 100 * random.unit(),
                on: 0...settings.seconds,
                information: [3, 3, 3, 12].randomElement(using: &random) ?? 3,
                phases: []
            )
            switch settings.scene {
            case .apartInLevel:
                one.altitude = 4_000 + 2_500 * Double(number) + Double(Int(random.unit() * 20)) * 25
                one.rate = [0, 0, 1_800, -1_500].randomElement(using: &random) ?? 0
                place = (40 + 100 * random.unit(), 100 * random.unit())
            case .sameLevel:
                let turn = 2 * Double.pi * random.unit()
                place = (place.x + 30 * Trigonometry.cosine(turn), place.y + 30 * Trigonometry.sine(turn))
            case .relay:
                if random.unit() < 0.5 { one.altitude = 5_000 + Double(Int(random.unit() * 300)) * 100 }
                one.on = number % 2 == 0 ? 0...half : half...settings.seconds
                place = (40 + 100 * random.unit(), 100 * random.unit())
            case .oneOnGround:
                one.altitude = 4_000 + 2_500 * Double(number) + Double(Int(random.unit() * 20)) * 25
                if number == 1 {
                    (one.isOnGround, one.altitude, one.speed) = (true, 325, 10)
                    place = (12, 3)
                } else {
                    one.rate = [0, -1_200].randomElement(using: &random) ?? 0
                    place = (40 + 100 * random.unit(), 100 * random.unit())
                }
            case .formation:
                one.altitude += Double(Int(random.unit() * 3) - 1) * 25
                one.direction = 90
                one.speed = 400
                place.x += 0.2
            }
            let range = max(5, (place.x * place.x + place.y * place.y).squareRoot())
            one.level = -10 - 20 * Trigonometry.log10(range / 40) + 1.5 * random.normal()
            one.bearing = start + Trigonometry.arcTangent(y: place.y, x: place.x) / (2 * .pi)
            // Each radar stands elsewhere and sees the bearings differently.
            let apart = settings.scene == .formation ? 0.0005 : 0.15
            one.phases = Self.turns.map { _ in one.bearing + apart * random.normal() }
            for receiver in 1..<max(1, settings.receivers) {
                // It stands 50 km away from the first.
                let x = place.x - 50 * Double(receiver)
                let far = max(5, (x * x + place.y * place.y).squareRoot())
                one.otherLevels.append(-10 - 20 * Trigonometry.log10(far / 40) + 1.5 * otherRandom.normal())
                one.otherFadings.append(0)
            }
            fleet.append(one)
        }
    }

    // MARK: - Frames

    private mutating func send(_ number: Int) {
        let end = fleet[number].on.upperBound
        var time = fleet[number].on.lowerBound + random.unit()
        while time < end {
            fleet[number].fading = 0.9 * fleet[number].fading + 0.65 * random.normal()
            let one = fleet[number]
            let capability: UInt8 = one.isOnGround ? 4 : 5
            let call = FrameEncoding.allCallReply(address: one.address, capability: capability)
            receive(call, number, at: time, isReply: false)
            if one.hasExtendedSquitters { sendExtended(number, from: time) }
            time += 0.95 + 0.1 * random.unit()
        }
        if settings.hasRadars { answerRadars(number) } else { answerAnytime(number) }
    }

    private mutating func sendExtended(_ number: Int, from time: Double) {
        let one = fleet[number]
        var fields: [Field56] = []
        for odd in [false, true] where !one.isOnGround {
            guard let place = Position(latitude: 48 + 0.01 * Double(number), longitude: 2) else { continue }
            let field = SquitterEncoding.airbornePosition(
                typeCode: 11,
                altitude: altitude(one, at: time),
                position: .airborne(place, odd: odd)
            )
            fields.append(field)
        }
        if Int(time) % 5 == 0 {
            fields.append(SquitterEncoding.identification(set: 4, category: 3, callsign: one.callsign))
        }
        for field in fields {
            let frame = FrameEncoding.extendedSquitter(
                address: one.address,
                capability: one.isOnGround ? 4 : 5,
                field: field
            )
            receive(frame, number, at: time + 0.9 * random.unit(), isReply: false)
        }
    }

    private mutating func answerRadars(_ number: Int) {
        let on = fleet[number].on
        for (radar, turn) in Self.turns.enumerated() {
            var pass = on.lowerBound + fleet[number].phases[radar].truncatingRemainder(dividingBy: 1) * turn
            while pass < on.upperBound {
                var time = pass
                for _ in 0..<2 + Int(random.unit() * 3) {
                    reply(number, at: time)
                    time += 0.004 + 0.006 * random.unit()
                }
                pass += turn + 0.002 * random.normal()
            }
        }
        var time = on.lowerBound + random.unit()
        while time < on.upperBound {
            airAir(number, at: time)
            time += 1 + 0.05 * random.normal()
        }
    }

    private mutating func answerAnytime(_ number: Int) {
        let on = fleet[number].on
        var time = on.lowerBound
        while true {
            time -= Trigonometry.naturalLogarithm(max(1e-9, random.unit())) / 3.5
            guard time < on.upperBound else { return }
            if random.unit() < 0.3 { airAir(number, at: time) } else { reply(number, at: time) }
        }
    }

    private mutating func reply(_ number: Int, at time: Double) {
        let one = fleet[number]
        let kind = random.unit()
        let register = kind < 0.35 ? register(one) : nil
        let status: UInt8 = one.isOnGround ? 1 : 0
        let frame =
            random.unit() < 0.6
            ? FrameEncoding.altitudeReply(
                address: one.address,
                flightStatus: status,
                altitude: altitude(one, at: time),
                register: register
            )
            : FrameEncoding.identityReply(
                address: one.address,
                flightStatus: status,
                squawk: one.squawk,
                register: register
            )
        receive(frame, number, at: time, isReply: true)
    }

    private mutating func airAir(_ number: Int, at time: Double) {
        let one = fleet[number]
        let height = altitude(one, at: time)
        let frame =
            random.unit() < 0.9
            ? FrameEncoding.shortAirAir(
                address: one.address,
                onGround: one.isOnGround,
                sensitivity: one.isOnGround ? 2 : 6,
                replyInformation: one.information,
                altitude: height
            )
            : FrameEncoding.longAirAir(
                address: one.address,
                onGround: one.isOnGround,
                sensitivity: one.isOnGround ? 2 : 6,
                replyInformation: one.information,
                altitude: height,
                field: Field56(rawValue: 0)
            )
        receive(frame, number, at: time, isReply: true)
    }

    private mutating func register(_ one: Aircraft) -> Field56 {
        let speed = Knots(one.speed + random.normal())
        let heading = Degrees(one.direction + 0.2 * random.normal()).asDirection
        switch random.next() % 4 {
        case 0: return CommBEncoding.identification(callsign: one.callsign)
        case 1:
            return CommBEncoding.selectedVerticalIntention(
                panelAltitude: Feet(one.altitude),
                managedAltitude: nil,
                pressureSetting: 1013.2
            )
        case 2:
            return CommBEncoding.trackAndTurn(
                roll: Degrees(0.3 * random.normal()),
                track: heading,
                groundSpeed: speed,
                turnRate: 0,
                trueAirspeed: speed
            )
        default:
            return CommBEncoding.headingAndSpeed(
                heading: heading,
                indicatedAirspeed: Knots(speed.rawValue * 0.6),
                mach: speed.rawValue / 580,
                barometricRate: FeetPerMinute(one.rate),
                inertialRate: FeetPerMinute(one.rate + 20 * random.normal())
            )
        }
    }

    private mutating func altitude(_ one: Aircraft, at time: Double) -> Feet {
        let height = one.altitude + (one.isOnGround ? 0 : one.rate / 60 * time)
        return Feet(max(-900, min(45_000, height)) + 8 * random.normal())
    }

    // MARK: - Reception

    private mutating func receive(_ frame: Frame, _ number: Int, at time: Double, isReply: Bool) {
        transmissions += 1
        let level = fleet[number].level + fleet[number].fading
        var own = random
        receive(frame, number, at: time, level: level, isReply: isReply, receiver: 0, &own)
        random = own
        for receiver in 1..<max(1, settings.receivers) {
            let place = receiver - 1
            fleet[number].otherFadings[place] =
                0.97 * fleet[number].otherFadings[place] + 0.35 * otherRandom.normal()
            let level = fleet[number].otherLevels[place] + fleet[number].otherFadings[place]
            let late = 0.004 * Double(receiver) + 0.000_2 * otherRandom.normal()
            var own = otherRandom
            receive(frame, number, at: time + late, level: level, isReply: isReply, receiver: receiver, &own)
            otherRandom = own
        }
    }

    private mutating func receive(
        _ frame: Frame,
        _ number: Int,
        at time: Double,
        level: Double,
        isReply: Bool,
        receiver: Int,
        _ random: inout Randomness
    ) {
        if random.unit() < 0.1 { return }
        var result = frame
        if isReply || settings.squittersSuffer {
            guard let damaged = damage(frame, &random) else { return }
            result = damaged
        }
        let heard = level + 1.5 * random.normal()
        let received = ReceivedFrame(
            frame: result,
            time: Timestamp(seconds: 1_700_000_000 + time),
            level: settings.tellsLevel ? Float(min(-0.5, heard)) : nil,
            weakParityBits: settings.tellsWeakBits && isReply ? weakBits(result.parity ^ frame.parity, &random) : nil
        )
        sent.append(
            Sent(
                received: received,
                sender: fleet[number].address,
                isIntact: result == frame,
                isReply: isReply,
                receiver: receiver,
                transmission: transmissions
            )
        )
    }

    private func weakBits(_ wrong: UInt32, _ random: inout Randomness) -> UInt32 {
        (0..<24).reduce(0) { mask, bit in
            mask | (random.unit() < (wrong >> UInt32(bit) & 1 == 1 ? 0.9 : 0.05) ? 1 << UInt32(bit) : 0)
        }
    }

    /// Turns bits over; `nil` when the first is among them, which would change the length.
    private func damage(_ frame: Frame, _ random: inout Randomness) -> Frame? {
        var result = frame
        let chance = settings.isBurst ? settings.bitErrors / 3 : settings.bitErrors
        for bit in 1...frame.bitCount where random.unit() < chance {
            let length = settings.isBurst ? 2 + Int(random.unit() * 3) : 1
            for wrong in bit..<min(bit + length, frame.bitCount + 1) {
                if wrong == 1 { return nil }
                result = result.flipping(bit: wrong)
            }
        }
        return result
    }
}

/// Random numbers of several distributions.
struct Randomness: RandomNumberGenerator {
    private var generator: SeededGenerator
    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }
    mutating func next() -> UInt64 { generator.next() }
    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    /// Mean 0, deviation 1: twelve numbers added up.
    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }
}
