import Aero
import ModeS

/// What further receivers tell.
extension SisterGuard {
    /// Notes a copy of a message that was taken already: how its feed hears the address.
    mutating func noteCopy(_ received: ReceivedFrame, of address: UInt32, _ feed: FeedID) {
        guard !index.isEmpty else { return }
        let place = self.place(of: feed)
        let number = received.frame.high >> 59
        guard number != 11, !(17...19).contains(number) else {
            feeds[place].errors.noteSquitter(bits: received.frame.bitCount, errors: Double(received.repairedBits))
            if received.repairedBits == 0, index.hasSisters(address) {
                memories.change(address) { $0.noteSquitterCopy(at: received.time, level: received.level, feed) }
            }
            return
        }
        feeds[place].errors.noteReply()
        guard index.hasSisters(address) else { return }
        let isAirAir = number == 0 || number == 16
        if let times = reception(address, feed)?.times(isAirAir: isAirAir) {
            feeds[place].note(times, at: received.time, isAirAir: isAirAir)
        }
        memories.change(address) { $0.noteReplyCopy(at: received.time, isAirAir: isAirAir, feed) }
        elsewhere.note(received, remainder: address, feed)
    }

    /// Judges an ambiguous reply again that a further receiver heard with the same bits: what it says counts once, how both hear it and
    /// how rarely both err alike count together.
    ///
    /// - Returns: whether that makes it believed.
    mutating func isDecided(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ heard: HeardAddresses
    ) -> Bool {
        let address = message.address.bits
        guard let pendingPlace = pending.place(of: received), heard.contains(address, at: received.time) else {
            return false
        }
        let place = self.place(of: feed)
        let reply = SisterReply(message, received)
        var first = pending[pendingPlace]
        let share = SisterEvidence.sameness(of: reply, apart: received.time.seconds(since: first.time).magnitude)
        let own = memories.place(of: address)
        for (number, rival) in first.rivals.enumerated() {
            let other = memories.place(of: rival)
            var score = -logErrors(address ^ rival, reply, other, feeds[place].errors)
            if let own, let other {
                score += SisterEvidence.compareReception(
                    reply,
                    memories.list[own].reception(feed),
                    memories.list[other].reception(feed),
                    feeds[place]
                )
            }
            first.weights[number] *= Trigonometry.exponential(min(30, max(-30, -score * share)))
        }
        first.bare += share * bareLogOdds(reply, of: address, against: first.rivals, feeds[place].errors)
        pending[pendingPlace] = first
        let logOdds = -Trigonometry.naturalLogarithm(max(1e-12, first.weights.reduce(0, +)))
        let nearest = zip(first.rivals, first.weights).max { $0.1 < $1.1 }?.0 ?? address
        guard logOdds >= leastLogOdds(reply, address, nearest, bare: first.bare, feeds[place]) else { return false }
        memories.change(address) { $0.note(reply: reply, feed, weight: 1 - first.memoryWeight) }
        elsewhere.note(received, remainder: address, feed)
        forgetAmbiguous(first.frame, at: first.time)
        return true
    }

    /// Forgets feeds that are gone.
    mutating func forget(_ gone: Set<FeedID>) { feeds.removeAll { gone.contains($0.feed) } }
}
