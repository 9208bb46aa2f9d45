import Aero
import TestSupport
import Testing
import Tracking

@testable import Bundles
@testable import Flights

/// What silences are judged by comes from anybody: whatever is accepted of it is judged to the end.
@Suite struct HostileHearingTests {
    /// A count as it lies in a file: nothing says that it can be.
    private struct Count {
        var heard: Float
        var missed: Float
        var day: UInt64
        var age: UInt64
        var last: UInt64
        var bits: UInt64
    }

    /// `base/coverage.pcvl`, sums and all, around counts that nobody looked at.
    private static func file(
        _ counts: [(key: CoverageKey, count: Count)],
        halfLife: Double,
        learned: Range<Int64>,
        up: [(listener: UInt32, span: ClosedRange<Int64>)]
    ) -> [UInt8] {
        var grid = ByteWriter()
        grid.bytes = Array("PCOV".utf8) + [1]
        grid.fixed(halfLife.bitPattern)
        grid.variable(UInt64(counts.count))
        var last: UInt64 = 0
        for (key, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            grid.variable(key.rawValue - last)
            last = key.rawValue
            grid.fixed(count.heard.bitPattern)
            grid.fixed(count.missed.bitPattern)
            for number in [count.day, count.age, count.last] { grid.variable(number) }
            if count.last > 0 { grid.fixed(count.bits) }
        }
        grid.fixed(CoverageGrid.checksum(grid.bytes[...]))
        var out = ByteWriter()
        out.bytes = Array("PCVL".utf8) + [1]
        out.fixed(UInt64(bitPattern: learned.lowerBound))
        out.fixed(UInt64(bitPattern: learned.upperBound))
        out.variable(UInt64(up.count))
        for (listener, span) in up {
            out.fixed(listener)
            out.variable(1)
            out.fixed(UInt64(bitPattern: span.lowerBound))
            out.fixed(UInt64(bitPattern: span.upperBound))
        }
        out.variable(UInt64(grid.bytes.count))
        out.bytes += grid.bytes
        out.fixed(CoverageGrid.checksum(out.bytes[...]))
        return out.bytes
    }

    /// Half degrees about the way of the made flight.
    private static func cells() -> [CoverageCell] {
        (178..<182).flatMap { row in
            (359..<369).flatMap { column in
                AltitudeBand.allCases.compactMap {
                    CoverageCell(row: row, column: column, band: $0.rawValue, block: 2)
                }
            }
        }
    }

    /// Made once.
    private static let told = Result { try FlightHearingTests.told() }

    /// The bundle of the made flight with another file of sums, and with passes of its own.
    private static func bundle(
        _ coverage: [UInt8],
        passes: [Pass],
        rules: FlightRules = FlightRules()
    ) throws -> (manifest: BundleManifest, source: MemoryBundle) {
        var inputs = try MadeFlight.inputs()
        inputs.rules = rules
        let part = try #require(told.get().hearing?.basis)
        inputs.hearing = .told(
            SilenceBasis(part.learned, passes: passes, kind: .squitter, judgedAt: part.judgedAt),
            unheard: ["BBBB": 0.2]
        )
        var (manifest, source) = try MadeFlight.bundle(inputs)
        source.files[FlightHearing.coverageItem] = coverage
        return (try FlightRerunTests.fitting(manifest, source), source)
    }

    private static func pass(
        _ cell: CoverageCell,
        _ entered: Timestamp,
        _ left: Timestamp,
        by numbers: [UInt32]
    ) -> Pass {
        Pass(
            aircraft: MadeFlight.aircraft.address,
            kind: .squitter,
            cell: cell,
            entered: entered,
            left: left,
            heardBy: numbers.compactMap { Listener(number: $0, kind: .feed) }
        )
    }

    private func rerun(_ bundle: (manifest: BundleManifest, source: MemoryBundle)) throws -> BundleRerun {
        let gazetteer = try MadeFlight.gazetteer()
        return try FlightRerun(program: "pelacak 1").rerun(bundle.manifest, bundle.source) { _ in gazetteer }
    }

    @Test("hours before the first that can be are refused by the name of the item")
    func hoursBeforeTheFirst() throws {
        let cell = try #require(Self.cells().first)
        let count = Count(heard: 20, missed: 1, day: 20_254, age: 1, last: 1, bits: 1 << 40 | 1)
        let hour = Timestamp(seconds: 3_600)
        let coverage = Self.file(
            [1, 2, 3].map { (CoverageKey(cell, $0, .squitter), count) },
            halfLife: 30,
            learned: MadeHearing.learned.lowerBound.nanoseconds..<MadeHearing.learned.upperBound.nanoseconds,
            up: [(1, 0...MadeFlight.start.nanoseconds), (2, 0...MadeFlight.start.nanoseconds)]
        )
        let bundle = try Self.bundle(coverage, passes: [Self.pass(cell, hour, hour, by: [1, 2])])
        #expect(throws: BundleRerunError.unreadable(FlightHearing.item, .member("coverage"))) { try rerun(bundle) }
    }

