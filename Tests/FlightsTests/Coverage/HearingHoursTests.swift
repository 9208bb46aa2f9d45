import Testing

@testable import Flights

@Suite struct HearingHoursTests {
    private func hours(_ heard: [UInt32]) -> HearingHours {
        var hours = HearingHours()
        for hour in heard { hours.note(hour) }
        return hours
    }

    /// What the bits stand for, by looking.
    private func plain(_ heard: Set<UInt32>, about hour: UInt32, until now: UInt32) -> Int {
        guard let last = heard.max() else { return 0 }
        if hour > last { return Int(max(now, hour) - last) - 1 }
        guard last - hour < 64, !heard.contains(hour) else { return 0 }
        let known = heard.filter { last - $0 < 64 }
        let before = known.filter { $0 < hour }.max() ?? last - 64
        let after = known.filter { $0 > hour }.min() ?? last
        return Int(after - before) - 1
    }

    @Test("as by looking, in whatever order hours come")
    func silences() {
        var random = SplitMix(state: 5)
        for _ in 0..<2_000 {
            let heard = (0..<Int(random.number(1, 9))).map { _ in UInt32(random.number(1_000, 1_150)) }
            let all = hours(heard)
            #expect(all == hours(heard.sorted()))
            for _ in 0..<10 {
                let hour = UInt32(random.number(1_000, 1_160))
                #expect(all.silence(about: hour, until: 1_170).count == plain(Set(heard), about: hour, until: 1_170))
            }
        }
    }

    @Test func mergedAsHeardTogether() {
        var random = SplitMix(state: 6)
        for _ in 0..<1_000 {
            let one = (0..<3).map { _ in UInt32(random.number(1_000, 1_100)) }
            let two = (0..<3).map { _ in UInt32(random.number(1_000, 1_100)) }
            var merged = hours(one)
            merged.add(hours(two))
            #expect(merged == hours(one + two))
            var other = hours(two)
            other.add(hours(one))
            #expect(other == merged)
        }
    }

    @Test func withoutOnesOwn() {
        let all = hours([1_000, 1_010, 1_020])
        #expect(all.without(hours([1_020])) == hours([1_000, 1_010]))
        #expect(all.without(hours([1_010, 1_030])) == hours([1_000, 1_020]))
        #expect(all.without(all) == HearingHours())
        #expect(all.without(HearingHours()) == all)
        #expect(HearingHours().without(all) == HearingHours())
    }

    @Test func impossibleOnesAreRefused() {
        #expect(HearingHours(last: 5, bits: 2) == nil)
        #expect(HearingHours(last: 0, bits: 1) == nil)
        #expect(HearingHours(last: 0, bits: 2) == nil)
        #expect(HearingHours(last: 5, bits: 3) != nil)
        #expect(HearingHours(last: 0, bits: 0) == HearingHours())
        // Before the hour 1 nothing is noted.
        for last in UInt32(1)...63 {
            #expect(HearingHours(last: last, bits: 1 << UInt64(last - 1) | 1) != nil)
            #expect(HearingHours(last: last, bits: 1 << UInt64(last) | 1) == nil)
        }
        #expect(HearingHours(last: 1, bits: 1 << 40 | 1) == nil)
        #expect(HearingHours(last: 63, bits: .max) == nil && HearingHours(last: 64, bits: .max) != nil)
    }

    @Test("what is accepted can be taken out, added and asked at any hour")
    func anyAccepted() {
        var random = SplitMix(state: 7)
        let ends: [UInt32] = [0, 1, 2, 31, 63, 64, 65, 480_000, .max - 1, .max]
        let accepted = (0..<400).compactMap { number -> HearingHours? in
            let last = ends[number % ends.count]
            let width = UInt64(random.number(0, 64))
            let bits = (UInt64(random.number(0, 1e15)) &* 0x9E37_79B9_7F4A_7C15) >> width
            return HearingHours(last: last, bits: last == 0 ? 0 : bits | 1)
        }
        #expect(accepted.count > 100)
        for one in accepted {
            for other in accepted {
                var both = one
                both.add(other)
                #expect(both.last == max(one.last, other.last))
                let rest = one.without(other)
                #expect(HearingHours(last: rest.last, bits: rest.bits) == rest && rest.last <= one.last)
                _ = one.silence(about: other.last, until: .max)
            }
        }
    }

    @Test("one pass a day is one pass a day, however long it has been learned", arguments: [1, 3, 30, 300])
    func rate(days: Int) {
        let fading = Fading(halfLifeDays: 30)
        var count = CellCount()
        for day in 0..<days { count.note(isHeard: true, day: UInt16(20_000 + day), hour: 480_000, fading) }
        #expect(abs(count.heardADay(fading) - 1) < 1e-3)
    }
}
