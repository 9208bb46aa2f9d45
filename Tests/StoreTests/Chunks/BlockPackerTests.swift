import Aero
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

struct BlockPackerTests {
    /// What comes back, with the sets themselves in place of their numbers.
    private func roundTrip(_ rows: [Observation], _ sets: [ReceiverSet]) throws -> Bool {
        var packer = BlockPacker()
        let block = try packer.block(of: rows, sets: sets)
        let unpacker = BlockUnpacker()
        var back: [Observation] = []
        var table = ReceiverSetTable()
        // Others are there already: numbers must be those of the common list.
        _ = table.place(of: ReceiverSet([77]))
        try unpacker.read(block, into: &back, sets: &table)
        guard back.count == rows.count else { return false }
        return zip(rows, back).allSatisfy { row, found in
            var plain = found
            plain.heardBy = row.heardBy
            return plain == row && table.sets[Int(found.heardBy)] == sets[Int(row.heardBy)]
        }
    }

    @Test(arguments: 0..<60) func everyFieldOfAnyRowsComesBack(seed: UInt64) throws {
        var random = RandomRows(seed: seed)
        let sets = random.sets(Int(seed) % 50)
        #expect(try roundTrip(random.anything(Int(seed * seed) % 700, sets: sets.count), sets))
        #expect(try roundTrip(random.flight(Int(seed * 31) % 900, sets: sets.count), sets))
    }

    @Test func edgesComeBack() throws {
        func row(
            _ time: Int64,
            _ latitude: Int32,
            _ longitude: Int32,
            speed: UInt16 = .max,
            track: UInt16 = .max
        )
            -> Observation?
        {
            Observation(
                milliseconds: time,
                latitudeSteps: latitude,
                longitudeSteps: longitude,
                barometricSteps: .max,
                geometricSteps: .min,
                rateSteps: .max,
                speedTenths: speed,
                trackTenths: track,
                nicByte: .max,
                levelByte: .max,
                sourceClass: .modeS,
                flags: [],
                heardBy: 0
            )
        }
        let edges = [
            // Over the 180th meridian and back, with and without a velocity.
            row(0, 0, 17_999_999), row(1_000, 0, -18_000_000), row(2_000, 0, 17_999_990),
            row(3_000, 100, 17_999_999, speed: 65_534, track: 900),
            row(63_000, 100, -17_000_000, speed: 65_534, track: 900),
            // The poles.
            row(64_000, 9_000_000, 0, speed: 65_534, track: 0),
            row(65_000, 9_000_000, 9_000_000, speed: 65_534, track: 3_599),
            row(66_000, -9_000_000, -18_000_000, speed: 65_534, track: 1_800),
            row(67_000, -9_000_000, 5, speed: 1, track: 65_534),
            // No position; then the clock jumps back, stands still, and goes from one end of time to the other.
            row(68_000, .min, .min), row(-5, 1, 1), row(-5, 1, 1), row(.min, 2, 2), row(.max, 3, 3), row(0, 4, 4),
        ].compactMap { $0 }
        #expect(edges.count == 15)
        #expect(try roundTrip(edges, [.empty]))
        #expect(try roundTrip([], [.empty]))
        for edge in edges { #expect(try roundTrip([edge], [.empty])) }
        let nothing = Observation(at: Timestamp(nanoseconds: 0), sourceClass: .adsbICAO)
        #expect(try roundTrip(Array(repeating: nothing, count: 100), [.empty]))
        #expect(try roundTrip(RandomRowsBox.full, RandomRowsBox.sets))
    }

    @Test func everyDetailHasAColumnOfItsOwn() throws {
        for number in DetailColumn.allCases {
            var details = ObservationDetails()
            try number.set(1, in: &details)
            #expect(!details.isEmpty)
            #expect(DetailColumn.allCases.filter { $0.value(in: details) != nil } == [number])
            var row = Observation(at: Timestamp(nanoseconds: 0), sourceClass: .adsbICAO)
            row.details = details
            #expect(try roundTrip([row], [.empty]))
        }
        // A field that has no column would be lost without a word.
        #expect(Mirror(reflecting: ObservationDetails()).children.count == DetailColumn.allCases.count)
    }

    @Test func everyFlippedBitAndEveryCutIsRefused() throws {
        var random = RandomRows(seed: 5)
        var packer = BlockPacker()
        let block = try packer.block(of: random.flight(40), sets: [.empty])
        let unpacker = BlockUnpacker()
        for index in block.indices {
            var rows: [Observation] = []
            var table = ReceiverSetTable()
            var flipped = block
            flipped[index] ^= 1 << UInt8(index % 8)
            #expect(throws: ChunkError.self) { try unpacker.read(flipped, into: &rows, sets: &table) }
            #expect(throws: ChunkError.self) { try unpacker.read(Array(block[..<index]), into: &rows, sets: &table) }
            #expect(rows.isEmpty)
        }
    }

    /// Past the check as well: a body that was made to do harm is refused, or read as something.
    @Test(arguments: 0..<40) func noBodyTraps(seed: UInt64) throws {
        var random = RandomRows(seed: seed)
        let sets = random.sets(5)
        var body = BlockBody()
        body.write(seed % 2 == 0 ? random.anything(30, sets: 5) : random.flight(30, sets: 5), sets: sets)
        for _ in 0..<400 {
            var bytes = body.bytes
            switch Int.random(in: 0..<4, using: &random.generator) {
            case 0:
                bytes = (0..<Int.random(in: 0...60, using: &random.generator)).map { _ in
                    .random(in: 0...255, using: &random.generator)
                }
            case 1: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random.generator))
            default:
                for _ in 0...Int.random(in: 0..<6, using: &random.generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random.generator)] = .random(
                        in: 0...255,
                        using: &random.generator
                    )
                }
            }
            var rows: [Observation] = []
            var table: ReceiverSetTable? = seed % 3 == 0 ? nil : ReceiverSetTable()
            try? BlockColumns(bytes).read(into: &rows, sets: &table)
        }
    }

    @Test func aColumnOfALaterVersionIsSkipped() throws {
        var random = RandomRows(seed: 9)
        let rows = random.flight(10)
        var body = BlockBody()
        body.write(rows, sets: [.empty])
        var bytes = body.bytes
        // One more column, number 200, of three bytes.
        bytes[1] += 1
        bytes += [200, 3, 1, 2, 3]
        var back: [Observation] = []
        var table: ReceiverSetTable? = ReceiverSetTable()
        try BlockColumns(bytes).read(into: &back, sets: &table)
        #expect(back == rows)
    }

    @Test func fewBytesCannotAskForMuchRoom() throws {
        var writer = ColumnWriter()
        writer.varint(65_536)
        writer.varint(1)
        writer.bytes += [1, 3, 1, 0, 0]
        #expect(throws: ChunkError.column(1)) { try BlockColumns(writer.bytes) }
        var block = ColumnWriter()
        block.bytes = [1, 0, 0, 0, 0]
        block.varint(1 << 40)
        block.replace(CRC32C.of(block.bytes, in: 5..<block.bytes.count), at: 1)
        var rows: [Observation] = []
        var table = ReceiverSetTable()
        #expect(throws: ChunkError.length(1 << 40)) { try BlockUnpacker().read(block.bytes, into: &rows, sets: &table) }
    }
}

/// The fullest block there may be.
private enum RandomRowsBox {
    static let sets = [ReceiverSet.empty, ReceiverSet(1...40)]
    static let full: [Observation] = {
        var random = RandomRows(seed: 1)
        return random.anything(BlockBody.capacity, sets: 2)
    }()
}
