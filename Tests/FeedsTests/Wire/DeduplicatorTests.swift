import Aero
import Feeds
import ModeS
import Testing

struct DeduplicatorTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    private func frame(
        _ hex: String = "8D406B902015A678D4D220AA4BDA",
        after seconds: Double = 0,
        receiver: UInt64? = nil
    ) throws -> ReceivedFrame {
        ReceivedFrame(
            frame: try Frame(hex: hex),
            time: Self.start.advanced(bySeconds: seconds),
            level: -7,
            receiver: receiver
        )
    }

    @Test func aCopyOfAnotherSourceBecomesProvenance() throws {
        var table = Deduplicator()
        #expect(table.isNew(try frame(), source: 1))
        guard case .copy(let provenance) = table.judge(try frame(after: 0.4, receiver: 9), source: 2) else {
            Issue.record("the copy counted as new")
            return
        }
        #expect(provenance.source == 2 && provenance.receiver == 9 && provenance.level == -7)
        #expect(provenance.time == Self.start.advanced(bySeconds: 0.4))
    }

    @Test func theSameBitsFromTheSameReceiverAreANewTransmission() throws {
        var table = Deduplicator()
        #expect(table.isNew(try frame(), source: 1))
        #expect(table.isNew(try frame(after: 1), source: 1))
        #expect(!table.isNew(try frame(after: 1.1), source: 2))
    }

    @Test func receiversBehindOneSourceAreKeptApart() throws {
        var table = Deduplicator()
        #expect(table.isNew(try frame(receiver: 1), source: 1))
        #expect(!table.isNew(try frame(receiver: 2), source: 1))
    }

    @Test func afterTheWindowTheSameBitsAreNew() throws {
        var table = Deduplicator()
        #expect(table.isNew(try frame(), source: 1))
        #expect(table.isNew(try frame(after: 2.1), source: 2))
        #expect(table.isNew(try frame("02E197B00179C3"), source: 1))
        #expect(table.isNew(try frame("02E197B00179C3", after: 1.1), source: 2))
    }

    @Test func differentFramesAreHardlyEverMistaken() {
        var table = Deduplicator(sizeExponent: 10)
        var random = SeededGenerator(6)
        let frames = (0..<50_000).map { _ in
            ReceivedFrame(frame: Frame(high: random.next(), low: random.next()), time: Self.start)
        }
        #expect(frames.filter { !table.isNew($0, source: UInt16(truncatingIfNeeded: random.next())) }.count <= 2)
    }
}
