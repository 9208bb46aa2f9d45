import Aero
import ModeS

extension Track {
    /// Takes a position message: resolves it against what was heard before and believes it or says why not.
    ///
    /// - Parameter receiver: where the feed's receiver stands, if that is known and it is one receiver.
    mutating func locate(
        _ squitter: ExtendedSquitter,
        _ reception: Reception,
        receiver: Position?
    ) -> Result<Fix, Refusal>? {
        let half: CPRFrame
        let kind: CompactPosition.Kind
        var supplementB = false
        switch squitter.content {
        case .airbornePosition(let position):
            guard let cpr = position.cpr else { return nil }
            half = cpr
            kind = .airborne
            supplementB = position.nicSupplementB
        case .surfacePosition(let position):
            half = position.cpr
            kind = .surface
        default: return nil
        }
        if isOutranked(reception) { return .failure(.outranked) }
        let speed = recentSpeed(reception)
        let report = PositionResolver.Report(
            half: half,
            kind: kind,
            source: squitter.source,
            rank: reception.rank,
            time: reception.time,
            isSlow: kind == .surface && (speed.map { $0 < 25 } ?? false),
            speed: speed
        )
        // A repaired frame may continue a path, never begin one.
        if reception.isRepaired, fix == nil { return .failure(.unconfirmed) }
        switch resolver.resolve(report, last: reference(for: reception), receiver: receiver) {
        case .failure(let refusal):
            return .failure(refusal)
        case .success(let resolved):
            if let receiver, reception.sourceClass.rank == 0, !PositionGate.isAudible(resolved.position, from: receiver)
            {
                return .failure(.beyondHorizon)
            }
            let quality = quality(typeCode: squitter.typeCode, nicSupplementB: supplementB, at: reception.time)
            return .success(
                Fix(
                    position: resolved.position,
                    time: resolved.time,
                    source: reception.source,
                    sourceClass: reception.sourceClass,
                    rank: reception.rank,
                    feed: reception.feed,
                    method: resolved.method,
                    isOnGround: kind == .surface,
                    nic: quality.nic,
                    containmentRadius: quality.containmentRadius,
                    isQualityUncertain: quality.isUncertain
                )
            )
        }
    }

    /// Takes coordinates that another program gives.
    mutating func locate(_ report: ClaimedReport, _ reception: Reception) -> Result<Fix, Refusal>? {
        guard let position = report.position else { return nil }
        // What it says of the place is as old as it says, whatever else it says now.
        var reception = reception
        reception.time = min(report.time, report.positionTime ?? report.time)
        return locate(
            position,
            reception,
            method: .claimed,
            isOnGround: report.onGround,
            nic: report.nic.flatMap { $0 <= 11 ? $0 : nil },
            containmentRadius: report.containmentRadius.flatMap { $0.rawValue.isFinite ? $0 : nil }
        )
    }

    /// Takes coordinates as they stand in a message: believed if they can have been reached, or when a second agrees.
    ///
    /// - Parameters:
    ///   - ground: as the message says; `nil` where it does not, and what was last known counts.
    ///   - receiver: where the receiver stands that heard the aircraft itself; `nil` where that is not known or nobody's.
    mutating func locate(
        _ position: Position,
        _ reception: Reception,
        method: Fix.Method,
        isOnGround ground: Bool?,
        receiver: Position? = nil,
        nic: UInt8? = nil,
        containmentRadius: Metres? = nil
    ) -> Result<Fix, Refusal> {
        if isOutranked(reception) { return .failure(.outranked) }
        if let receiver, !PositionGate.isAudible(position, from: receiver) { return .failure(.beyondHorizon) }
        let ground = ground ?? isOnGround?.value ?? false
        let refusal = resolver.accept(
            position,
            at: reception.time,
            isOnGround: ground,
            speed: recentSpeed(reception),
            last: reference(for: reception)
        )
        if let refusal { return .failure(refusal) }
        return .success(
            Fix(
                position: position,
                time: reception.time,
                source: reception.source,
                sourceClass: reception.sourceClass,
                rank: reception.rank,
                feed: reception.feed,
                method: method,
                isOnGround: ground,
                nic: nic,
                containmentRadius: containmentRadius
            )
        )
    }

    /// Writes down what became of a position.
    ///
    /// - Parameter slot: the place in `receivers` of who gave it.
    mutating func settle(_ result: Result<Fix, Refusal>, at time: Timestamp, slot: Int = 0) {
        switch result {
        case .success(let fix):
            self.fix = fix
            isDoubtful = false
            trail.note(
                fix,
                TrailPoint.Motion(
                    altitude: fix.isOnGround ? nil : barometricAltitude?.value ?? geometricAltitude?.value,
                    geometricAltitude: fix.isOnGround ? nil : geometricAltitude?.value,
                    groundSpeed: groundSpeed?.value,
                    track: track?.value,
                    verticalRate: fix.isOnGround ? nil : verticalRate?.value,
                    kinds: kindsOfValues(fix)
                ),
                isDoubtful: fix.isQualityUncertain,
                slot: slot
            )
            trail.note(callsign: callsign?.value, squawk: squawk?.value, at: fix.time)
        case .failure(let refusal):
            refusals.note(refusal, at: time)
            if refusal == .tooFast || refusal == .contradictory || refusal == .beyondHorizon { isDoubtful = true }
        }
    }

    /// The last position, as far as somebody may be measured by it: what a quarantined feeder said binds nobody who is trusted.
    @inline(__always)
    private func reference(for reception: Reception) -> Fix? {
        guard let fix, fix.rank >= FeederTrust.quarantineRank, !reception.isQuarantined else { return fix }
        return nil
    }

    /// Which values of a trail's point are geometric ones in place of barometric ones.
    @inline(__always)
    private func kindsOfValues(_ fix: Fix) -> TrailPoint.Flags {
        guard !fix.isOnGround else { return [] }
        var kinds: TrailPoint.Flags = []
        if barometricAltitude == nil, geometricAltitude != nil { kinds.insert(.geometricAltitude) }
        if let rate = verticalRate, rate == geometricRate, rate != barometricRate { kinds.insert(.geometricRate) }
        return kinds
    }

    @inline(__always)
    private func isOutranked(_ reception: Reception) -> Bool {
        guard let fix, reception.rank > fix.rank else { return false }
        return reception.time.seconds(since: fix.time) < Reception.standingSeconds
    }

    @inline(__always)
    private func recentSpeed(_ reception: Reception) -> Knots? {
        guard let groundSpeed, reception.time.seconds(since: groundSpeed.time).magnitude <= 60 else { return nil }
        return groundSpeed.value
    }
}
