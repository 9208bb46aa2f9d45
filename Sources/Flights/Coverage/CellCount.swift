/// Passes heard and missed, worth what they were on a day; later they are worth less.
struct CellCount: Hashable, Sendable {
    private(set) var heard: Float = 0
    private(set) var missed: Float = 0
    /// Days since 1970-01-01 on which the counts stand.
    private(set) var day: UInt16 = 0
    /// The day of the first pass.
    private(set) var firstDay: UInt16 = .max
    private(set) var hours = HearingHours()

    /// More passes than any cell sees; beyond, sums of `Float` would not grow anyway.
    static let most: Float = 1e7

    init() {}

    /// - Returns: `nil` for numbers that no counting gives.
    init?(heard: Float, missed: Float, day: UInt16, firstDay: UInt16, hours: HearingHours) {
        guard heard >= 0, missed >= 0, heard <= Self.most, missed <= Self.most, firstDay <= day else { return nil }
        self.heard = heard
        self.missed = missed
        self.day = day
        self.firstDay = firstDay
        self.hours = hours
    }

    mutating func note(isHeard: Bool, day passDay: UInt16, hour: UInt32, _ fading: Fading) {
        let weight = carry(to: passDay, fading)
        firstDay = min(firstDay, passDay)
        if isHeard {
            heard = min(Self.most, heard + weight)
            hours.note(hour)
        } else {
            missed = min(Self.most, missed + weight)
        }
    }

    mutating func add(_ other: CellCount, _ fading: Fading) {
        let weight = carry(to: other.day, fading)
        heard = min(Self.most, heard + other.heard * weight)
        missed = min(Self.most, missed + other.missed * weight)
        firstDay = min(firstDay, other.firstDay)
        hours.add(other.hours)
    }

    /// What the counts are worth on a later day; on an earlier one they are worth what they are.
    func worth(on later: UInt16, _ fading: Fading) -> (heard: Double, missed: Double) {
        let weight = later > day ? fading.weight(afterDays: Int(later) - Int(day)) : 1
        return (Double(heard * weight), Double(missed * weight))
    }

    /// How many passes a day are heard, had they come evenly since the first.
    func heardADay(_ fading: Fading) -> Double {
        guard firstDay <= day else { return 0 }
        return Double(heard) / fading.worth(ofDays: Int(day) - Int(firstDay) + 1)
    }

    /// Moves the counts to a later day.
    ///
    /// - Returns: what is worth 1 on `other` counts as so much here.
    private mutating func carry(to other: UInt16, _ fading: Fading) -> Float {
        if other <= day { return fading.weight(afterDays: Int(day) - Int(other)) }
        let weight = fading.weight(afterDays: Int(other) - Int(day))
        heard *= weight
        missed *= weight
        day = other
        return 1
    }
}
