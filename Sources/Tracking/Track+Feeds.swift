import Aero

extension Track {
    /// Values that came through feeders that are gone count as their source's from now on, so that the numbers can be given again.
    mutating func rename(_ gone: [FeedID: FeedID]) {
        func renamed<Value>(_ slot: inout Known<Value>?) {
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
        renamed(&callsign)
        renamed(&category)
        renamed(&squawk)
        renamed(&emergency)
        renamed(&barometricAltitude)
        renamed(&geometricAltitude)
        renamed(&geometricMinusBarometric)
        renamed(&groundSpeed)
        renamed(&track)
        renamed(&trueAirspeed)
        renamed(&indicatedAirspeed)
        renamed(&trueHeading)
        renamed(&magneticHeading)
        renamed(&barometricRate)
        renamed(&geometricRate)
        renamed(&isOnGround)
        renamed(&isAlert)
        renamed(&isIdent)
        renamed(&roll)
        renamed(&trackRate)
        renamed(&mach)
        renamed(&selectedAltitude)
        renamed(&managedAltitude)
        renamed(&pressureSetting)
        renamed(&selectedHeading)
        renamed(&modes)
        renamed(&isTCASOperational)
        renamed(&wind)
        renamed(&temperature)
        renamed(&drift)
        renamed(&staticPressure)
        renamed(&humidity)
        renamed(&servedRegisters)
        renamed(&operationalStatus)
        renamed(&claimedVersion)
        renamed(&nacP)
        renamed(&nacV)
        renamed(&sil)
        renamed(&isSILPerSample)
        renamed(&sda)
        renamed(&gva)
        renamed(&nicBaro)
        renamed(&nicSupplementA)
        renamed(&nicSupplementC)
        renamed(&isSurfaceDirectionHeading)
        if let fix, let feed = gone[fix.feed] { self.fix = fix.changed(feed: feed) }
        forgetReceivers { gone[$0] != nil }
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
        }
    }
}
