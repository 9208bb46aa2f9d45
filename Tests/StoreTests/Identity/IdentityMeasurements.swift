import Aero
import Foundation
import Testing

@testable import Store

/// Figures, not facts: Benchmarks/80-identity.sh. 600,000 made rows, with facts and conflicts.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct IdentityMeasurements {
    private static let rows = 600_000

    /// Peak of what this process held in memory, MB.
    private func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
    }

    private func resetPeak() { try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8) }

    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func measured<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
        resetPeak()
        let (begin, used) = (ContinuousClock.now, cpu())
        let value = try body()
        let wall = TraceImporter.seconds(ContinuousClock.now - begin)
        print(String(format: "identity: %@: %.1f s, %.1f s CPU, peak %d MB", name, wall, cpu() - used, peak()))
        return value
    }

    /// Rows as the large public list has them: 380,000 American, the others spread over states; one in a hundred breaks its rule.
    private func write(to folder: TemporaryFolder, _ name: String, shift: Int) throws -> String {
        var text: [UInt8] = []
        let types = ["C172", "B738", "A320", "P28A", "BE20", "SR22", "GLF5", "R44", "E190", "AT76"]
        let models = ["CESSNA 172", "BOEING 737-800", "AIRBUS A-320", "PIPER PA-28", "BEECH 200", "CIRRUS SR-22"]
        for number in 0..<Self.rows {
            let bits: UInt32 =
                number < 380_000
                ? 0xA00001 + UInt32(number * 2)
                : [0x780000, 0x7C0000, 0x3D04A8, 0x400000][number % 4] + UInt32(number - 380_000)
            let address = AircraftAddress(icao: bits)
            let wrong = (number + shift) % 100 == 0
            let registration = wrong ? "N\(number % 90_000 + 1)" : Registration.inferred(from: address) ?? "X-\(number)"
            text += Array(
                "\(address.hex);\(registration);\(types[number % 10]);\(number % 37 == 0 ? "1" : "0");\(models[number % 6]);\(1960 + number % 60);Made Name \(number)\n"
                    .utf8
            )
        }
        return try folder.write(name, text)
    }

    @Test func importAndLookUp() throws {
        let folder = try TemporaryFolder()
        let first = try write(to: folder, "first.csv", shift: 0)
        let second = try write(to: folder, "second.csv", shift: 7)
        let parsed = try measured("parser alone, \(Self.rows) rows") { () throws(IdentityError) -> Int in
            let reader = Tar1090Reader(FileSource([first]), companies: false)
            var row = IdentityRow()
            var statements = 0
            while try reader.next(into: &row) { statements += row.statements.count }
            return statements
        }
        let store = try IdentityStore(folder: folder.path + "/store")
        let report = try measured("import with conflicts") {
            try store.take(IdentityImportRequest(.tar1090, path: first), at: IdentityUnderTest.day(1))
        }
        #expect(report.new == parsed)
        print("identity: \(report.new) facts, \(report.conflicts) conflicts")
        let newer = try measured("newer version, one row in fifty differs") {
            try store.take(IdentityImportRequest(.tar1090, path: second), at: IdentityUnderTest.day(2))
        }
        print("identity: \(newer.changed) changed, \(newer.unchanged) unchanged")
        _ = try measured("the same again") {
            try store.take(IdentityImportRequest(.tar1090, path: second), at: IdentityUnderTest.day(3))
        }
        try measured("undo") { try store.undo(try #require(newer.id), at: IdentityUnderTest.day(4)) }
        let index = try measured("look-up made") { try store.index(at: IdentityUnderTest.day(5)) }
        let addresses = (0..<1_000_000).map {
            AircraftAddress(icao: UInt32(truncatingIfNeeded: ($0 &* 2_654_435_761) % 0x1000000))
        }
        let found = addresses.map { _ in AircraftAddress(icao: 0xA00001 + UInt32.random(in: 0..<380_000) * 2) }
        for (name, asked) in [("any address", addresses), ("one that is held", found)] {
            let (begin, used) = (ContinuousClock.now, cpu())
            var length = 0
            for address in asked { length += index.aircraft(address)?.registration?.utf8.count ?? 0 }
            let count = Double(asked.count) / 1e6
            let (wall, busy) = (TraceImporter.seconds(ContinuousClock.now - begin) / count, (cpu() - used) / count)
            print(String(format: "identity: look-up, %@: %.3f µs, %.3f µs CPU (%d letters)", name, wall, busy, length))
        }
        let bytes =
            try FileManager.default.attributesOfItem(atPath: folder.path + "/store/" + IdentityStore.name)[.size]
            as? Int ?? 0
        print("identity: database \(bytes / 1_000_000) MB, \(index.count) aircraft in the look-up")
    }
}
