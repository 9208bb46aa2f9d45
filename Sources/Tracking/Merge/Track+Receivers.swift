import Aero
import ModeS

extension Track {
    /// Receivers kept of one track; the longest silent goes first.
    private static let mostReceivers = 32
    /// A receiver supports a track that long. Seconds.
    static let supportSeconds = 60.0
    /// How long a feeder that two others contradict stands behind them. Seconds.
    private static let contradictedSeconds = 60.0
    /// A contradiction must last so long. Seconds.
    private static let doubtSeconds = 2.0
    /// Places that are compared are not older. Seconds.
    private static let comparedSeconds = 10.0

    /// Who heard it in its last minute.
    public var support: TrackSupport {
        let since = lastHeard.advanced(bySeconds: -Self.supportSeconds)
        let fresh = receivers.filter { $0.lastHeard >= since }
        let parties = Set(fresh.map(\.party))
        return TrackSupport(
            feeders: parties.count,
            receivers: fresh.count,
            soleFeeder: parties.count == 1 ? fresh.first?.feed : nil,
            isQuarantinedOnly: !fresh.isEmpty && fresh.allSatisfy(\.isQuarantined)
        )
    }

    /// How many messages came through each feed, copies included.
    public var feeds: [FeedShare] {
        var shares: [FeedShare] = []
        for receiver in receivers {
            let messages = receiver.messages + receiver.copies
            if let place = shares.firstIndex(where: { $0.feed == receiver.feed }) {
                shares[place].messages += messages
            } else {
                shares.append(FeedShare(feed: receiver.feed, messages: messages))
            }
        }
        return shares
    }

    /// The receivers that heard the message a point of the path is from, as far as they are still known.
    public func receivers(of point: TrailPoint) -> [TrackReceiver] {
        let mask = trail.mask(of: point)
        return receivers.indices.filter { mask >> UInt32($0) & 1 == 1 }.map { receivers[$0] }
    }

    /// The place of a receiver in the list, a new one if need be.
    @inline(__always)
    mutating func slot(
        of number: ReceiverNumber,
        _ feed: FeedID,
        _ party: FeederParty,
        at time: Timestamp
    ) -> Int {
        for slot in receivers.indices where receivers[slot].number == number && receivers[slot].feed == feed {
            return slot
        }
        return addReceiver(TrackReceiver(feed: feed, number: number, party: party, at: time))
    }

    private mutating func addReceiver(_ receiver: TrackReceiver) -> Int {
        guard receivers.count >= Self.mostReceivers else {
            receivers.append(receiver)
            return receivers.count - 1
        }
        let slot = receivers.indices.min { receivers[$0].lastHeard < receivers[$1].lastHeard } ?? 0
        receivers[slot] = receiver
        trail.clear(slot: slot)
        return slot
    }

    /// Whether another party, who is trusted, heard it in the minute before an instant. Strangers are no support against one who is known.
    @inline(__always)
    func hasTrustedSupport(besides party: FeederParty, at time: Timestamp) -> Bool {
        receivers.contains {
            $0.party != party && !$0.isQuarantined && (party.isStranger || !$0.party.isStranger)
                && time.seconds(since: $0.lastHeard).magnitude <= Self.supportSeconds
        }
    }

    // MARK: - Copies

    /// Joins a copy of a message that was taken already.
    ///
    /// - Parameter first: when the first copy was heard.
    mutating func join(_ received: ReceivedFrame, slot: Int, isQuarantined: Bool, first: Timestamp) {
        copies += 1
        if !isQuarantined { lastHeard = max(lastHeard, received.time) }
        receivers[slot].hear(at: received.time, level: received.level, isCopy: true)
        receivers[slot].isQuarantined = isQuarantined
        if let fix, fix.time == first {
            receivers[slot].see(fix.position, at: fix.time, isOnGround: fix.isOnGround)
        }
        trail.join(slot: slot, pointAt: first)
    }

    /// Notes the half of a position that a receiver gave.
    mutating func see(_ squitter: ExtendedSquitter, slot: Int, at time: Timestamp) {
        if case .airbornePosition(let position) = squitter.content, let half = position.cpr {
            receivers.change(slot) { $0.see(half, at: time) }
        }
    }

