import Aero
import Foundation
import Simulation
import Store
import Testing
import Visits

@testable import pelacak

/// Figures, not facts: run with PELACAK_MEASURE=1, optimised, on a quiet machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .timeLimit(.minutes(30))
)
struct BundleMeasurements {
    @Test("the bundle of a visit of several days: its size, and the time to make, verify and compute it again")
    func severalDays() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_001))
        let end = VisitScenario.start.advanced(bySeconds: archive.scenario.settings.hours * 3_600)
        let store = try VisitStore(folder: archive.folder.path + "/visits")
        let visit = try archive.visit()
        let kept = try store.begin(visit.changes.map(\.act), by: "desk", at: end)
        let into = archive.folder.path + "/bundle"
        let rows = archive.scenario.points.reduce(0) { $0 + $1.count }
        print("rows \(rows), aircraft \(archive.scenario.points.count { !$0.isEmpty })")
        let place = ["--realm", "imported", "--data", archive.folder.path]
        try timed("make", ["bundle", "make", kept.id, "--into", into] + place)
        let files = FileManager.default
        var (bytes, count) = (0, 0)
        for name in try files.subpathsOfDirectory(atPath: into) {
            let values = try files.attributesOfItem(atPath: into + "/" + name)
            guard values[.type] as? FileAttributeType == .typeRegular else { continue }
            bytes += (values[.size] as? NSNumber)?.intValue ?? 0
            count += 1
        }
        print("size \(bytes) bytes in \(count) files")
        for _ in 0..<3 {
            try timed("verify", ["bundle", "verify", into])
            try timed("rerun", ["bundle", "rerun", into])
        }
        try timed("edition", ["edition", "publish", kept.id, "--bundle", into] + place)
    }

    private func timed(_ name: String, _ arguments: [String]) throws {
        let clock = ContinuousClock()
        var ended: Program.Ended?
        let time = try clock.measure { ended = try Program.run(arguments) }
        #expect(ended?.status == 0, "\(ended?.errors ?? "")")
        print("\(name) \(time)")
    }
}
