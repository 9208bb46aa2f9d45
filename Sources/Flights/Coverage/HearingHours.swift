/// In which hours of the last three days somebody was heard in a cell: so that a cell that has gone quiet is noticed.
public struct HearingHours: Hashable, Sendable {
    /// Hours since 1970-01-01T00:00Z of the last hour in which somebody was heard; 0: never.
    public private(set) var last: UInt32 = 0
    /// Bit i: heard in the hour `last` - i. Bit 0 is set unless nobody was ever heard.
    private(set) var bits: UInt64 = 0

    /// Hours before the last of which it is known.
    public static let depth = 64

    public init() {}

    /// - Returns: `nil` unless the lowest bit says whether there is a last hour, and no bit is of an hour before the first that can be noted.
    init?(last: UInt32, bits: UInt64) {
        // The highest bit is of the hour `last` + 1 - how many bits there are.
        guard (bits & 1 == 1) == (last > 0), UInt64.bitWidth - bits.leadingZeroBitCount <= Int(last) else { return nil }
        self.last = last
        self.bits = bits
    }

    mutating func note(_ hour: UInt32) {
        guard hour > 0 else { return }
        if hour > last {
            let step = UInt64(hour - last)
            bits = (step < 64 ? bits << step : 0) | 1
            last = hour
        } else if last - hour < 64 {
            bits |= 1 << UInt64(last - hour)
        }
    }

    mutating func add(_ other: HearingHours) {
        if other.last > last {
            var later = other
            later.add(self)
            self = later
        } else if other.last > 0, last - other.last < 64 {
            bits |= other.bits << UInt64(last - other.last)
        }
    }

    /// Without the hours in which this one was heard, too: whether somebody else was as well is not known.
    func without(_ own: HearingHours) -> HearingHours {
        guard own.last > 0, last > 0 else { return self }
        var mine = HearingHours()
        mine.last = last
        if own.last <= last {
            mine.bits = last - own.last < 64 ? own.bits << UInt64(last - own.last) : 0
        } else {
            mine.bits = own.last - last < 64 ? own.bits >> UInt64(own.last - last) : 0
        }
        let left = bits & ~mine.bits
        guard left != 0 else { return HearingHours() }
        var result = HearingHours()
        let step = UInt64(left.trailingZeroBitCount)
        result.last = last - UInt32(step)
        result.bits = left >> step
        return result
    }

    /// The whole hours about one hour between the hour in which somebody was heard before and the next; none when somebody was heard in
    /// it, and where it is too long ago to say.
    ///
    /// - Parameters:
    ///   - hour: since 1970.
    ///   - now: until when it would be known that somebody was heard.
    func silence(about hour: UInt32, until now: UInt32) -> Range<UInt32> {
        guard last > 0 else { return hour..<hour }
        if hour > last { return last + 1..<max(now, hour) }
        let place = UInt64(last - hour)
        guard place < 64, bits & 1 << place == 0 else { return hour..<hour }
        let earlier = place < 63 ? bits >> (place + 1) : 0
        // None before within what is known: it begins there.
        let before = earlier == 0 ? 63 - UInt32(place) : UInt32(earlier.trailingZeroBitCount)
        let later = bits << (64 - place)
        return hour - min(hour, before)..<hour + UInt32(later.leadingZeroBitCount) + 1
    }
}
