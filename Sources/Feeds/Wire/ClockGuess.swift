import Aero

/// Finds out from the first time stamps of a stream what they count.
struct ClockGuess: Sendable {
    /// Stamps looked at so far.
    private(set) var stamps = 0
    private var first: (ticks: UInt64, arrival: Timestamp)?
    private var last: UInt64 = 0
    private var isGNSSForm = true
    private var agreesWithDay = true
    private var steps = 0
    private var shortSteps = 0
    private var seconds = 0

    /// Wall time a live guess takes.
    private static let liveSeconds: Double = 2

    /// Looks at a stamp of a live connection.
    ///
    /// - Returns: the kind, as soon as 2 s of wall time have shown it.
    mutating func observeLive(_ ticks: UInt64, arrival: Timestamp) -> ClockKind? {
        stamps += 1
        guard let first else {
            first = (ticks, arrival)
            noteForm(ticks, arrival: arrival)
            return nil
        }
        noteForm(ticks, arrival: arrival)
        let wall = arrival.seconds(since: first.arrival)
        if wall < 0 { self.first = (ticks, arrival) }
        guard wall >= Self.liveSeconds else { return nil }
        if isGNSSForm && agreesWithDay { return .gps }
        // Reads come in lumps: a tenth and 0.3 s are allowed, the other kind is off by a factor of 83.
        let allowed = wall / 10 + 0.3
        let byTicks = Double(StreamClock.difference(ticks, first.ticks)) / 12e6
        if abs(byTicks - wall) <= allowed { return .ticks }
        if isGNSSForm, let from = StreamClock.nanosecondsOfDay(first.ticks),
            let to = StreamClock.nanosecondsOfDay(ticks),
            abs(Double(to - from) / 1e9 - wall) <= allowed
        {
            return .gps
        }
        return ClockKind.none
    }

    /// Looks at a stamp of a recording.
    ///
    /// 12 MHz if a stamp cannot be GNSS, or if more than a tenth of the frames would overlap when read as nanoseconds (a frame
    /// lasts 64 us at least). GNSS if the second of the day has stepped twice without the fraction ever passing 10^9.
    /// - Returns: the kind, or `nil` while neither is shown.
    mutating func observeRecorded(_ ticks: UInt64) -> ClockKind? {
        stamps += 1
        defer { last = ticks }
        if StreamClock.nanosecondsOfDay(ticks) == nil { return .ticks }
        guard stamps > 1 else { return nil }
        let step = StreamClock.difference(ticks, last)
        if step > 0 {
            steps += 1
            if step < 64_000 { shortSteps += 1 }
            if ticks >> 30 == last >> 30 + 1 { seconds += 1 }
        }
        guard steps >= 64 else { return nil }
        if shortSteps * 10 > steps { return .ticks }
        return seconds >= 2 ? .gps : nil
    }

    private mutating func noteForm(_ ticks: UInt64, arrival: Timestamp) {
        guard let ofDay = StreamClock.nanosecondsOfDay(ticks) else {
            isGNSSForm = false
            return
        }
        let day: Int64 = 86_400_000_000_000
        let apart = abs(((arrival.nanoseconds % day) + day) % day - ofDay)
        if min(apart, day - apart) > 2_000_000_000 { agreesWithDay = false }
    }
}
