import Testing

@testable import Store

struct MomentsTests {
    @Test(arguments: [-2, -1, 0, 1, 20_000] as [Int64])
    func aDayIsADay(number: Int64) {
        let times = Moments.times(ofDay: number)
        #expect(times == number * 86_400_000..<(number + 1) * 86_400_000)
        #expect(Moments.dayNumber(times.lowerBound) == number && Moments.dayNumber(times.upperBound - 1) == number)
    }

    /// Days of the first and the last millisecond that can be counted, and what is no day of any.
    @Test func whatCannotBeCountedEndsWhereCountingDoes() {
        let (first, last) = (Moments.dayNumber(.min), Moments.dayNumber(.max))
        #expect(Moments.times(ofDay: first).contains(.min))
        #expect(Moments.times(ofDay: first).upperBound == (first + 1) * Moments.day)
        #expect(Moments.times(ofDay: last) == last * Moments.day..<Int64.max)
        #expect(Moments.times(ofDay: .min).isEmpty && Moments.times(ofDay: .max).isEmpty)
        #expect(Moments.end(after: .max) == .max && Moments.end(after: 7) == 8)
    }

    @Test func piecesLastADayAtMost() {
        let times = HistoryStore.times
        #expect(DamagedChunks.times(.min, .max) == times.lowerBound...times.lowerBound + Moments.day)
        #expect(DamagedChunks.times(.max, .min) == times.upperBound...times.upperBound)
        #expect(DamagedChunks.times(5, 9) == 5...9 && DamagedChunks.times(9, 5) == 9...9)
    }

    @Test func countsHaveAnEnd() {
        var count = Int.max - 1
        count.addBounded(5)
        #expect(count == .max)
        count.addBounded(-5)
        count.addBounded(.min)
        #expect(count < 0)
    }
}
