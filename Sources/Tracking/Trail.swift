public import Aero
import ModeS

/// The path an aircraft left: few points where it flies straight, more where it turns or climbs, never more than a bound.
public struct Trail: Sendable {
    /// Oldest first.
    public private(set) var points: [TrailPoint] = []
    /// What the aircraft called itself along it, oldest first; each entry holds from its time on.
    public private(set) var names: [TrailName] = []
    private var lastTrack: Double?
    /// The last of the points once more: it is asked for each position, and the points lie elsewhere.
    private var last: TrailPoint?
    /// The last of the names, likewise.
    private var lastName: TrailName?
    private var sets = ReceiverSets()

    /// Points kept; when they are used up, every other point of the older half goes.
    static let capacity = 1024
    /// Names kept; more are noise, and the oldest goes.
    static let nameCapacity = 32
    /// A silence longer than this is a gap: the path is not joined. Seconds.
    /// Ours: an en-route aircraft in coverage is heard twice a second; two minutes are no radio shadow of a wing.
    static let gapSeconds = 120.0
    /// Longest time between two points of a straight path, seconds.
    private static let spacing = 20.0

    /// Adds where the aircraft is now, if it tells something new.
    ///
    /// - Parameter slot: the place in the track's list of the receiver that heard it first.
    mutating func note(_ fix: Fix, _ motion: TrailPoint.Motion, isDoubtful: Bool, slot: Int = 0) {
        var flags: TrailPoint.Flags = []
        if fix.isOnGround { flags.insert(.onGround) }
        if fix.sourceClass == .multilateration || !fix.source.isObserved { flags.insert(.notOwn) }
        if isDoubtful { flags.insert(.doubtful) }
        if let last {
            let elapsed = fix.time.seconds(since: last.time)
            guard elapsed > 0 else { return }
            if elapsed > Trail.gapSeconds {
                flags.insert(.afterGap)
            } else if !isWorthKeeping(last, elapsed, fix, motion, flags) {
                return
            }
        }
        if points.count >= Trail.capacity { thin() }
        let point = TrailPoint(
            time: fix.time,
            position: fix.position,
            motion: motion,
            flags: flags,
            sourceClass: fix.sourceClass,
            receiverSet: sets.number(of: 1 << UInt32(slot))
        )
        points.append(point)
        last = point
        lastTrack = motion.track?.rawValue
    }

    /// Notes what the aircraft calls itself, if that is new.
    mutating func note(callsign: String?, squawk: Squawk?, at time: Timestamp) {
        let name = TrailName(time: time, callsign: callsign, squawk: squawk)
        if let last = lastName {
            guard !name.isSame(as: last), time >= last.time else { return }
        } else if callsign == nil, squawk == nil {
            return
        }
        if names.count >= Trail.nameCapacity { names.removeFirst() }
        names.append(name)
        lastName = name
    }

    /// What it called itself at a time; `nil` before the first name.
    public func name(at time: Timestamp) -> TrailName? { names.last { $0.time <= time } }

    private func isWorthKeeping(
        _ last: TrailPoint,
        _ elapsed: Double,
        _ fix: Fix,
        _ motion: TrailPoint.Motion,
        _ flags: TrailPoint.Flags
    ) -> Bool {
        if elapsed >= Trail.spacing { return true }
        // What the values are may change with every message; that alone makes no point.
        if flags != last.flags.subtracting(.afterGap).subtracting(.kindsOfValues) { return true }
        guard elapsed >= 2 else { return false }
        if let altitude = motion.altitude, let before = last.altitude, (altitude - before).magnitude >= 400 {
            return true
        }
        if let track = motion.track, let lastTrack {
            let turn = abs(track.rawValue - lastTrack)
            if min(turn, 360 - turn) >= 4 { return true }
        }
        return fix.isOnGround && elapsed >= 5
    }

    private mutating func thin() {
        let half = points.count / 2
        var kept: [TrailPoint] = []
        kept.reserveCapacity(points.count)
        for (index, point) in points.enumerated()
        where index >= half || index % 2 == 0 || point.flags.contains(.afterGap) {
            kept.append(point)
        }
        if kept.count >= Trail.capacity { kept.removeFirst(Trail.capacity / 4) }
        points = kept
        if sets.masks.count > ReceiverSets.capacity { renumberSets() }
    }

    // MARK: - Who heard the points

    /// The places in the track's list of those who heard a point, as bits.
    func mask(of point: TrailPoint) -> UInt32 { sets[point.receiverSet] }

    /// One more receiver heard the message of a point, if that made one.
    mutating func join(slot: Int, pointAt time: Timestamp) {
        for index in points.indices.reversed().prefix(4) where points[index].time == time {
            let mask = sets[points[index].receiverSet]
            points[index].receiverSet = sets.number(of: mask | 1 << UInt32(slot))
        }
        if sets.masks.count > ReceiverSets.capacity { renumberSets() }
    }

    /// Forgets the points that none but these receivers heard; what follows is not joined to what came before.
    mutating func remove(heardOnlyBy mask: UInt32) {
        let before = points.count
        points.removeAll { point in
            let heard = sets[point.receiverSet]
            return heard != 0 && heard & ~mask == 0
        }
        if points.count != before { last = points.last }
    }

    /// Forgets the points that are not to be kept; what comes after such a stretch is not joined to what came before.
    mutating func keep(where isKept: (TrailPoint) -> Bool) {
        var (kept, wasLeftOut) = ([TrailPoint](), false)
        kept.reserveCapacity(points.count)
        for var point in points {
            guard isKept(point) else {
                wasLeftOut = true
                continue
            }
            if wasLeftOut { point.flags.insert(.afterGap) }
            wasLeftOut = false
            kept.append(point)
        }
        points = kept
        last = kept.last
    }

    /// Tells of every name from the first point on that has it, not before a time: when a name came elsewhere is not told.
    mutating func begin(at start: Timestamp) {
        var told: [TrailName] = []
        for name in names {
            var time = max(name.time, start)
            if let next = points.first(where: { $0.time >= time }), next.flags.contains(.afterGap) { time = next.time }
            // What it was called in between was told nowhere.
            if told.last?.time == time { told.removeLast() }
            told.append(TrailName(time: time, callsign: name.callsign, squawk: name.squawk))
        }
        names = told
        lastName = told.last
    }

    /// Forgets what came after a time.
    mutating func end(at time: Timestamp) {
        points.removeAll { $0.time > time }
        names.removeAll { $0.time > time }
        last = points.last
        lastName = names.last
    }

    /// A place in the track's list is given to another receiver.
    mutating func clear(slot: Int) { sets.clear(bit: slot) }

    /// A receiver goes to another place in the track's list, and takes its bit along.
    mutating func move(slot: Int, to free: Int) { sets.move(bit: slot, to: free) }

    private mutating func renumberSets() {
        var fresh = ReceiverSets()
        for index in points.indices { points[index].receiverSet = fresh.number(of: sets[points[index].receiverSet]) }
        sets = fresh
    }
}
