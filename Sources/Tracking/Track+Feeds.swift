import Aero

extension Track {
    /// Values that came through feeders that are gone count as their source's from now on, so that the numbers can be given again.
    mutating func rename(_ gone: [FeedID: FeedID]) {
        changeAll(Renaming(gone: gone))
        if let fix, let feed = gone[fix.feed] { self.fix = fix.changed(feed: feed) }
        forgetReceivers { gone[$0] != nil }
    }

    /// Takes away what one feed gave: its values, its position, and the points of the path that it alone heard.
    ///
    /// - Returns: whether anybody else heard the aircraft too; if not, nothing of the track stands.
    mutating func withdraw(_ feed: FeedID) -> Bool {
        guard receivers.contains(where: { $0.feed != feed }) else { return false }
        changeAll(Withdrawal(feed: feed))
        if fix?.feed == feed { fix = nil }
        var mask: UInt32 = 0
        for slot in receivers.indices where receivers[slot].feed == feed { mask |= 1 << UInt32(slot) }
        trail.remove(heardOnlyBy: mask)
        resolver = PositionResolver()
        forgetReceivers { $0 == feed }
        return true
    }

    /// Takes receivers off the list; what they heard stays in the counts.
    private mutating func forgetReceivers(_ isGone: (FeedID) -> Bool) {
        for slot in receivers.indices.reversed() where isGone(receivers[slot].feed) {
            // The last takes the free place, and its bit.
            let last = receivers.count - 1
            trail.move(slot: last, to: slot)
            receivers[slot] = receivers[last]
            receivers.removeLast()
        }
    }
}

/// A change of what is known, whatever kind of value it is.
private protocol KnownChange {
    func change<Value>(_ slot: inout Known<Value>?)
}

private struct Renaming: KnownChange {
    let gone: [FeedID: FeedID]

    func change<Value>(_ slot: inout Known<Value>?) {
        guard let known = slot, let feed = gone[known.feed] else { return }
        slot = Known(
            known.value,
            time: known.time,
            source: known.source,
            rank: known.rank,
            feed: feed,
            isRepaired: known.isRepaired
        )
    }
}

private struct Withdrawal: KnownChange {
    let feed: FeedID

    func change<Value>(_ slot: inout Known<Value>?) { if slot?.feed == feed { slot = nil } }
}

extension Track {
    /// Every value that carries its feed.
    fileprivate mutating func changeAll(_ change: some KnownChange) {
        change.change(&callsign)
        change.change(&category)
        change.change(&squawk)
        change.change(&emergency)
        change.change(&barometricAltitude)
        change.change(&geometricAltitude)
        change.change(&geometricMinusBarometric)
        change.change(&groundSpeed)
        change.change(&track)
        change.change(&trueAirspeed)
        change.change(&indicatedAirspeed)
        change.change(&trueHeading)
        change.change(&magneticHeading)
        change.change(&barometricRate)
        change.change(&geometricRate)
        change.change(&isOnGround)
        change.change(&isAlert)
        change.change(&isIdent)
        change.change(&roll)
        change.change(&trackRate)
        change.change(&mach)
        change.change(&selectedAltitude)
        change.change(&managedAltitude)
        change.change(&pressureSetting)
        change.change(&selectedHeading)
        change.change(&modes)
        change.change(&isTCASOperational)
        change.change(&wind)
        change.change(&temperature)
        change.change(&drift)
        change.change(&staticPressure)
        change.change(&humidity)
        change.change(&servedRegisters)
        change.change(&operationalStatus)
        change.change(&claimedVersion)
        change.change(&nacP)
        change.change(&nacV)
        change.change(&sil)
        change.change(&isSILPerSample)
        change.change(&sda)
        change.change(&gva)
        change.change(&nicBaro)
        change.change(&nicSupplementA)
        change.change(&nicSupplementC)
        change.change(&isSurfaceDirectionHeading)
    }
}

extension Fix {
    /// The same through another feed, or of another rank.
    func changed(feed: FeedID? = nil, rank: UInt8? = nil) -> Fix {
        Fix(
            position: position,
            time: time,
            source: source,
            sourceClass: sourceClass,
            rank: rank ?? self.rank,
            feed: feed ?? self.feed,
            method: method,
            isOnGround: isOnGround,
            nic: nic,
            containmentRadius: containmentRadius,
            isQualityUncertain: isQualityUncertain
        )
    }
}

extension TrackTable {
    /// Takes away what one feed gave; aircraft that nobody else heard go with it. Counters stay.
    public mutating func withdraw(_ feed: FeedID) {
        settleTally()
        var gone: Set<AircraftAddress> = []
        for place in list.indices where !list[place].withdraw(feed) { gone.insert(list[place].address) }
        if !gone.isEmpty { keep { !gone.contains($0.address) } }
        newcomers = newcomers.filter { $0.value.feed != feed }
        uatNewcomers = uatNewcomers.filter { $0.value.feed != feed }
        sisters.forget([feed])
        // What was first heard through it is not remembered as the first copy any more.
        deduplicator = nil
    }

    /// Forgets feeders that left long ago: all that they gave counts as their source's, and their numbers can be given again.
    ///
    /// - Parameter gone: each with the source it came through.
    public mutating func forget(_ gone: [FeedID: FeedID]) {
        guard !gone.isEmpty else { return }
        settleTally()
        for place in list.indices { list[place].rename(gone) }
        let feeds = Set(gone.keys)
        receivers.forget(feeds)
        trust.forget(feeds)
        sisters.forget(feeds)
        newcomers = newcomers.filter { !feeds.contains($0.value.feed) }
        uatNewcomers = uatNewcomers.filter { !feeds.contains($0.value.feed) }
        // Numbers of receivers are in it.
        deduplicator = nil
        for feed in feeds {
            configuration.receivers[feed] = nil
            configuration.placedBySource.remove(feed)
            configuration.strangers[feed] = nil
        }
    }
}
