import Aero
import Site
import Testing

@testable import pelacak

struct ReceptionRingTests {
    /// A small seeded generator, so that a failure comes again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    private static let begin = 1_795_377_960.0

    @Test("a ring holds as many slots as its span, each at its time, whatever comes", arguments: ReceptionSpan.allCases)
    func bounded(span: ReceptionSpan) {
        var (ring, generator) = (ReceptionRing(span), Generator(state: 7))
        var latest = Self.begin
        for _ in 0..<5000 {
            latest += Double.random(in: 0...Double(span.slotSeconds) * 3, using: &generator)
            let back = Double.random(in: 0...Double(span.seconds) * 2, using: &generator)
            let time = Bool.random(using: &generator) ? latest : latest - back
            ring.change(at: Timestamp(seconds: time)) { $0.refused += 1 }
            let slots = ring.slots(until: Timestamp(seconds: latest))
            #expect(slots.count <= span.slotCount)
            #expect(slots.map(\.start) == slots.map(\.start).sorted())
            #expect(Set(slots.map(\.start)).count == slots.count)
            for slot in slots {
                #expect(slot.start % Int64(span.slotSeconds) == 0)
                #expect(Double(slot.start) <= latest && Double(slot.start) > latest - Double(span.seconds))
            }
        }
    }

    @Test("what is counted within the span is told, each once", arguments: ReceptionSpan.allCases)
    func whole(span: ReceptionSpan) {
        var (ring, generator) = (ReceptionRing(span), Generator(state: 11))
        var times: [Double] = []
        var time = Self.begin
        for _ in 0..<4000 {
            time += Double.random(in: 0...Double(span.slotSeconds) / 10, using: &generator)
            ring.change(at: Timestamp(seconds: time)) { $0.dropped += 1 }
            times.append(time)
        }
        let slots = ring.slots(until: Timestamp(seconds: time))
        for slot in slots {
            let within = times.count {
                Int64($0.rounded(.down)) / Int64(span.slotSeconds) * Int64(span.slotSeconds) == slot.start
            }
            #expect(slot.dropped == within)
        }
        #expect(slots.last?.start == span.slotStart(at: Timestamp(seconds: time)))
    }

    @Test("a slot of a whole span before is over: nothing is added to the one in its place")
    func over() {
        var ring = ReceptionRing(.hour)
        ring.change(at: Timestamp(seconds: Self.begin)) { $0.refused = 5 }
        ring.change(at: Timestamp(seconds: Self.begin - 3600)) { $0.refused = 9 }
        #expect(ring.slots(until: Timestamp(seconds: Self.begin)).map(\.refused) == [5])
        ring.change(at: Timestamp(seconds: Self.begin + 3600)) { $0.refused += 1 }
        #expect(ring.slots(until: Timestamp(seconds: Self.begin + 3600)).map(\.refused) == [1])
    }

    @Test("the time that was watched is shared out over the slots, and no slot holds more than its length")
    func watched() {
        var (ring, generator) = (ReceptionRing(.hour), Generator(state: 3))
        var (time, sum) = (Self.begin, 0.0)
        for _ in 0..<500 {
            let next = time + Double.random(in: 0...5, using: &generator)
            ring.watch(from: Timestamp(seconds: time), to: Timestamp(seconds: next))
            sum += next - time
            time = next
        }
        let slots = ring.slots(until: Timestamp(seconds: time))
        #expect(slots.allSatisfy { $0.watchedSeconds <= 60 })
        #expect(abs(slots.reduce(0) { $0 + $1.watchedSeconds } - sum) < 0.01)
        #expect(slots.dropFirst().dropLast().allSatisfy { abs($0.watchedSeconds - 60) < 0.001 })
    }

    @Test("times at the ends of what a time can be trap nothing", arguments: [Int64.min, -1, 0, 1, .max])
    func extremes(nanoseconds: Int64) {
        let time = Timestamp(nanoseconds: nanoseconds)
        var ring = ReceptionRing(.day)
        ring.change(at: time) { $0.refused += 1 }
        ring.watch(from: time, to: time.advanced(bySeconds: 100))
        ring.watch(from: time.advanced(bySeconds: -100), to: time)
        #expect(ring.slots(until: time).reduce(0) { $0 + $1.refused } == 1)
    }
}
