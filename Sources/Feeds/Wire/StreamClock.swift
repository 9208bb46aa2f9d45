import Aero

/// Turns the time stamps of one stream into UTC, and finds out what they count.
///
/// Live, a stamp is trusted as far as it agrees with arrival to 2 s, and never puts a frame later than it arrived. In a recording
/// there is no arrival: the numbers alone decide, and while they have not, `time` gives `nil` and the frame has to wait.
struct StreamClock: Sendable {
    /// What the stamps count; `nil` while that is open.
    private(set) var kind: ClockKind?
    private(set) var disagreements: UInt64 = 0
    private(set) var isUncertain = false
    /// Whether the last time given out was a GNSS receiver's own.
    private(set) var isExact = false

    private let fixedKind: ClockKind?
    private let base: TimeBase
    private var guess: ClockGuess
    /// 12 MHz: a stamp and the instant it stands for.
    private var anchor: (ticks: UInt64, time: Int64)?
    private var lastTicks: UInt64 = 0
    private var lastTime: Timestamp

    private static let day: Int64 = 86_400_000_000_000
    private static let tolerance: Int64 = 2_000_000_000
    static let mask: UInt64 = 0xFFFF_FFFF_FFFF

    init(base: TimeBase, kind: ClockKind?) {
        self.base = base
        self.kind = kind
        fixedKind = kind
        guess = ClockGuess()
        lastTime = Timestamp(nanoseconds: 0)
        if case .recording(let start) = base { lastTime = start }
    }

    /// A new connection: nothing of the old clock holds. A recording goes on where it was.
    mutating func restart() {
        kind = fixedKind
        guess = ClockGuess()
        anchor = nil
    }

    /// Ends the search in a recording: what is not known by now is taken to be 12 MHz, by far the commonest.
    mutating func settle() {
        guard kind == nil else { return }
        isUncertain = guess.stamps > 1
        kind = .ticks
    }

    /// The instant of a frame.
    ///
    /// - Parameter ticks: its 48-bit stamp, `nil` when it has none.
    /// - Returns: `nil` in a recording while it is open what the stamps count.
    mutating func time(of ticks: UInt64?, arrival: Timestamp) -> Timestamp? {
        isExact = false
        return switch base {
        case .arrival: liveTime(of: ticks, arrival: arrival)
        case .recording: recordedTime(of: ticks)
        }
    }

    /// The numbers of a GNSS stamp as nanoseconds of the day; `nil` when it cannot be one.
    static func nanosecondsOfDay(_ stamp: UInt64) -> Int64? {
        let second = stamp >> 30
        let fraction = stamp & 0x3FFF_FFFF
        guard second < 86_400, fraction < 1_000_000_000 else { return nil }
        return Int64(second) * 1_000_000_000 + Int64(fraction)
    }

    /// How far a 48-bit count is ahead of another, the shorter way round.
    static func difference(_ later: UInt64, _ earlier: UInt64) -> Int64 {
        Int64(bitPattern: (later &- earlier) << 16) >> 16
    }

    // MARK: Live

    private mutating func liveTime(of ticks: UInt64?, arrival: Timestamp) -> Timestamp {
        guard let ticks else { return arrival }
        switch kind {
        case .none?: return arrival
        case .ticks?: return liveTicks(ticks, arrival: arrival)
        case .gps?:
            guard let ofDay = Self.nanosecondsOfDay(ticks) else { break }
            let time = Self.nearest(ofDay, to: arrival.nanoseconds)
            guard abs(time &- arrival.nanoseconds) <= Self.tolerance else { break }
            isExact = true
            return Timestamp(nanoseconds: time)
        case nil:
            kind = guess.observeLive(ticks, arrival: arrival)
            return arrival
        }
        disagreements &+= 1
        return arrival
    }

    /// The offset between the count and UTC is the smallest delay seen, allowed to grow by 100 ppm.
    private mutating func liveTicks(_ ticks: UInt64, arrival: Timestamp) -> Timestamp {
        guard let known = anchor else {
            anchor = (ticks, arrival.nanoseconds)
            return arrival
        }
        let elapsed = Self.difference(ticks, known.ticks)
        let time = known.time &+ Self.nanoseconds(ofTicks: elapsed)
        let late = arrival.nanoseconds &- time
        if late < 0 || late > Self.tolerance {
            if late > Self.tolerance || late < -Self.tolerance { disagreements &+= 1 }
            anchor = (ticks, arrival.nanoseconds)
            return arrival
        }
        // The anchor follows every second, so that drift and the wrap of the count never matter.
        if elapsed > 12_000_000 { anchor = (ticks, time &+ min(late, Self.nanoseconds(ofTicks: elapsed) / 10_000)) }
        return Timestamp(nanoseconds: time)
    }

    // MARK: Recordings

    private mutating func recordedTime(of ticks: UInt64?) -> Timestamp? {
        guard let ticks else { return kind == nil && guess.stamps > 0 ? nil : lastTime }
        switch kind {
        case .none?: return lastTime
        case .gps?:
            guard let ofDay = Self.nanosecondsOfDay(ticks) else {
                disagreements &+= 1
                return lastTime
            }
            lastTime = Timestamp(nanoseconds: Self.nearest(ofDay, to: lastTime.nanoseconds))
            isExact = true
        case .ticks?:
            let step = Self.difference(ticks, lastTicks)
            if anchor == nil || step < -120_000_000 || step > 12_000_000 * 86_400 {
                // A receiver that was started again: its count says nothing of the pause.
                if anchor != nil { disagreements &+= 1 }
                anchor = (ticks, lastTime.nanoseconds)
            }
            lastTicks = ticks
            guard let known = anchor else { return lastTime }
            let elapsed = Self.difference(ticks, known.ticks)
            let (sum, overflow) = known.time.addingReportingOverflow(Self.nanoseconds(ofTicks: elapsed))
            lastTime = overflow ? lastTime : Timestamp(nanoseconds: sum)
            // Three ticks are exactly 250 ns: moving the anchor by whole threes adds no rounding.
            if elapsed > 1 << 45 {
                let whole = elapsed / 3 * 3
                anchor = ((known.ticks &+ UInt64(whole)) & Self.mask, known.time &+ whole / 3 * 250)
            }
        case nil:
            kind = guess.observeRecorded(ticks)
            return nil
        }
        return lastTime
    }

    private static func nanoseconds(ofTicks ticks: Int64) -> Int64 { ticks &* 250 / 3 }

    /// The instant with that time of day nearest to another.
    private static func nearest(_ ofDay: Int64, to other: Int64) -> Int64 {
        let midnight = other &- ((other % day) &+ day) % day
        let same = midnight &+ ofDay
        if same &- other > day / 2 { return same &- day }
        if other &- same > day / 2 { return same &+ day }
        return same
    }
}
