import Aero
import ModeS

/// Keeps replies from being given to the wrong one of two aircraft whose addresses differ in a bit or two.
///
/// A reply names its sender only in its parity: one wrong bit there makes it a valid reply of the neighbour. For each such reply the
/// odds are reckoned that it is of the address that the parity names, against every active neighbour and as many bit errors as that
/// needs. Unless they are clearly for the first, it is ambiguous. A reply is never moved to the neighbour, and without an active
/// neighbour nothing is reckoned at all. Figures: docs/sister-guard.md.
struct SisterGuard: Sendable {
    /// Natural logarithm of the odds from which on a reply is believed. Ours, measured: docs/sister-guard.md.
    private static let leastLogOdds = 5.0
    /// The same where the rhythm of replies is known: more is asked where more can be told.
    private static let leastLogOddsWithRhythm = 5.75
    /// Where errors are so many that their rarity alone does not come to that, a reply is believed if what was observed speaks for the
    /// address by this much and could speak at all; else if it does not speak against it by more than the second. Ours, measured.
    private static let neededGain = 1.5
    private static let allowedLoss = 0.5
    /// What a reply that is not believed counts at least in the memory of the address it names; else as much as it is likely its.
    private static let doubtfulWeight = 0.1
    private static let mostMemories = 4_096
    private static let mostFeeds = 64
    private static let memorySeconds = 120.0
    private static let mostKept = 1_024

    var index = SisterIndex()
    var memories = SisterMemories()
    var feeds: [SisterFeed] = []
    var elsewhere = HeardElsewhere()
    /// What was reckoned of the last ambiguous replies, should another receiver hear them too.
    var pending = PendingReplies()
    private var kept: [AmbiguousReply] = []
    private var nextKept = 0

    /// The last ambiguous replies, oldest first.
    var ambiguousReplies: [AmbiguousReply] { Array(kept[nextKept...] + kept[..<nextKept]) }

    // MARK: - What is surely known

    /// Notes that an address has become active.
    ///
    /// - Returns: the addresses that have a neighbour for the first time, to be seeded.
    mutating func activate(_ address: UInt32, _ heard: HeardAddresses, at time: Timestamp) -> [UInt32] {
        let fresh = index.activate(address, heard, at: time).filter { memories.place(of: $0) == nil }
        for sister in fresh {
            if memories.count >= Self.mostMemories { makeRoom(at: time) }
            memories.add(SisterMemory(at: time), sister)
        }
        return fresh
    }

    /// Takes over what a track knows.
    mutating func seed(_ address: UInt32, from track: Track) { memories.change(address) { $0.seed(from: track) } }

    /// Notes a squitter whose parity is right, perhaps after repair.
    mutating func noteSquitter(_ message: Message, _ received: ReceivedFrame, _ feed: FeedID) {
        guard !index.isEmpty else { return }
        let place = self.place(of: feed)
        feeds[place].errors.noteSquitter(bits: message.frame.bitCount, errors: Double(received.repairedBits))
        guard received.repairedBits == 0, index.hasSisters(message.address.bits) else { return }
        memories.change(message.address.bits) { $0.note(message, received, feed) }
    }

    /// Notes a squitter whose parity is wrong, if it names an active address.
    mutating func noteDamaged(_ received: ReceivedFrame, _ feed: FeedID, _ heard: HeardAddresses) {
        guard !index.isEmpty, heard.contains(received.frame.bits(9, 32), at: received.time) else { return }
        // One error is the least, and where errors are many two are as common. Ours.
        feeds[place(of: feed)].errors.noteSquitter(bits: received.frame.bitCount, errors: 1.5)
    }

    /// Notes a reply whose parity names no active address: wrong bits in the parity show themselves there.
    mutating func noteNobodys(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ heard: HeardAddresses
    ) {
        guard !index.isEmpty else { return }
        let remainder = message.address.bits
        for bit in 0..<24 {
            let address = remainder ^ 1 << UInt32(bit)
            guard heard.contains(address, at: received.time) else { continue }
            feeds[place(of: feed)].errors.noteBeside()
            memories.change(address) { $0.noteBeside() }
            return
        }
        if SisterPattern.runs.contains(where: { heard.contains(remainder ^ $0, at: received.time) }) {
            feeds[place(of: feed)].errors.noteRun()
        }
    }

    // MARK: - Replies

    /// Judges a reply whose parity names an active address.
    ///
    /// - Returns: `nil` if it is believed, else whose it may be.
    mutating func doubt(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ heard: HeardAddresses
    ) -> [AircraftAddress]? {
        guard !index.isEmpty else { return nil }
        let address = message.address.bits
        let place = self.place(of: feed)
        feeds[place].errors.noteReply()
        let rivals = index.active(of: address, heard, at: received.time)
        guard !rivals.isEmpty else { return nil }
        let reply = SisterReply(message, received)
        let weights = weigh(reply, of: address, against: rivals, received, feeds[place])
        let logOdds = -Trigonometry.naturalLogarithm(max(1e-12, weights.reduce(0, +)))
        let bare = bareLogOdds(reply, of: address, against: rivals, feeds[place].errors)
        let nearest = zip(rivals, weights).max { $0.1 < $1.1 }?.0 ?? rivals[0]
        let isBelieved = logOdds >= leastLogOdds(reply, address, nearest, bare: bare, feeds[place])
        if isBelieved, let times = reception(address, feed)?.times(isAirAir: reply.isAirAir) {
            feeds[place].note(times, at: reply.time, isAirAir: reply.isAirAir)
        }
        let weight = isBelieved ? 1 : max(Self.doubtfulWeight, 1 / (1 + Trigonometry.exponential(-logOdds)))
        memories.change(address) { $0.note(reply: reply, feed, weight: weight) }
        elsewhere.note(received, remainder: address, feed)
        if isBelieved { return nil }
        let most = weights.max() ?? 0
        let likely = zip(rivals, weights).filter { $0.1 >= most / 20 }.sorted { $0.1 > $1.1 }
        let candidates = [message.address] + likely.map { AircraftAddress(icao: $0.0) }
        keep(AmbiguousReply(received: received, feed: feed, candidates: candidates, logOdds: logOdds))
        pending.keep(
            PendingReply(
                frame: received.frame,
                time: received.time,
                rivals: rivals,
                weights: weights,
                bare: bare,
                memoryWeight: weight
            )
        )
        return candidates
    }

