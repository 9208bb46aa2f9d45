import Aero
import ModeS

/// What was taken in, as far as rows are made of it.
struct ObservedMessage {
    let time: Timestamp
    let feed: FeedID
    let receiver: UInt64?
    let level: Float?
    /// The frame, where there can be copies of it, and its time as the receiver gave it.
    let frame: Frame?
    let received: Timestamp
    let isOfQuarantined: Bool
}

extension ObservationWriter {
    /// Notes a message that was believed.
    ///
    /// - Parameters:
    ///   - fix: the position it gave, if it gave one.
    ///   - track: the aircraft's track, the message taken in.
    @inline(__always)
    mutating func note(_ message: ObservedMessage, _ fix: Fix?, _ track: Track) {
        let before = aircraft.place(of: track.address)
        // Most messages tell the archive nothing.
        if fix == nil, let before, isPositioned(aircraft[before].lastPosition, at: message.time),
            hasToldNames(before, track)
        {
            return
        }
        let place = before ?? aircraft.add(ObservedAircraft(track.address, at: message.time))
        if let fix {
            notePosition(message, fix, track, place)
        } else if !isPositioned(aircraft[place].lastPosition, at: message.time) {
            noteRest(message, track, isFirst: before == nil, place)
        }
        noteNames(track, place)
    }

    // MARK: - Rows

    @inline(__always)
    private mutating func notePosition(
        _ message: ObservedMessage,
        _ fix: Fix,
        _ track: Track,
        _ place: Int
    ) {
        var flags: Observation.Flags = []
        if fix.isOnGround { flags.insert(.onGround) }
        if fix.sourceClass == .multilateration || !fix.source.isObserved { flags.insert(.notOwn) }
        if fix.isQualityUncertain || fix.rank >= FeederTrust.quarantineRank { flags.insert(.doubtful) }
        if let last = aircraft[place].lastPosition, fix.time.seconds(since: last) > configuration.gapSeconds {
            flags.insert(.afterGap)
        }
        var row = Observation(at: fix.time, sourceClass: fix.sourceClass, flags: flags)
        row.position = fix.position
        row.nic = fix.nic
        row.level = message.level
        fill(&row, track, at: fix.time, fix.feed, isOnGround: fix.isOnGround)
        let stretch = row.milliseconds / configuration.detailMilliseconds
        if aircraft[place].stretch != stretch || flags.contains(.afterGap) {
            noteDetails(&row, track, fix.time, fix.feed, place)
            aircraft[place].stretch = stretch
        }
        aircraft[place].notePosition(at: fix.time)
        statistics.positions += 1
        wait(row, message, track.address, at: fix.time)
    }

    /// Whether an aircraft has had positions lately.
    @inline(__always)
    private func isPositioned(_ last: Timestamp?, at time: Timestamp) -> Bool {
        guard let last else { return false }
        return time.seconds(since: last) <= configuration.positionlessSeconds
    }

    /// A message without a position, of an aircraft that has had none for a while.
    @inline(__always)
    private mutating func noteRest(
        _ message: ObservedMessage,
        _ track: Track,
        isFirst: Bool,
        _ place: Int
    ) {
        var row = Observation(at: message.time, sourceClass: track.sourceClass)
        let fresh = Freshness(
            time: message.time,
            seconds: configuration.freshSeconds,
            feed: message.feed,
            terms: terms
        )
        let ground = fresh.value(track.isOnGround)
        if ground == true { row.flags.insert(.onGround) }
        if message.isOfQuarantined { row.flags.insert(.doubtful) }
        if ground != true { row.barometricAltitude = fresh.value(track.barometricAltitude) }
        guard isFirst || isNews(row, at: message.time, ground, aircraft[place]) else { return }
        if message.time.seconds(since: aircraft[place].lastRow) > configuration.gapSeconds {
            row.flags.insert(.afterGap)
        }
        row.level = message.level
        fill(&row, track, at: message.time, message.feed, isOnGround: ground == true)
        noteDetails(&row, track, message.time, message.feed, place)
        aircraft[place].lastRow = max(message.time, aircraft[place].lastRow)
        aircraft[place].altitudeSteps = row.barometricSteps
        aircraft[place].isOnGround = ground
        statistics.others += 1
        wait(row, message, track.address, at: message.time)
    }

    /// Whether a row without a position tells more than the last: 100 ft, as Mode C does, the ground, or that it is still there.
    private func isNews(_ row: Observation, at time: Timestamp, _ ground: Bool?, _ known: ObservedAircraft) -> Bool {
        if time.seconds(since: known.lastRow).magnitude >= configuration.restSeconds { return true }
        if let ground, ground != known.isOnGround { return true }
        guard row.barometricSteps != .min else { return false }
        return known.altitudeSteps == .min || abs(Int(row.barometricSteps) - Int(known.altitudeSteps)) >= 4
    }