    @Test("numbers at every edge are refused, or judged to the end", arguments: UInt64(1)...16)
    func anyNumbers(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let hour = UInt64(MadeFlight.start.seconds / 3_600)
        let cells = Self.cells()
        func any<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &chance)] }
        // Most are as they can be, or hardly any file would be accepted as a whole.
        let hours: [UInt64] = [0, 1, 2, 40, 63, 64, hour - 70, hour - 1, hour, hour + 1, 0xFFFF_FFFE, 0xFFFF_FFFF]
        let isWild = seed % 4 == 0
        var counts: [(key: CoverageKey, count: Count)] = []
        for cell in cells {
            for listener in UInt32(1)...3 {
                let last = any(hours)
                let width = UInt64.random(in: 0..<64, using: &chance)
                let room = last < 64 && !isWild ? (UInt64(1) << last) - 1 : .max
                let bits = (UInt64.random(in: 0...(.max), using: &chance) >> width | 1) & room
                let day: UInt64 = any([0, 1, 20_254, 0xFFFF])
                let count = Count(
                    heard: any([0, 0.6, 12, 1e7, isWild ? .nan : 1]),
                    missed: any([0, .leastNonzeroMagnitude, 3, 1e7]),
                    day: day,
                    age: any([0, day]),
                    last: last,
                    bits: bits
                )
                counts.append((CoverageKey(cell, listener, .squitter), count))
            }
        }
        let far = Timestamp(seconds: 2_500_000_000)
        let times = [Timestamp(nanoseconds: 0), Timestamp(seconds: 3_600), MadeFlight.start, far]
        let passes = (0..<40).map { _ -> Pass in
            let (one, other) = (any(times), any(times))
            return Self.pass(
                any(cells),
                min(one, other),
                max(one, other),
                by: any([[], [1], [1, 2], [1, 2, 3], [9]])
            )
        }
        let coverage = Self.file(
            counts,
            halfLife: any([.leastNonzeroMagnitude, 1e-3, 30, 1e308]),
            learned: any([
                Int64.min..<Int64.max, 1..<Int64.max,
                MadeHearing.learned.lowerBound.nanoseconds..<MadeHearing.learned.upperBound.nanoseconds,
            ]),
            up: [(1, Int64.min...Int64.max), (2, 0...MadeFlight.start.nanoseconds), (3, 7...7)]
        )
        let bundle = try Self.bundle(coverage, passes: passes)
        do throws(BundleRerunError) {
            let result = try rerunTyped(bundle)
            #expect(result.compared > 0 && !isWild)
        } catch {
            #expect(isWild, "\(error)")
        }
    }

    private func rerunTyped(
        _ bundle: (manifest: BundleManifest, source: MemoryBundle)
    ) throws(BundleRerunError) -> BundleRerun {
        let gazetteer = try? MadeFlight.gazetteer()
        return try FlightRerun(program: "pelacak 1").rerun(bundle.manifest, bundle.source) { _ in gazetteer }
    }

    @Test("bytes changed by chance, with sums that fit, are refused, or judged to the end", arguments: UInt64(1)...24)
    func anyBytes(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let (manifest, source) = try MadeFlight.bundle(try Self.told.get())
        var bytes = try #require(source.files[FlightHearing.coverageItem])
        let grid = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("PCOV".utf8)) })
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let place = Int.random(in: 5..<(bytes.count - 16), using: &chance)
            bytes[place] =
                [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &chance)]
                .randomElement(using: &chance) ?? 0
        }
        func close(_ from: Int, _ end: Int) {
            var sum = ByteWriter()
            sum.fixed(CoverageGrid.checksum(bytes[from..<end]))
            bytes.replaceSubrange(end..<(end + 8), with: sum.bytes)
        }
        close(grid, bytes.count - 16)
        close(0, bytes.count - 8)
        var other = source
        other.files[FlightHearing.coverageItem] = bytes
        do throws(BundleRerunError) {
            _ = try rerunTyped((manifest, other))
        } catch {
            #expect(error == .unreadable(FlightHearing.item, .member("coverage")) || "\(error)".contains("hearing"))
        }
    }
}