    /// How likely each rival is the sender, against the address that the parity names.
    private func weigh(
        _ reply: SisterReply,
        of address: UInt32,
        against rivals: [UInt32],
        _ received: ReceivedFrame,
        _ feed: SisterFeed
    ) -> [Double] {
        let own = memories.place(of: address)
        let copies = elsewhere.others(received, feed.feed)
        return rivals.map { rival in
            let difference = address ^ rival
            let other = memories.place(of: rival)
            var score = -logErrors(difference, reply, other, feed.errors)
            if let own, let other {
                score += SisterEvidence.compare(reply, memories.list[own], memories.list[other], feed)
            }
            score += SisterEvidence.compare(copies, address, rival, reply, difference, feed.errors)
            return Trigonometry.exponential(min(30, max(-30, -score)))
        }
    }

    /// The odds that are asked for against a rival, by what can be told at all.
    ///
    /// - Parameter bare: the odds that the rarity of errors alone gives.
    func leastLogOdds(
        _ reply: SisterReply,
        _ address: UInt32,
        _ rival: UInt32,
        bare: Double,
        _ feed: SisterFeed
    ) -> Double {
        if let own = reception(address, feed.feed), let other = reception(rival, feed.feed) {
            let times = (own.times(isAirAir: reply.isAirAir), other.times(isAirAir: reply.isAirAir))
            if feed.rhythm(isAirAir: reply.isAirAir).isKnown(times.0, times.1) {
                return min(Self.leastLogOddsWithRhythm, bare + Self.neededGain)
            }
            if reply.level != nil, own.isApart(from: other) { return min(Self.leastLogOdds, bare + Self.neededGain) }
        }
        return min(Self.leastLogOdds, bare - Self.allowedLoss)
    }

    /// Logarithm of the odds that the rarity of bit errors alone gives the address.
    func bareLogOdds(
        _ reply: SisterReply,
        of address: UInt32,
        against rivals: [UInt32],
        _ errors: FeedErrors
    ) -> Double {
        let others = rivals.reduce(0.0) { sum, rival in
            sum + Trigonometry.exponential(logErrors(address ^ rival, reply, memories.place(of: rival), errors))
        }
        return -Trigonometry.naturalLogarithm(max(1e-12, others))
    }

    /// Logarithm of how likely exactly these parity bits are wrong.
    ///
    /// - Parameter rival: the place of the rival's memory.
    func logErrors(
        _ difference: UInt32,
        _ reply: SisterReply,
        _ rival: Int?,
        _ errors: FeedErrors
    ) -> Double {
        let share = rival.map { memories.list[$0].bitErrors(feed: errors.bit) } ?? errors.bit
        let each = Trigonometry.naturalLogarithm(share / (1 - share))
        var sum = Double(difference.nonzeroBitCount) * each
        if SisterPattern.isBurst(difference) { sum = max(sum, Trigonometry.naturalLogarithm(errors.run)) }
        guard let weak = reply.weakParityBits else { return sum }
        // Measured with our demodulator near the noise: of the wrong bits nine in ten are weak. How many of the right ones are is seen
        // from the reply itself. A sure bit must not outweigh what the reply says.
        let weakShare = Double(weak.nonzeroBitCount + 1) / 25
        let weakBits = Double((difference & weak).nonzeroBitCount)
        sum += weakBits * Trigonometry.naturalLogarithm(0.9 / weakShare)
        if difference & ~weak != 0 { sum += Trigonometry.naturalLogarithm(0.1 / max(0.1, 1 - weakShare)) }
        return min(-0.5, sum)
    }

    /// How a feed hears an address.
    func reception(_ address: UInt32, _ feed: FeedID) -> SisterReception? {
        memories.place(of: address).flatMap { memories.list[$0].reception(feed) }
    }

    // MARK: - Bounds

    mutating func place(of feed: FeedID) -> Int {
        if let place = feeds.firstIndex(where: { $0.feed == feed }) { return place }
        if feeds.count >= Self.mostFeeds { feeds.removeFirst(Self.mostFeeds / 4) }
        feeds.append(SisterFeed(feed: feed))
        return feeds.count - 1
    }

    private mutating func makeRoom(at time: Timestamp) {
        memories.keep { time.seconds(since: $0.lastUse) <= Self.memorySeconds }
        guard memories.count > Self.mostMemories * 3 / 4 else { return }
        memories.keepNewest(Self.mostMemories / 2)
    }

    /// A reply is not ambiguous any more.
    mutating func forgetAmbiguous(_ frame: Frame, at time: Timestamp) {
        kept = ambiguousReplies.filter { $0.received.frame != frame || $0.received.time != time }
        nextKept = 0
    }

    private mutating func keep(_ reply: AmbiguousReply) {
        if kept.count < Self.mostKept {
            kept.append(reply)
        } else {
            kept[nextKept] = reply
            nextKept = (nextKept + 1) % Self.mostKept
        }
    }
}
