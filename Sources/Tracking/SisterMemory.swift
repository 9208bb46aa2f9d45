import Aero
import ModeS

/// What is remembered of an address that has neighbours, for telling its replies from theirs.
///
/// All of it is what replies with that remainder said, whether they were believed or not, and what its own squitters said: so a
/// wrong reply that slipped in is outvoted, and an aircraft that changes its squawk to its neighbour's is believed after some replies.
struct SisterMemory: Sendable {
    var altitudes = AltitudeMemory()
    var squawks = CodeMemory()
    var callsigns = CodeMemory()
    /// 1 on the ground, 0 in the air.
    var grounds = CodeMemory()
    /// What stays the same in the head of air-air replies: sensitivity level, reply information.
    var heads = CodeMemory()
    /// The last registers it sent, a ring.
    private(set) var registers: [UInt64] = []
    private var nextRegister = 0
    /// What the aircraft itself says, feet a second.
    private var rate: (value: Double, time: Timestamp)?
    private(set) var receptions: [SisterReception] = []
    /// Replies with the address, and replies of nobody that are one parity bit beside it.
    private var replies = 0.0
    private var besideHits = 0.0
    private(set) var lastUse: Timestamp

    private static let keptRegisters = 12
    private static let mostReceptions = 8

    init(at time: Timestamp) { lastUse = time }

    /// Takes over what the aircraft's track knows.
    mutating func seed(from track: Track) {
        if let known = track.barometricAltitude { altitudes.note(known.value, at: known.time, weight: 2) }
        if let known = track.squawk { squawks.note(UInt64(known.value.rawValue), at: known.time, weight: 3) }
        if let known = track.callsign { noteCallsign(known.value, at: known.time, weight: 3) }
        if let known = track.isOnGround { grounds.note(known.value ? 1 : 0, at: known.time, weight: 2) }
        if let known = track.verticalRate { rate = (known.value.rawValue / 60, known.time) }
    }

    /// Vertical speed it told in the last ten seconds, feet a second.
    func rate(at time: Timestamp) -> Double? {
        guard let rate, time.seconds(since: rate.time).magnitude <= 10 else { return nil }
        return rate.value
    }

    /// How often a parity bit of this aircraft is wrong, leaning on the whole feed's share while little was heard.
    func bitErrors(feed share: Double) -> Double {
        min(0.05, max(1e-4, (besideHits + 24 * 100 * share) / (24 * (replies + 100))))
    }

    /// Notes a reply of nobody that is one parity bit beside this address.
    mutating func noteBeside() { besideHits += 1 }

    // MARK: - Squitters

    /// Notes a clean squitter.
    mutating func note(_ message: Message, _ received: ReceivedFrame, _ feed: FeedID) {
        let time = received.time
        lastUse = max(lastUse, time)
        let place = reception(feed, at: time)
        receptions[place].noteSquitter(at: time, level: received.level)
        switch message.content {
        case .allCall(let capability): note(capability, at: time)
        case .squitter(let squitter):
            note(squitter.capability, at: time)
            note(squitter.content, at: time)
        case .airAir, .surveillance, .extendedLength, .opaque: break
        }
    }

    private mutating func note(_ capability: Capability?, at time: Timestamp) {
        // Little weight: installations exist that always say "in the air".
        if let isOnGround = capability?.isOnGround { grounds.note(isOnGround ? 1 : 0, at: time, weight: 0.3) }
    }

    private mutating func note(_ content: ADSBContent, at time: Timestamp) {
        switch content {
        case .identification(let identification):
            if let text = identification.callsign.text { noteCallsign(text, at: time, weight: 2) }
        case .airbornePosition(let position):
            if !position.isGeometric, let altitude = position.altitude.altitude {
                altitudes.note(altitude, at: time, weight: 2)
            }
        case .velocity(let velocity):
            if let told = velocity.verticalRate { rate = (told.rawValue / 60, time) }
        case .status(let status):
            if let squawk = status.squawk { squawks.note(UInt64(squawk.rawValue), at: time, weight: 2) }
        default: break
        }
    }

    private mutating func noteCallsign(_ text: String, at time: Timestamp, weight: Double) {
        guard let bits = CallsignEncoding.bits(text) else { return }
        callsigns.note(bits, at: time, weight: weight)
    }

    /// Notes how a feed hears a squitter that another gave already.
    mutating func noteSquitterCopy(at time: Timestamp, level: Float?, _ feed: FeedID) {
        let place = reception(feed, at: time)
        receptions[place].noteSquitter(at: time, level: level)
    }

    // MARK: - Replies

    /// Notes that a feed hears a reply that another gave already.
    mutating func noteReplyCopy(at time: Timestamp, isAirAir: Bool, _ feed: FeedID) {
        let place = reception(feed, at: time)
        receptions[place].noteReply(at: time, isAirAir: isAirAir)
    }

    /// Notes a reply whose parity names the address.
    ///
    /// - Parameter weight: 1 if it is believed, less if it may be of another.
    mutating func note(reply: SisterReply, _ feed: FeedID, weight: Double) {
        let time = reply.time
        lastUse = max(lastUse, time)
        replies += 1
        if replies > 2_000 {
            replies /= 2
            besideHits /= 2
        }
        let place = reception(feed, at: time)
        receptions[place].noteReply(at: time, isAirAir: reply.isAirAir)
        if let altitude = reply.altitude { altitudes.note(altitude, at: time, weight: weight) }
        if let squawk = reply.squawk { squawks.note(squawk, at: time, weight: weight) }
        if let isOnGround = reply.isOnGround { grounds.note(isOnGround ? 1 : 0, at: time, weight: weight) }
        if let head = reply.head { heads.note(head, at: time, weight: weight) }
        if let callsign = reply.callsign { callsigns.note(callsign, at: time, weight: weight) }
        if weight >= 0.5, let register = reply.register { note(register: register) }
    }

    private mutating func note(register: UInt64) {
        if registers.count < Self.keptRegisters {
            registers.append(register)
        } else {
            registers[nextRegister] = register
            nextRegister = (nextRegister + 1) % Self.keptRegisters
        }
    }

    /// In how many bits a register differs from the nearest of the last; `nil` when too few are known.
    func nearest(to register: UInt64) -> Int? {
        guard registers.count >= 4 else { return nil }
        return registers.lazy.map { ($0 ^ register).nonzeroBitCount }.min()
    }

    // MARK: - Receptions

    /// How a feed hears it.
    func reception(_ feed: FeedID) -> SisterReception? { receptions.first { $0.feed == feed } }

    private mutating func reception(_ feed: FeedID, at time: Timestamp) -> Int {
        if let place = receptions.firstIndex(where: { $0.feed == feed }) { return place }
        if receptions.count < Self.mostReceptions {
            receptions.append(SisterReception(feed: feed, at: time))
            return receptions.count - 1
        }
        let oldest = receptions.indices.min { receptions[$0].lastSquitter < receptions[$1].lastSquitter } ?? 0
        receptions[oldest] = SisterReception(feed: feed, at: time)
        return oldest
    }
}
