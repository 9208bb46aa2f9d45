import Aero
import Testing

@testable import Flights

@Suite struct CoverageBytesTests {
    private func grid(_ passes: Int, seed: UInt64 = 1) throws -> CoverageGrid {
        var generator = SplitMix(state: seed)
        var grid = CoverageGrid(halfLifeDays: 21.5)
        let listeners = try [1, 2, .max].map { try #require(Listener(number: $0, kind: .feed)) }
        for _ in 0..<passes {
            let place = try #require(
                Position(latitude: generator.number(-90, 90), longitude: generator.number(-180, 180))
            )
            let time = Timestamp(seconds: 1_750_000_000 + generator.number(0, 86_400 * 100))
            let cell = CoverageCell(place, altitude: Feet(generator.number(0, 45_000)), at: time)
            let kind = TransponderKind.allCases[Int(generator.number(0, 3))]
            grid.note(
                Pass(
                    aircraft: AircraftAddress(icao: 1),
                    kind: kind,
                    cell: cell,
                    entered: time,
                    left: time,
                    heardBy: [listeners[Int(generator.number(0, 3))]]
                ),
                listening: Uptimes()
            )
        }
        return grid
    }

    @Test("reading gives back what was written, and writing that the same bytes", arguments: [0, 1, 2, 500])
    func roundTrip(passes: Int) throws {
        let grid = try grid(passes)
        let bytes = grid.bytes()
        let read = try CoverageGrid(bytes: bytes)
        #expect(read.counts == grid.counts && read.halfLifeDays == 21.5)
        #expect(read.bytes() == bytes)
    }

    @Test func everyShorterFileIsRefused() throws {
        let bytes = try grid(20).bytes()
        for length in bytes.indices {
            #expect(throws: CoverageBytesError.self) { try CoverageGrid(bytes: Array(bytes[..<length])) }
        }
        #expect(throws: CoverageBytesError.trailing(bytes: 3)) { try CoverageGrid(bytes: bytes + [0, 0, 0]) }
    }

    @Test func everySingleWrongBitIsRefused() throws {
        let bytes = try grid(12).bytes()
        for bit in 0..<bytes.count * 8 {
            var wrong = bytes
            wrong[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: CoverageBytesError.self) { try CoverageGrid(bytes: wrong) }
        }
    }

    @Test func saysWhatIsWrong() throws {
        let bytes = try grid(3).bytes()
        #expect(throws: CoverageBytesError.notCoverage) { try CoverageGrid(bytes: []) }
        #expect(throws: CoverageBytesError.notCoverage) {
            try CoverageGrid(bytes: Array("PCOW".utf8) + bytes.dropFirst(4))
        }
        var newer = bytes
        newer[4] = 2
        #expect(throws: CoverageBytesError.version(2)) { try CoverageGrid(bytes: newer) }
        #expect(throws: CoverageBytesError.tooMany(counts: 3, allowed: 2)) {
            try CoverageGrid(bytes: bytes, capacity: 2)
        }
        var endless = bytes
        for index in 5..<13 { endless[index] = 0 }
        #expect(throws: CoverageBytesError.badValue(atByte: 5)) { try CoverageGrid(bytes: endless) }
    }

    @Test("a count of counts that is not there takes no memory")
    func lyingCount() throws {
        var out = ByteWriter()
        out.bytes = Array(try grid(0).bytes()[..<13])
        out.variable(1 << 19)
        out.fixed(UInt64(0))
        #expect(throws: CoverageBytesError.cutShort(atByte: out.bytes.count)) { try CoverageGrid(bytes: out.bytes) }
    }

    @Test(
        "random and mutilated bytes never trap; what is accepted is written as it was",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func fuzz(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let whole = try grid(30, seed: seed).bytes()
        var accepted = 0
        for round in 0..<5_000 {
            var bytes = whole
            if round % 4 == 0 {
                bytes =
                    Array(whole[..<5])
                    + (0..<Int(generator.number(0, 200))).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            } else {
                for _ in 0...Int(generator.number(0, 6)) {
                    bytes[Int(generator.number(0, Double(bytes.count)))] = UInt8(truncatingIfNeeded: generator.next())
                }
                if round % 4 == 1 { bytes.removeSubrange(Int(generator.number(5, Double(bytes.count)))...) }
            }
            // With the right sum, so that the rest is tried too.
            if round % 2 == 0 { Self.seal(&bytes) }
            guard let read = try? CoverageGrid(bytes: bytes) else { continue }
            accepted += 1
            #expect(read.bytes() == bytes)
            for key in read.counts.keys { #expect(key.cell != nil) }
        }
        #expect(accepted > 0)
    }

    private static func seal(_ bytes: inout [UInt8]) {
        guard bytes.count > 8 else { return }
        bytes.removeLast(8)
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var out = ByteWriter()
        out.fixed(sum)
        bytes += out.bytes
    }
}