    /// The same of a copy, which is not read otherwise.
    mutating func see(_ frame: Frame, slot: Int, at time: Timestamp) {
        let typeCode = frame.field56.rawValue >> 51
        guard (17...18).contains(frame.high >> 59), (9...18).contains(typeCode) || (20...22).contains(typeCode),
            let squitter = (try? Message(frame))?.squitter
        else { return }
        see(squitter, slot: slot, at: time)
    }

    /// Notes where a receiver's own halves say that the aircraft is.
    mutating func witness(slot: Int, at time: Timestamp) {
        if let own = receivers[slot].ownPlace(at: time) { receivers[slot].see(own, at: time, isOnGround: false) }
    }

    // MARK: - Contradictions

    /// Whether a receiver is held back in this track.
    @inline(__always)
    func isContradicted(_ number: ReceiverNumber, at time: Timestamp) -> Bool {
        receivers.contains { $0.number == number && $0.isContradicted(at: time) }
    }

    /// Whether another feeder sees the aircraft there.
    func isSeen(at position: Position, _ time: Timestamp, besides feed: FeedID) -> Bool {
        receivers.contains { receiver in
            guard receiver.feed != feed, let place = receiver.place,
                time.seconds(since: place.time).magnitude <= Self.comparedSeconds
            else { return false }
            return !TrackReceiver.contradict(place, (position, time, false))
        }
    }

    /// Who cannot be right about where the aircraft is, as the places stand that each saw last: those whom at least two other parties
    /// contradict together (one that is known, if he is a stranger), and more than agree with him, now and two seconds ago. (An aircraft whose navigation is spoofed jumps for all,
    /// but some hear the next message a little later.) Each is held back in this track for a minute.
    mutating func contradicted(at time: Timestamp) -> [FeedID] {
        if let lastComparison, time.seconds(since: lastComparison).magnitude < 1 { return [] }
        lastComparison = time
        let suspects = receivers.indices.filter { slot in
            guard let place = receivers[slot].place else { return false }
            return time.seconds(since: place.time).magnitude <= Self.comparedSeconds
        }
        let witnesses = suspects.filter { !receivers[$0].isQuarantined }
        // Against a stranger one that is known is enough.
        guard suspects.count >= 3 || suspects.contains(where: { receivers[$0].party.isStranger }) else { return [] }
        var found: Set<FeedID> = []
        for one in suspects {
            guard isOutvoted(one, by: witnesses) else {
                receivers[one].outvotedSince = nil
                continue
            }
            guard let since = receivers[one].outvotedSince, let place = receivers[one].place else {
                receivers[one].outvotedSince = time
                continue
            }
            guard time.seconds(since: since) >= Self.doubtSeconds, place.time > since else { continue }
            found.insert(receivers[one].feed)
            holdBack(one, at: time)
        }
        return found.sorted { $0.rawValue < $1.rawValue }
    }

    private mutating func holdBack(_ one: Int, at time: Timestamp) {
        receivers[one].contradictedUntil = time.advanced(bySeconds: Self.contradictedSeconds)
        receivers[one].isQuarantined = true
        hasContradictions = true
        // Where it put the aircraft binds nobody any more.
        guard let fix, fix.feed == receivers[one].feed, fix.rank < FeederTrust.quarantineRank else { return }
        self.fix = fix.changed(rank: fix.rank + FeederTrust.quarantineRank)
    }

    private func isOutvoted(_ one: Int, by witnesses: [Int]) -> Bool {
        guard let place = receivers[one].place else { return false }
        let party = receivers[one].party
        var against: [Int] = []
        var agreeing: Set<FeederParty> = [party]
        for other in witnesses where receivers[other].party != party {
            // What strangers say among themselves is nothing against one who is known.
            if receivers[other].party.isStranger, !party.isStranger { continue }
            guard let otherPlace = receivers[other].place else { continue }
            guard TrackReceiver.contradict(place, otherPlace) else {
                agreeing.insert(receivers[other].party)
                continue
            }
            // They must agree with each other.
            let isCommon = against.allSatisfy { known in
                receivers[known].place.map { !TrackReceiver.contradict($0, otherPlace) } ?? false
            }
            if isCommon { against.append(other) }
        }
        let parties = Set(against.map { receivers[$0].party })
        if party.isStranger, parties.contains(where: { !$0.isStranger }) {
            // Known ones who agree with him stand for him.
            return parties.count { !$0.isStranger } > agreeing.count { !$0.isStranger }
        }
        return parties.count >= 2 && parties.count > agreeing.count
    }
}
