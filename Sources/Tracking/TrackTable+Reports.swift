import Aero
public import ModeS

extension TrackTable {
    // MARK: - UAT

    /// Takes a UAT frame. As on 1090 MHz an aircraft is made by two frames: error correction also "corrects" some noise.
    public mutating func ingest(_ received: ReceivedUAT, from feed: FeedID) -> Ingested {
        statistics.uatFrames += 1
        let message = UATMessage(received.frame)
        let address = message.address
        var ingested = Ingested(.believed, uat: message)
        let first = uatNewcomers.removeValue(forKey: address)
        if let place = index[address] {
            update(place, received, feed, into: &ingested)
            return ingested
        }
        // Nothing but zeros passes every error correction.
        guard address.bits != 0 else {
            statistics.unattributed += 1
            return Ingested(.unattributed, uat: message)
        }
        guard let first, received.time.seconds(since: first.received.time).magnitude <= Self.confirmationSeconds else {
            if uatNewcomers.count >= Self.newcomerCapacity { forgetNewcomers(at: received.time) }
            uatNewcomers[address] = (received, feed)
            statistics.awaitingSecond += 1
            return Ingested(.awaitingSecond, uat: message)
        }
        let place = add(Track(address: address, time: first.received.time, sourceClass: SourceClass(message.qualifier)))
        var earlier = Ingested(.believed, uat: UATMessage(first.received.frame))
        update(place, first.received, first.feed, into: &earlier)
        update(place, received, feed, into: &ingested)
        return ingested
    }

    private mutating func update(_ place: Int, _ received: ReceivedUAT, _ feed: FeedID, into ingested: inout Ingested) {
        guard let message = ingested.uat else { return }
        let receiver = receivers.number(feed, nil)
        let penalty = penalty(of: feed, receiver, place, at: received.time)
        if penalty > 0, list[place].hasTrustedSupport(besides: party(of: feed), at: received.time) {
            withhold(feed, receiver, place, at: received.time)
            ingested = Ingested(.withheld(trust.reason(feed) ?? .contradiction), uat: message)
            return
        }
        statistics.believed += 1
        var reception = Reception(message, received, feed, receiver, party(of: feed), addedRank: penalty)
        let slot = list[place].hear(reception, level: received.level)
        ingested.isFirstOfReceiver = list[place].receivers[slot].messages == 1
        list[place].take(message, &reception)
        statistics.outrankedValues += reception.outranked
        if let result = list[place].locate(message, reception, receiver: configuration.receivers[feed]) {
            note(result, place, slot, received.time, into: &ingested)
        }
    }

    // MARK: - Claims

    /// Takes what another program says of an aircraft. A claim makes a track at once: there is no parity to wait for.
    public mutating func ingest(_ report: ClaimedReport, from feed: FeedID) -> Ingested {
        statistics.reports += 1
        let receiver = receivers.number(feed, nil)
        let known = index[report.address]
        let penalty = penalty(of: feed, receiver, known, at: report.time)
        var reception = Reception(report, feed, receiver, party(of: feed), addedRank: penalty)
        if penalty > 0, let known, list[known].hasTrustedSupport(besides: party(of: feed), at: report.time) {
            withhold(feed, receiver, known, at: report.time)
            return Ingested(.withheld(trust.reason(feed) ?? .contradiction))
        }
        statistics.believed += 1
        let place =
            known ?? add(Track(address: report.address, time: report.time, sourceClass: reception.sourceClass))
        var ingested = Ingested(.believed)
        let slot = list[place].hear(reception, level: report.level)
        ingested.isFirstOfReceiver = list[place].receivers[slot].messages == 1
        list[place].take(report, &reception)
        statistics.outrankedValues += reception.outranked
        if ImpossibleValues.isIn(report) { trust.note(.impossibleValue, of: feed, at: report.time) }
        if let result = list[place].locate(report, reception) {
            note(result, place, slot, report.time, into: &ingested)
        }
        return ingested
    }
}
