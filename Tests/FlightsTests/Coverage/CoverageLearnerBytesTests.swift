import Aero
import Testing

@testable import Flights

@Suite struct CoverageLearnerBytesTests {
    private static let start = Timestamp(seconds: 1_750_000_000)

    private func learner(listeners: Int = 3, intervals: Int = 4, passes: Int = 10) throws -> CoverageLearner {
        var generator = SplitMix(state: 9)
        var uptimes = Uptimes()
        var grid = CoverageGrid()
        for number in 0..<listeners {
            let listener = try #require(Listener(number: UInt32(number * 1_000 + 7), kind: .feed))
            for interval in 0..<intervals {
                let from = Self.start.advanced(bySeconds: Double(interval) * 5_000 + generator.number(0, 1_000))
                uptimes.add(from...from.advanced(bySeconds: generator.number(0, 3_000)), of: listener)
            }
            for _ in 0..<passes {
                let place = try #require(
                    Position(latitude: generator.number(-5, 5), longitude: generator.number(100, 110))
                )
                let time = Self.start.advanced(bySeconds: generator.number(0, 80_000))
                let cell = CoverageCell(place, altitude: Feet(generator.number(0, 40_000)), at: time)
                grid.note(
                    Pass(
                        aircraft: AircraftAddress(icao: 1),
                        kind: .squitter,
                        cell: cell,
                        entered: time,
                        left: time,
                        heardBy: [listener]
                    ),
                    listening: uptimes
                )
            }
        }
        let learned = Self.start..<Self.start.advanced(bySeconds: 86_400)
        return CoverageLearner(coverage: grid, uptimes: uptimes, learned: learned)
    }

    @Test(
        "reading gives back what was written, and writing that the same bytes",
        arguments: [(0, 0, 0), (1, 1, 0), (3, 4, 10), (40, 50, 3)]
    )
    func roundTrip(listeners: Int, intervals: Int, passes: Int) throws {
        let learner = try learner(listeners: listeners, intervals: intervals, passes: passes)
        let bytes = learner.bytes()
        let read = try CoverageLearner(bytes: bytes)
        #expect(read.learned == learner.learned && read.uptimes == learner.uptimes)
        #expect(read.coverage.counts == learner.coverage.counts)
        #expect(read.bytes() == bytes)
    }

    @Test func nothingLearnedIsWrittenToo() throws {
        let read = try CoverageLearner(bytes: CoverageLearner().bytes())
        #expect(read.learned == nil && read.coverage.count == 0 && read.uptimes.listeners.isEmpty)
        let empty = CoverageLearner(learned: Self.start..<Self.start)
        #expect(try CoverageLearner(bytes: empty.bytes()).learned == nil)
    }

    @Test func everyShorterAndEveryLongerFileIsRefused() throws {
        let bytes = try learner().bytes()
        for length in bytes.indices {
            #expect(throws: CoverageBytesError.self) { try CoverageLearner(bytes: Array(bytes[..<length])) }
        }
        #expect(throws: CoverageBytesError.self) { try CoverageLearner(bytes: bytes + [0]) }
    }

    @Test func everySingleWrongBitIsRefused() throws {
        let bytes = try learner(listeners: 2, intervals: 2, passes: 5).bytes()
        for bit in 0..<bytes.count * 8 {
            var wrong = bytes
            wrong[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: CoverageBytesError.self) { try CoverageLearner(bytes: wrong) }
        }
    }

    @Test func saysWhatIsWrong() throws {
        let bytes = try learner().bytes()
        #expect(throws: CoverageBytesError.notCoverage) { try CoverageLearner(bytes: []) }
        #expect(throws: CoverageBytesError.notCoverage) {
            try CoverageLearner(bytes: Array("PCOV".utf8) + bytes.dropFirst(4))
        }
        var newer = bytes
        newer[4] = 7
        #expect(throws: CoverageBytesError.version(7)) { try CoverageLearner(bytes: newer) }
        var other = bytes
        other[bytes.count - 1] ^= 1
        #expect(throws: CoverageBytesError.checksum) { try CoverageLearner(bytes: other) }
    }

    @Test("counts of listeners and intervals that are not there take no memory")
    func lyingCounts() throws {
        let head = try Array(learner().bytes()[..<21])
        for count in [UInt64(1) << 40, 1_000_000] {
            var out = ByteWriter()
            out.bytes = head
            out.variable(count)
            #expect(throws: CoverageBytesError.self) { try CoverageLearner(bytes: out.bytes) }
            out.bytes = head
            out.variable(1)
            out.fixed(UInt32(7))
            out.variable(count)
            out.bytes += [UInt8](repeating: 0, count: 64)
            #expect(throws: CoverageBytesError.self) { try CoverageLearner(bytes: out.bytes) }
        }
    }

    @Test(
        "random and mutilated bytes never trap; what is accepted is written as it was",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func fuzz(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let whole = try learner(listeners: 3, intervals: 3, passes: 4).bytes()
        var accepted = 0
        for round in 0..<4_000 {
            var bytes = whole
            if round % 4 == 0 {
                bytes =
                    Array(whole[..<5])
                    + (0..<Int(generator.number(0, 300))).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            } else {
                for _ in 0...Int(generator.number(0, 4)) {
                    bytes[Int(generator.number(0, Double(bytes.count)))] = UInt8(truncatingIfNeeded: generator.next())
                }
                if round % 4 == 1 { bytes.removeSubrange(Int(generator.number(5, Double(bytes.count)))...) }
            }
            // With the right sum, so that the rest is tried too.
            if round % 2 == 0 { Self.seal(&bytes) }
            guard let read = try? CoverageLearner(bytes: bytes) else { continue }
            accepted += 1
            #expect(read.bytes() == bytes)
        }
        #expect(accepted > 0)
    }

    private static func seal(_ bytes: inout [UInt8]) {
        guard bytes.count > 8 else { return }
        bytes.removeLast(8)
        var out = ByteWriter()
        out.fixed(CoverageGrid.checksum(bytes[...]))
        bytes += out.bytes
    }
}
