import Aero
import ModeS

/// From halves of positions to places that are believed: pairs, references, confirmation, and the way back after a wrong one.
///
/// One belongs to each track. The rules are those of RTCA DO-260B, 2.2.10.6 and appendix A.1.7, narrowed: a first position needs
/// two that agree, a single half is read near the last fix at most ten times in a row.
struct PositionResolver: Sendable {
    /// One half with all that decides what it may be paired with.
    struct Report {
        var half: CPRFrame
        var kind: CompactPosition.Kind
        var source: ExtendedSquitter.Source
        /// The order of trust: halves of different trust make no pair.
        var rank: UInt8
        var time: Timestamp
        /// On the ground at less than 25 kt, so that older halves fit.
        var isSlow: Bool
        /// Last known speed over the ground.
        var speed: Knots?
    }

    /// A place that is believed.
    struct Resolved {
        var position: Position
        var method: Fix.Method
        var time: Timestamp
    }

    private struct Slot {
        var even: Report?
        var odd: Report?
    }

    /// A place that waits for another that agrees.
    private struct Candidate {
        var position: Position
        var time: Timestamp
        var isOnGround: Bool
        var agreements: Int
    }

    private var airborne = Slot()
    private var surface = Slot()
    private var candidate: Candidate?
    private var localChain = 0

    /// A fix older than this is no reference for a single half. Seconds.
    private static let referenceSeconds = 600.0
    private static let longestLocalChain = 10
    /// How late a half may come to complete a pair. Seconds.
    private static let latestSeconds = 2.0
    /// A candidate older than this is forgotten. Seconds.
    private static let candidateSeconds = 60.0
    /// Agreements that a place needs to replace a fix it contradicts.
    private static let agreementsToReplace = 2

    /// Takes a half and says where the aircraft is, or why that is not yet known.
    ///
    /// Halves of several receivers come a little out of order: an earlier one still completes a pair, whose place is the later half's.
    ///
    /// - Parameters:
    ///   - report: the half.
    ///   - fix: the last position believed, if any.
    ///   - receiver: where the receiver stands; chooses between places on the ground.
    /// - Returns: the place and when the aircraft was there.
    mutating func resolve(
        _ report: Report,
        last fix: Fix?,
        receiver: Position?
    ) -> Result<Resolved, Refusal> {
        remember(report)
        if let fix, fix.time > report.time { return .failure(.outOfOrder) }
        let known = fix.flatMap { report.time.seconds(since: $0.time) <= Self.referenceSeconds ? $0 : nil }
        let pair = pairPosition(report, reference: known?.position ?? receiver)
        guard let known else { return acquire(report, pair) }
        return follow(report, pair, known)
    }

    /// A position given as coordinates by another program: believed if it can have been reached, or when a second agrees.
    mutating func accept(
        _ position: Position,
        at time: Timestamp,
        isOnGround: Bool,
        speed: Knots?,
        last fix: Fix?
    ) -> Refusal? {
        guard let fix else { return nil }
        if fix.time > time { return .outOfOrder }
        let from = (position: fix.position, time: fix.time, isOnGround: fix.isOnGround)
        if PositionGate.allows(from: from, to: position, at: time, isOnGround: isOnGround, speed: speed) {
            candidate = nil
            return nil
        }
        return replaces(position, at: time, isOnGround: isOnGround, speed: speed) ? nil : .tooFast
    }

    private mutating func remember(_ report: Report) {
        switch (report.kind, report.half.isOdd) {
        case (.airborne, false): Self.put(report, into: &airborne.even)
        case (.airborne, true): Self.put(report, into: &airborne.odd)
        case (.surface, false): Self.put(report, into: &surface.even)
        case (.surface, true): Self.put(report, into: &surface.odd)
        }
    }

    /// The newest half stays, whichever comes last; unless the times make no sense.
    private static func put(_ report: Report, into slot: inout Report?) {
        if let old = slot, old.rank == report.rank, old.source == report.source {
            let late = old.time.seconds(since: report.time)
            if late > 0, late <= latestSeconds { return }
        }
        slot = report
    }

    // MARK: - Two halves

    private enum Pair {
        case none
        case unresolvable
        case noReference
        case place(Position, Timestamp)
    }

