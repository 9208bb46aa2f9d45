import Aero
public import ModeS

/// Copies of one transmission become one message.
extension TrackTable {
    /// Who heard the transmission a frame is of; `nil` when it is not remembered any more, or there is only one receiver.
    public func hearings(of received: ReceivedFrame, from feed: FeedID) -> Hearings? {
        var corrected = received
        // A receiver may have been forgotten while its row waited: the copy knows the number that it gave.
        var register = receivers
        let number = register.number(feed, received.receiver)
        corrected.time = register.corrected(received.time, of: number)
        guard let deduplicator, let place = deduplicator.place(of: corrected) else { return nil }
        return deduplicator.hearings(place, receivers)
    }

    /// Judges whether a frame is a copy, and takes it or joins it.
    mutating func merge(_ original: ReceivedFrame, _ feed: FeedID, _ receiver: ReceiverNumber) -> Ingested {
        var received = original
        received.time = receivers.corrected(original.time, of: receiver)
        if deduplicator == nil { deduplicator = Deduplicator() }
        guard let verdict = deduplicator?.judge(received, by: receiver) else { return take(received, feed, receiver) }
        switch verdict {
        case .first(let place):
            let ingested = take(received, feed, receiver)
            settle(place, ingested)
            return ingested
        case .copy(let place):
            return join(received, feed, receiver, to: place)
        }
    }

    private mutating func settle(_ place: Deduplicator.Place, _ ingested: Ingested) {
        let disposition: Deduplicator.Disposition
        switch ingested.verdict {
        case .believed:
            let isUntrusted = ingested.isOfQuarantined
            disposition = isUntrusted ? .untrusted : .believed
        case .withheld: disposition = .untrusted
        case .ambiguous: disposition = .ambiguous
        case .unattributed: disposition = .unattributed
        case .awaitingSecond: disposition = .waiting
        case .repairedStranger, .unreadable, .copy: disposition = .open
        }
        deduplicator?.settle(place, disposition, of: ingested.address)
    }

    private mutating func join(
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        to place: Deduplicator.Place
    ) -> Ingested {
        guard let first = deduplicator?[place] else { return Ingested(.copy) }
        noteClocks(first, received, receiver)
        let isQuarantined = trust.isQuarantined(feed)
        switch first.disposition {
        case .untrusted where !isQuarantined,
            .unattributed where first.aircraft.isICAO && heard.contains(first.aircraft.bits, at: received.time):
            // What a quarantined feeder gave first is taken when somebody else gives it; so is what was nobody's then.
            let ingested = take(received, feed, receiver)
            settle(place, ingested)
            return ingested
        case .ambiguous:
            if let decided = judgeAgain(received, feed, receiver, first) {
                settle(place, decided)
                return decided
            }
        case .believed, .waiting, .open, .untrusted, .unattributed: break
        }
        statistics.copies += 1
        let address = first.aircraft
        if address.isICAO, !isQuarantined { sisters.noteCopy(received, of: address.bits, feed) }
        if first.disposition == .believed || first.disposition == .waiting, let track = index[address] {
            join(received, feed, receiver, first, track)
        }
        return Ingested(.copy)
    }

    private mutating func join(
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        _ first: Deduplicator.Transmission,
        _ track: Int
    ) {
        let slot = list[track].slot(of: receiver, feed, party(of: feed), at: received.time)
        let isHeldBack = penalty(of: feed, receiver, track, at: received.time) > 0
        list[track].join(received, slot: slot, isQuarantined: isHeldBack, first: first.time)
        list[track].see(received.frame, slot: slot, at: received.time)
        guard let fix = list[track].fix, fix.time == first.time else {
            // Where it is, is disputed: this receiver is a witness as well.
            if list[track].isDoubtful || list[track].fix == nil { list[track].witness(slot: slot, at: received.time) }
            return
        }
        notePositionCopy(fix, of: feed, at: received.time)
    }

    /// A reply that was ambiguous was heard by one more receiver: both together may decide.
    private mutating func judgeAgain(
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        _ first: Deduplicator.Transmission
    ) -> Ingested? {
        guard let message = try? Message(received.frame),
            sisters.isDecided(message, received, feed, heard),
            let track = index[message.address]
        else { return nil }
        // It was sent when it was first heard.
        var sent = received
        sent.time = first.time
        var ingested = Ingested(.believed, message: message)
        update(track, message, sent, feed, receiver, into: &ingested)
        guard ingested.verdict == .believed else { return ingested }
        statistics.believed += 1
        statistics.decidedByCopies += 1
        return ingested
    }

    /// Learns how far apart two receivers' clocks are, from frames whose bits are hardly sent twice.
    private mutating func noteClocks(
        _ first: Deduplicator.Transmission,
        _ received: ReceivedFrame,
        _ receiver: ReceiverNumber
    ) {
        guard received.frame.high >> 59 == 17 else { return }
        receivers.noteCopy(
            of: first.receiver,
            isExact: first.isExact,
            by: receiver,
            isExact: received.isTimeExact,
            apart: received.time.nanoseconds &- first.time.nanoseconds
        )
    }
}
