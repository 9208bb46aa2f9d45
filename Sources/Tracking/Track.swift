public import Aero
public import ModeS

/// One aircraft's state over time, as it is known now: every value with its time and source.
public struct Track: Sendable, Identifiable {
    public let address: AircraftAddress
    public internal(set) var lastHeard: Timestamp
    // What every message touches stands together: with thousands of tracks, memory is what takes time (docs/performance.md).
    /// When a clean squitter of its own was written down last.
    var cleanHeard: Timestamp?
    /// When a frame of its own was taken last, not another program's word.
    var ownHeard: Timestamp?
    /// A receiver was held back in this track once.
    var hasContradictions = false
    /// Messages that were believed to be of this aircraft, each once however many receivers heard it.
    public internal(set) var messages: Int = 0
    /// Copies of them that further receivers gave.
    public internal(set) var copies: Int = 0
    /// The best class anything was heard from lately.
    public internal(set) var sourceClass: SourceClass
    public internal(set) var sourceClassTime: Timestamp
    /// Mean level of the last frames in dBFS.
    public internal(set) var level: Float?
    public internal(set) var firstHeard: Timestamp
    /// Where it was last.
    public internal(set) var fix: Fix?
    /// The last position that was offered was refused for what it said.
    public internal(set) var isDoubtful = false
    /// Who gave its messages: the 32 receivers that were heard last, in no particular order.
    public internal(set) var receivers = TrackReceivers()

    // What positions and velocities touch; `TrackTable.anticipate` has all of it brought near.
    public internal(set) var isOnGround: Known<Bool>?
    public internal(set) var isAlert: Known<Bool>?
    public internal(set) var isIdent: Known<Bool>?
    public internal(set) var barometricAltitude: Known<Feet>?
    public internal(set) var geometricAltitude: Known<Feet>?
    var geometricMinusBarometric: Known<Feet>?
    public internal(set) var groundSpeed: Known<Knots>?
    public internal(set) var track: Known<Degrees>?
    public internal(set) var barometricRate: Known<FeetPerMinute>?
    public internal(set) var geometricRate: Known<FeetPerMinute>?
    public internal(set) var nacP: Known<UInt8>?
    public internal(set) var nacV: Known<UInt8>?
    var nicSupplementA: Known<Bool>?
    var nicSupplementC: Known<Bool>?
    public internal(set) var claimedVersion: Known<UInt8>?
    public internal(set) var operationalStatus: Known<OperationalStatus>?
    public internal(set) var trail = Trail()
    var resolver = PositionResolver()
    var advisoryWatch = AdvisoryWatch()

    public internal(set) var callsign: Known<String>?
    public internal(set) var category: Known<EmitterCategory>?
    public internal(set) var squawk: Known<Squawk>?
    public internal(set) var emergency: Known<EmergencyState>?
    public internal(set) var trueAirspeed: Known<Knots>?
    public internal(set) var indicatedAirspeed: Known<Knots>?
    public internal(set) var trueHeading: Known<Degrees>?
    public internal(set) var magneticHeading: Known<Degrees>?
    /// Right wing down positive.
    public internal(set) var roll: Known<Degrees>?
    /// Degrees a second, turning right positive.
    public internal(set) var trackRate: Known<Double>?
    public internal(set) var mach: Known<Double>?
    /// On the mode control panel (flight control unit).
    public internal(set) var selectedAltitude: Known<Feet>?
    /// The next level-off of the flight management system.
    public internal(set) var managedAltitude: Known<Feet>?
    /// hPa.
    public internal(set) var pressureSetting: Known<Double>?
    public internal(set) var selectedHeading: Known<Degrees>?
    public internal(set) var modes: Known<TargetState.Modes>?
    public internal(set) var isTCASOperational: Known<Bool>?
    /// Derived from speeds, track and heading, or reported by the aircraft (register 4,4).
    public internal(set) var wind: Known<Wind>?
    /// Static air temperature, derived or reported.
    public internal(set) var temperature: Known<Celsius>?
    /// Track minus true heading, right positive; derived.
    public internal(set) var drift: Known<Degrees>?
    /// Average static pressure in hPa and humidity in percent, as reported (registers 4,4 and 4,5).
    public internal(set) var staticPressure: Known<Double>?
    public internal(set) var humidity: Known<Double>?
    /// Registers the aircraft says it serves (register 1,7).
    public internal(set) var servedRegisters: Known<RegisterSet>?
    /// Comm-B replies by what became of them.
    public internal(set) var commB = CommBCounts()
    /// Resolution advisories of its collision avoidance, oldest first; the last few.
    public internal(set) var advisories: [AdvisoryEvent] = []
    public internal(set) var sil: Known<UInt8>?
    public internal(set) var isSILPerSample: Known<Bool>?
    public internal(set) var sda: Known<UInt8>?
    public internal(set) var gva: Known<UInt8>?
    public internal(set) var nicBaro: Known<Bool>?

