import Aero
import ModeS
import Tracking

extension Observation {
    /// Sent by the aircraft itself, so that who hears one hears the other.
    var isOwnTransmission: Bool {
        guard !flags.contains(.doubtful), !flags.contains(.notOwn) else { return false }
        switch sourceClass {
        case .adsbICAO, .adsbOther, .adsbICAOWithoutTransponder, .modeS, .multilateration: return true
        case .adsrICAO, .adsrOther, .tisbICAO, .tisbTrackFile, .tisbOther, .adsContract, .modeAC, .other: return false
        }
    }

    /// When and by what the aircraft is heard; `nil` for what it did not send itself.
    ///
    /// - Parameters:
    ///   - listeners: who heard it.
    ///   - universalAccess: those that hear 978 MHz alone.
    func ownSign(heardBy listeners: [Listener], universalAccess: Set<UInt32>) -> KnownPoint.OwnSign? {
        guard isOwnTransmission else { return nil }
        if !universalAccess.isEmpty, !listeners.isEmpty,
            listeners.allSatisfy({ universalAccess.contains($0.number) })
        {
            return KnownPoint.OwnSign(time: time, kind: .universalAccess)
        }
        switch sourceClass {
        case .modeS, .multilateration: return KnownPoint.OwnSign(time: time, kind: .replies)
        default: return KnownPoint.OwnSign(time: time, kind: .squitter)
        }
    }
}

extension KnownPoint {
    /// When an aircraft sent something itself, and by what.
    struct OwnSign: Hashable, Sendable {
        let time: Timestamp
        let kind: TransponderKind
    }

    /// Who heard a row.
    struct HearerSet: Hashable, Sendable {
        var listeners: [Listener] = []
        /// Nobody else did.
        var isWhole = true

        init() {}

        init(_ set: ReceiverSet) {
            listeners = set.ids.compactMap { Listener(number: $0, kind: .feed) }
            isWhole = set.beyond == 0
        }
    }

    /// Points of one kind of transponder that follow each other.
    struct Run {
        let kind: TransponderKind
        var points: [KnownPoint] = []
    }

    /// Rows as points in the order of time, cut where the kind of transponder changes.
    ///
    /// What it did not send itself counts as of the kind it sent by last, ten minutes before at most.
    ///
    /// - Parameters:
    ///   - heard: with who heard them, by the place of the set.
    ///   - claimed: of which nobody counts as having heard them.
    ///   - own: its last transmission before these.
    ///   - universalAccess: listeners that hear 978 MHz alone.
    static func runs(
        _ heard: [Observation],
        _ sets: [HearerSet],
        _ claimed: [Observation],
        after own: OwnSign?,
        universalAccess: Set<UInt32> = []
    ) -> [Run] {
        var runs: [Run] = []
        var own = own
        var others = claimed[...]
        func add(_ row: Observation, _ hearers: HearerSet) {
            if let sign = row.ownSign(heardBy: hearers.listeners, universalAccess: universalAccess) { own = sign }
            if let last = own, row.time.seconds(since: last.time) > PassFollower.longestHop { own = nil }
            let kind = own?.kind ?? .squitter
            guard let point = KnownPoint(row, heardBy: hearers) else { return }
            if runs.last?.kind != kind { runs.append(Run(kind: kind)) }
            runs[runs.count - 1].points.append(point)
        }
        for row in heard {
            while let other = others.first, other.milliseconds < row.milliseconds {
                add(other, HearerSet())
                others.removeFirst()
            }
            add(row, row.isOwnTransmission ? sets[checking: Int(row.heardBy)] ?? HearerSet() : HearerSet())
        }
        for other in others { add(other, HearerSet()) }
        return runs
    }

    /// - Returns: `nil` for a row that does not say where the aircraft was, or how high.
    private init?(_ row: Observation, heardBy hearers: HearerSet) {
        guard !row.flags.contains(.doubtful), let position = row.position else { return nil }
        let isOnGround = row.flags.contains(.onGround)
        guard let altitude = row.barometricAltitude ?? row.geometricAltitude ?? (isOnGround ? 0 : nil) else {
            return nil
        }
        self.init(
            time: row.time,
            position: position,
            altitude: altitude,
            track: row.track,
            groundSpeed: row.groundSpeed,
            isOnGround: isOnGround,
            heardBy: hearers.listeners,
            isHeardByTheseAlone: hearers.isWhole
        )
    }
}

extension Array {
    /// The element at a place; `nil` where there is none.
    subscript(checking place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
