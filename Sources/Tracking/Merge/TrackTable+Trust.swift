import Aero
import ModeS

/// Feeders are not trusted: what they send is compared with what the aircraft, the receivers and the others allow.
extension TrackTable {
    /// What stands against a feeder here, as an addition to the rank: it is quarantined, or two others contradict it about this aircraft.
    @inline(__always)
    func penalty(of feed: FeedID, _ receiver: ReceiverNumber, _ place: Int?, at time: Timestamp) -> UInt8 {
        if trust.isQuarantined(feed) { return FeederTrust.quarantineRank }
        guard receivers.isShared, let place, list[place].hasContradictions else { return 0 }
        return list[place].isContradicted(receiver, at: time) ? FeederTrust.quarantineRank : 0
    }

    /// Who stands behind a feed.
    @inline(__always)
    func party(of feed: FeedID) -> FeederParty {
        guard !configuration.strangers.isEmpty, let source = configuration.strangers[feed] else {
            return FeederParty(feed)
        }
        return FeederParty(source, isStranger: true)
    }

    /// Holds a frame back, and keeps it.
    ///
    /// - Returns: why.
    mutating func withhold(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        _ place: Int
    ) -> FeederTrust.Reason {
        let reason = trust.reason(feed) ?? .contradiction
        withheld.keep(WithheldMessage(received: received, feed: feed, reason: reason))
        let slot = withhold(feed, receiver, place, at: received.time)
        // It goes on being compared, so that a feeder that is right again shows it.
        if let squitter = message.squitter { list[place].see(squitter, slot: slot, at: received.time) }
        compare(place, slot, at: received.time)
        return reason
    }

    /// Notes in a track that something was held back.
    ///
    /// - Returns: the place of the receiver in the track's list.
    @discardableResult
    mutating func withhold(_ feed: FeedID, _ receiver: ReceiverNumber, _ place: Int, at time: Timestamp) -> Int {
        let slot = list[place].slot(of: receiver, feed, party(of: feed), at: time)
        list[place].receivers[slot].hear(at: time, level: nil, isCopy: false)
        list[place].receivers[slot].isQuarantined = true
        return slot
    }

    /// Notes a position that was believed.
    mutating func notePosition(_ fix: Fix, _ place: Int, _ slot: Int) {
        count(positionOf: fix.feed, at: fix.time)
        list[place].receivers.change(slot) { $0.see(fix.position, at: fix.time, isOnGround: fix.isOnGround) }
    }

    /// Notes that a feeder gave a copy of a position: it agrees with another's, if it can have heard it at all.
    mutating func notePositionCopy(_ fix: Fix, of feed: FeedID, at time: Timestamp) {
        if let own = ownPlace(of: feed), !PositionGate.isAudible(fix.position, from: own) {
            trust.note(.beyondHorizon, of: feed, at: time)
        } else {
            count(positionOf: feed, at: time)
        }
    }

    /// Looks whose fault it is that a position was refused.
    mutating func blame(_ refusal: Refusal, _ place: Int, _ slot: Int, at time: Timestamp) {
        let feed = list[place].receivers[slot].feed
        switch refusal {
        case .beyondHorizon:
            if ownPlace(of: feed) != nil { trust.note(.beyondHorizon, of: feed, at: time) }
        case .tooFast, .contradictory: compare(place, slot, at: time)
        case .unconfirmed, .unresolvable:
            // Before the first position, several who contradict each other may keep it from being found at all.
            if list[place].fix == nil, list[place].receivers.count > 1 { compare(place, slot, at: time) }
        case .outOfOrder, .outranked, .noReference: break
        }
    }

    /// Compares where a receiver sees the aircraft with where it saw it before, and with the others.
    private mutating func compare(_ place: Int, _ slot: Int, at time: Timestamp) {
        let feed = list[place].receivers[slot].feed
        if let own = list[place].receivers[slot].ownPlace(at: time) {
            let before = list[place].receivers[slot].place
            list[place].receivers[slot].see(own, at: time, isOnGround: false)
            if let before, TrackReceiver.contradict(before, (own, time, false)) {
                // An aircraft whose navigation is spoofed jumps for all that hear it: that is nobody's fault.
                if !list[place].isSeen(at: own, time, besides: feed) { trust.note(.jump, of: feed, at: time) }
            }
            if isInaudible(own, place, besides: feed, at: time) { trust.note(.beyondHorizon, of: feed, at: time) }
        }
        for liar in list[place].contradicted(at: time) { trust.note(.contradiction, of: liar, at: time) }
    }

    /// Whether at least two other feeders that hear the aircraft stand where it cannot be heard from.
    private func isInaudible(_ position: Position, _ place: Int, besides feed: FeedID, at time: Timestamp) -> Bool {
        var deaf: Set<FeedID> = []
        for receiver in list[place].receivers where receiver.feed != feed && !receiver.isQuarantined {
            guard time.seconds(since: receiver.lastHeard) <= Track.supportSeconds, let own = ownPlace(of: receiver.feed)
            else { continue }
            if PositionGate.isAudible(position, from: own) { return false }
            deaf.insert(receiver.feed)
        }
        return deaf.count >= 2
    }

    /// Where a feed's receiver stands, if that is told of itself.
    private func ownPlace(of feed: FeedID) -> Position? {
        guard let place = configuration.receivers[feed], !configuration.placedBySource.contains(feed) else {
            return nil
        }
        return place
    }

    // MARK: - Counting

    /// Positions come by the thousand and from one feed after the other: they are written down together.
    private mutating func count(positionOf feed: FeedID, at time: Timestamp) {
        if let known = tally, known.feed == feed, known.count < 256 {
            tally = (feed, known.count + 1, time)
        } else {
            settleTally()
            tally = (feed, 1, time)
        }
    }

    mutating func settleTally() {
        if let tally { trust.notePositions(tally.count, of: tally.feed, at: tally.time) }
        tally = nil
    }
}