    @inline(__always)
    private func fill(
        _ row: inout Observation,
        _ track: Track,
        at time: Timestamp,
        _ feed: FeedID,
        isOnGround: Bool
    ) {
        let fresh = Freshness(time: time, seconds: configuration.freshSeconds, feed: feed, terms: terms)
        row.groundSpeed = fresh.value(track.groundSpeed)
        row.track = fresh.value(track.track)
        guard !isOnGround else { return }
        row.barometricAltitude = fresh.value(track.barometricAltitude)
        row.geometricAltitude = fresh.value(track.geometricAltitude)
        if let rate = fresh.value(track.barometricRate) {
            row.verticalRate = rate
        } else if let rate = fresh.value(track.geometricRate) {
            row.verticalRate = rate
            row.flags.insert(.geometricRate)
        }
    }

    /// Details go along where they are others than those that were written last.
    @inline(__always)
    private mutating func noteDetails(
        _ row: inout Observation,
        _ track: Track,
        _ time: Timestamp,
        _ feed: FeedID,
        _ place: Int
    ) {
        let hasBarometricRate = row.rateSteps != .min && !row.flags.contains(.geometricRate)
        let fresh = Freshness(time: time, seconds: configuration.freshDetailSeconds, feed: feed, terms: terms)
        let details = ObservationDetails(track, hasBarometricRate: hasBarometricRate, fresh)
        guard details != aircraft[place].details || row.flags.contains(.afterGap) else { return }
        row.details = details
        aircraft[place].details = details
    }

    private mutating func wait(
        _ row: Observation,
        _ message: ObservedMessage,
        _ address: AircraftAddress,
        at time: Timestamp
    ) {
        // Nobody takes them out: the newest are as good as lost.
        guard waiting.count < 2 * configuration.mostWaiting else {
            statistics.lost += 1
            return
        }
        waiting.append(
            WaitingRow(
                aircraft: ArchivedAircraft(address),
                observation: row,
                time: time,
                feed: message.feed,
                receiver: message.receiver,
                frame: message.frame,
                received: message.received
            )
        )
    }

    // MARK: - Names

    /// Whether all that a track calls itself was looked at.
    @inline(__always)
    private func hasToldNames(_ place: Int, _ track: Track) -> Bool {
        track.callsign?.time == aircraft[place].callsign?.time && track.squawk?.time == aircraft[place].squawk?.time
            && track.category?.time == aircraft[place].category?.time
            && track.emergency?.time == aircraft[place].emergency?.time
    }

    @inline(__always)
    private mutating func noteNames(_ track: Track, _ place: Int) {
        let address = track.address
        let most = configuration.nameChanges
        var left = 0
        keep(Self.news(track.callsign, .callsign, address, most, &aircraft[place].callsign, &left) { $0 })
        keep(Self.news(track.squawk, .squawk, address, most, &aircraft[place].squawk, &left) { $0.description })
        keep(Self.agreed(track.squawk, address, &aircraft[place].alert))
        keep(Self.news(track.category, .category, address, most, &aircraft[place].category, &left) { $0.description })
        // That there is no emergency is no news before there was one.
        if aircraft[place].emergency == nil, let emergency = track.emergency, emergency.value == .none {
            aircraft[place].emergency = ToldName(emergency.value, at: emergency.time)
        }
        keep(Self.news(track.emergency, .emergency, address, most, &aircraft[place].emergency, &left) { $0.readsbName })
        statistics.namesLeft += left
    }

    /// A name, if it is another than the last. What a repaired frame says waits for a clean one.
    @inline(__always)
    private static func news<Value>(
        _ name: Known<Value>?,
        _ field: IdentityChange.Field,
        _ address: AircraftAddress,
        _ most: Int,
        _ told: inout ToldName<Value>?,
        _ left: inout Int,
        text: (Value) -> String
    ) -> WaitingName? {
        guard let name, name.time != told?.time, !name.isRepaired else { return nil }
        var known = told ?? ToldName(at: name.time)
        let verdict = known.note(name.value, at: name.time, most: most)
        told = known
        guard verdict != .known else { return nil }
        if verdict != .new { left += 1 }
        guard verdict != .left,
            let change = IdentityChange(
                ArchivedAircraft(address),
                at: name.time.milliseconds,
                field,
                verdict == .new ? text(name.value) : ""
            )
        else { return nil }
        return WaitingName(change: change, time: name.time, feed: name.feed)
    }

    /// A code that calls for attention, once more, when it was agreed on.
    @inline(__always)
    private static func agreed(
        _ squawk: Known<Squawk>?,
        _ address: AircraftAddress,
        _ alert: inout AlertingCode?
    ) -> WaitingName? {
        guard let squawk, !squawk.isRepaired else { return nil }
        guard squawk.value.isAlerting else {
            alert = nil
            return nil
        }
        var known = alert ?? AlertingCode(squawk)
        let isAgreed = known.note(squawk)
        alert = known
        guard isAgreed,
            let change = IdentityChange(
                ArchivedAircraft(address),
                at: squawk.time.milliseconds,
                .squawk,
                squawk.value.description
            )
        else { return nil }
        return WaitingName(change: change, time: squawk.time, feed: squawk.feed)
    }

    @inline(__always)
    private mutating func keep(_ name: WaitingName?) {
        guard let name, waitingNames.count < configuration.mostWaiting else { return }
        statistics.names += 1
        waitingNames.append(name)
    }
}