    private func pairPosition(_ report: Report, reference: Position?) -> Pair {
        let slot = report.kind == .airborne ? airborne : surface
        guard let even = slot.even, let odd = slot.odd else { return .none }
        let other = report.half.isOdd ? even : odd
        let window = report.kind == .airborne ? 10.0 : (report.isSlow && other.isSlow ? 50.0 : 25.0)
        let apart = report.time.seconds(since: other.time)
        guard other.source == report.source, other.rank == report.rank, apart >= -Self.latestSeconds, apart <= window
        else { return .none }
        // A half that was overtaken by a newer one of its kind.
        guard report.time >= (report.half.isOdd ? odd : even).time else { return .none }
        let isOddNewer = apart >= 0 ? report.half.isOdd : !report.half.isOdd
        let time = max(report.time, other.time)
        if report.kind == .airborne {
            let place = CompactPosition.airborne(even: even.half, odd: odd.half, isOddNewer: isOddNewer)
            return place.map { Pair.place($0, time) } ?? .unresolvable
        }
        guard let reference else { return .noReference }
        let place = CompactPosition.surface(even: even.half, odd: odd.half, isOddNewer: isOddNewer, near: reference)
        return place.map { Pair.place($0, time) } ?? .unresolvable
    }

    // MARK: - The first position

    private mutating func acquire(_ report: Report, _ pair: Pair) -> Result<Resolved, Refusal> {
        localChain = 0
        if let candidate, report.time.seconds(since: candidate.time) > Self.candidateSeconds { self.candidate = nil }
        switch pair {
        case .place(let place, let time):
            if agrees(place, report, at: time) {
                candidate = nil
                return .success(Resolved(position: place, method: .global, time: time))
            }
            candidate = Candidate(
                position: place,
                time: time,
                isOnGround: report.kind == .surface,
                agreements: 0
            )
            return .failure(.unconfirmed)
        case .noReference: return .failure(.noReference)
        case .unresolvable: return .failure(.unresolvable)
        case .none:
            guard var waiting = candidate,
                let place = CompactPosition.position(of: report.half, near: waiting.position, kind: report.kind),
                agrees(place, report, at: report.time)
            else { return .failure(.unconfirmed) }
            waiting.agreements += 1
            waiting.position = place
            waiting.time = report.time
            guard waiting.agreements >= 2 else {
                candidate = waiting
                return .failure(.unconfirmed)
            }
            candidate = nil
            localChain = 2
            return .success(Resolved(position: place, method: .local, time: report.time))
        }
    }

    private func agrees(_ place: Position, _ report: Report, at time: Timestamp) -> Bool {
        guard let candidate else { return false }
        return PositionGate.allows(
            from: (candidate.position, candidate.time, candidate.isOnGround),
            to: place,
            at: time,
            isOnGround: report.kind == .surface,
            speed: report.speed
        )
    }

    // MARK: - Further positions

    private mutating func follow(
        _ report: Report,
        _ pair: Pair,
        _ fix: Fix
    ) -> Result<Resolved, Refusal> {
        let isOnGround = report.kind == .surface
        let elapsed = report.time.seconds(since: fix.time)
        let reach = PositionGate.reach(elapsed: elapsed, isOnGround: isOnGround && fix.isOnGround, speed: report.speed)
        let from = (position: fix.position, time: fix.time, isOnGround: fix.isOnGround)
        if case .place(let place, let time) = pair {
            if PositionGate.allows(from: from, to: place, at: time, isOnGround: isOnGround, speed: report.speed) {
                localChain = 0
                candidate = nil
                return .success(Resolved(position: place, method: .global, time: time))
            }
            if replaces(place, at: time, isOnGround: isOnGround, speed: report.speed) {
                localChain = 0
                return .success(Resolved(position: place, method: .global, time: time))
            }
            return .failure(reach < report.kind.localReach.rawValue ? .contradictory : .tooFast)
        }
        // A pair that straddles a zone edge says nothing against the single half.
        guard reach < report.kind.localReach.rawValue, localChain < Self.longestLocalChain else {
            if case .unresolvable = pair { return .failure(.unresolvable) }
            return .failure(.unconfirmed)
        }
        guard let place = CompactPosition.position(of: report.half, near: fix.position, kind: report.kind) else {
            return .failure(.unresolvable)
        }
        guard PositionGate.allows(from: from, to: place, at: report.time, isOnGround: isOnGround, speed: report.speed)
        else {
            return .failure(.tooFast)
        }
        localChain += 1
        return .success(Resolved(position: place, method: .local, time: report.time))
    }

    /// Whether a place that contradicts the fix has been confirmed often enough to take its stead.
    private mutating func replaces(_ place: Position, at time: Timestamp, isOnGround: Bool, speed: Knots?) -> Bool {
        if var waiting = candidate, time.seconds(since: waiting.time) <= Self.candidateSeconds,
            PositionGate.allows(
                from: (waiting.position, waiting.time, waiting.isOnGround),
                to: place,
                at: time,
                isOnGround: isOnGround,
                speed: speed
            )
        {
            waiting.agreements += 1
            waiting.position = place
            waiting.time = time
            waiting.isOnGround = isOnGround
            guard waiting.agreements >= Self.agreementsToReplace else {
                candidate = waiting
                return false
            }
            candidate = nil
            return true
        }
        candidate = Candidate(position: place, time: time, isOnGround: isOnGround, agreements: 0)
        return false
    }
}
