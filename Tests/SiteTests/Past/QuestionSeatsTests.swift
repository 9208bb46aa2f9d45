import Aero
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct QuestionSeatsTests {
    private static let here = InternetAddress("192.0.2.1")
    private static let there = InternetAddress("192.0.2.2")

    private static func seats(
        _ running: Int,
        _ perAddress: Int,
        waiting: Int,
        _ waitingPerAddress: Int
    ) -> QuestionSeats {
        QuestionSeats(
            running: .init(total: running, perAddress: perAddress),
            waiting: .init(total: waiting, perAddress: waitingPerAddress)
        )
    }

    /// Lets others run until as many wait as are named.
    private static func waits(_ seats: QuestionSeats, _ count: Int) async {
        while seats.counts.waiting != count { await Task.yield() }
    }

    /// Asks for a place and gives it back at once.
    private static func asks(_ seats: QuestionSeats, for address: InternetAddress?) -> Task<Bool, Never> {
        Task { await seats.take(for: address) != nil }
    }

    @Test func whoFindsNoPlaceWaitsForOne() async throws {
        let seats = Self.seats(1, 1, waiting: 2, 2)
        var first = await seats.take(for: Self.here)
        #expect(first != nil)
        let second = Self.asks(seats, for: Self.here)
        await Self.waits(seats, 1)
        first = nil
        #expect(await second.value)
        #expect(seats.counts == (0, 0))
    }

    @Test func theQueueHasAnEnd() async throws {
        let seats = Self.seats(1, 1, waiting: 2, 1)
        var first = await seats.take(for: Self.here)
        #expect(first != nil)
        let second = Self.asks(seats, for: Self.here)
        await Self.waits(seats, 1)
        #expect(await seats.take(for: Self.here) == nil, "one address, one waiter")
        let third = Self.asks(seats, for: Self.there)
        await Self.waits(seats, 2)
        #expect(await seats.take(for: nil) == nil, "two waiters in all")
        first = nil
        #expect(await second.value)
        #expect(await third.value)
        #expect(seats.counts == (0, 0))
    }

    @Test func anAddressWithItsShareDoesNotHoldUpAnother() async throws {
        let seats = Self.seats(2, 1, waiting: 8, 8)
        var mine = await seats.take(for: Self.here)
        #expect(mine != nil)
        let more = Self.asks(seats, for: Self.here)
        await Self.waits(seats, 1)
        let other = await seats.take(for: Self.there)
        #expect(other != nil)
        #expect(seats.counts == (2, 1))
        mine = nil
        #expect(await more.value)
        withExtendedLifetime(other) {}
    }

    @Test func whoGivesUpLeavesTheQueue() async throws {
        let seats = Self.seats(1, 1, waiting: 8, 8)
        let first = await seats.take(for: Self.here)
        let given = Task { await seats.take(for: Self.here) == nil }
        await Self.waits(seats, 1)
        given.cancel()
        #expect(await given.value)
        #expect(seats.counts == (1, 0))
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            return await seats.take(for: Self.here) == nil
        }
        late.cancel()
        #expect(await late.value)
        #expect(seats.counts == (1, 0))
        withExtendedLifetime(first) {}
    }

    @Test func withoutPlacesNobodyWaits() async {
        #expect(await Self.seats(0, 1, waiting: 8, 8).take(for: Self.here) == nil)
    }

    @Test func noPlaceIsLostAmongMany() async {
        let seats = Self.seats(3, 2, waiting: 400, 400)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let seat = await seats.take(for: number % 3 == 0 ? Self.here : Self.there)
                    await Task.yield()
                    #expect(seats.counts.running <= 3)
                    return seat != nil
                }
            }
            for await isSeated in group { #expect(isSeated) }
        }
        #expect(seats.counts == (0, 0))
    }
}