    /// How many positions were refused, by reason.
    public internal(set) var refusals = RefusalCounts()

    /// When it was last compared where its receivers saw it.
    var lastComparison: Timestamp?

    var chooser = RegisterChooser()
    /// Magnetic declination where the aircraft is, east positive; asked anew when it moved.
    var declinationThere: (degrees: Double, position: Position, time: Timestamp)?
    /// The direction in surface positions is a heading; as the surface kind of operational status said last.
    var isSurfaceDirectionHeading: Known<Bool>?

    public var id: AircraftAddress { address }

    init(address: AircraftAddress, time: Timestamp, sourceClass: SourceClass) {
        self.address = address
        firstHeard = time
        lastHeard = time
        self.sourceClass = sourceClass
        sourceClassTime = time
    }

    /// Version of ADS-B on 1090 MHz, 0…2; `nil` before anything was heard that has one.
    public var adsbVersion: UInt8? {
        @inline(__always) get { Track.adsbVersion(operationalStatus, claimedVersion, fix) }
    }

    /// The same by the values that tell it: for who has many tracks in hand and must not copy them.
    @inline(__always)
    public static func adsbVersion(
        _ status: Known<OperationalStatus>?,
        _ claimed: Known<UInt8>?,
        _ fix: Fix?
    ) -> UInt8? {
        if let status { return status.value.version }
        if let claimed { return claimed.value }
        if case .frame = fix?.source { return 0 }
        return nil
    }

    /// The same with how it is known; `nil` before anything said it.
    public var version: Known<UInt8>? {
        guard let status = operationalStatus else { return claimedVersion }
        return Known(
            status.value.version,
            time: status.time,
            source: status.source,
            rank: status.rank,
            feed: status.feed,
            isRepaired: status.isRepaired
        )
    }

    /// The rate by the barometer, else the geometric one.
    public var verticalRate: Known<FeetPerMinute>? {
        @inline(__always) get {
            guard let barometricRate else { return geometricRate }
            guard let geometricRate, geometricRate.time.seconds(since: barometricRate.time) > 30 else {
                return barometricRate
            }
            return geometricRate
        }
    }

    /// Whether it calls for attention: an emergency, or a squawk that says so.
    public var isInEmergency: Bool {
        if let emergency, emergency.value != .none, emergency.value != .reserved { return true }
        return squawk?.value.isAlerting ?? false
    }
}

/// How many messages of an aircraft came through a feed.
public struct FeedShare: Hashable, Sendable {
    public let feed: FeedID
    public internal(set) var messages: Int
}

/// How often each reason stood against a position, and when last.
public struct RefusalCounts: Hashable, Sendable {
    private var counts: [Refusal: Int] = [:]
    private var times: [Refusal: Timestamp] = [:]

    /// Notes one.
    mutating func note(_ refusal: Refusal, at time: Timestamp) {
        counts[refusal, default: 0] += 1
        times[refusal] = time
    }

    /// Those that occurred, in the order of the cases.
    public var all: [(reason: Refusal, count: Int, last: Timestamp)] {
        Refusal.allCases.compactMap { reason in
            guard let count = counts[reason], let last = times[reason] else { return nil }
            return (reason, count, last)
        }
    }

    /// How often a reason occurred.
    public subscript(_ refusal: Refusal) -> Int { counts[refusal] ?? 0 }
}

extension Track {
    /// Notes that something of this aircraft was heard.
    ///
    /// - Returns: the place of the receiver in `receivers`.
    mutating func hear(_ reception: Reception, level newLevel: Float?) -> Int {
        messages += 1
        lastHeard = max(lastHeard, reception.time)
        let slot = slot(of: reception.receiver, reception.feed, reception.party, at: reception.time)
        receivers.change(slot) {
            $0.hear(at: reception.time, level: newLevel, isCopy: false)
            $0.isQuarantined = reception.isQuarantined
        }
        noteLevel(newLevel, reception)
        let isBetter = reception.sourceClass.rawValue <= sourceClass.rawValue
        if isBetter || reception.time.seconds(since: sourceClassTime) > 60 {
            sourceClass = reception.sourceClass
            sourceClassTime = reception.time
        }
        return slot
    }

    /// The level another program tells is of its receiver: it counts only where there is none of ours.
    private mutating func noteLevel(_ told: Float?, _ reception: Reception) {
        if reception.source.isObserved {
            ownHeard = reception.time
        } else if let ownHeard, reception.time.seconds(since: ownHeard) <= 60 {
            return
        }
        if let told, told.isFinite { level = level.map { $0 + (told - $0) / 8 } ?? told }
    }
}
