import Foundation
import Testing

/// A running server has the places that set-up made, and runs without them.
@Suite(.timeLimit(.minutes(10)))
struct PlaceServingTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Assets/places.tsv.gz").path

    @Test(
        "places of set-up are found by name and by code in both languages",
        .enabled(if: FileManager.default.fileExists(atPath: file), "needs set-up's list of places")
    )
    func found() async throws {
        let assets = URL(fileURLWithPath: Self.file).deletingLastPathComponent().path
        let program = try Program(
            serving: ["--source", "simulate:traffic?aircraft=2"],
            environment: ["PELACAK_ASSETS": assets]
        )
        defer { program.stop() }
        func first(_ query: String) async throws -> [String: Any]? {
            let answer = try await program.json("/api/v1/places?q=\(query)") { $0["isAvailable"] as? Bool == true }
            return (answer["places"] as? [[String: Any]])?.first
        }
        #expect(try await first("CGK")?["icao"] as? String == "WIII")
        #expect(try await first("surabaya")?["kind"] as? String == "city")
        #expect(try await first("Moskwa&lang=id")?["name"] as? String == "Moskwa")
        let near = try await program.json("/api/v1/places/nearest?lat=-6.12&lon=106.65&sizes=larger")
        #expect((near["places"] as? [[String: Any]])?.first?["icao"] as? String == "WIII")
        #expect((near["credits"] as? [String])?.contains { $0.contains("GeoNames") || $0.contains("geonames") } == true)
    }

    @Test("a list that cannot be read is told, and everything else is served")
    func damaged() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("no places".utf8).write(to: folder.appendingPathComponent("places.tsv.gz"))
        let program = try Program(
            serving: ["--source", "simulate:traffic?aircraft=2"],
            environment: ["PELACAK_ASSETS": folder.path]
        )
        defer { program.stop() }
        _ = try await program.json("/api/v1/aircraft") { ($0["aircraft"] as? [Any])?.isEmpty == false }
        let answer = try await program.json("/api/v1/places?q=jakarta")
        #expect(answer["isAvailable"] as? Bool == false && (answer["places"] as? [Any])?.isEmpty == true)
        #expect(program.log.contains("no places: "), "\(program.log)")
    }
}
