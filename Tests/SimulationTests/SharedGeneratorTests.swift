import Aero
import Foundation
import ModeS
import Radio
import Simulation
import TestSupport
import Testing

/// Our own generator beside the shared one: they know nothing of each other, and a demodulator finds as much in both.
struct SharedGeneratorTests {
    private static let frames = 1500
    private static let seed = 77_031

    private static let generator: URL? = {
        let script = TestSupport.recordings?.deletingLastPathComponent().appendingPathComponent("tools/gen_modes_iq.py")
        guard let script, FileManager.default.isReadableFile(atPath: script.path) else { return nil }
        // It needs numpy.
        return (try? python(["-c", "import numpy"])) == 0 ? script : nil
    }()

    private static func python(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process.waitForEnd()
    }

    /// The share of the frames of a truth that is found in bytes of 2.4 MS/s.
    private static func share(of truth: [String], in bytes: [UInt8]) throws -> Double {
        var demodulator = try Demodulator(format: .uc8, sampleRate: 2_400_000, start: Timestamp(seconds: 0))
        var frames: [ReceivedFrame] = []
        demodulator.scan(bytes.span, into: &frames)
        demodulator.finish(into: &frames)
        let found = Set(frames.map(\.frame.hex))
        return Double(truth.filter(found.contains).count) / Double(truth.count)
    }

    private static func shared(_ script: URL, decibels: Int) throws -> Double {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sweep-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scene = folder.appendingPathComponent("scene.uc8")
        let status = try python([
            script.path, "sweep", scene.path, "--snr", "\(decibels)", "--count", "\(frames)", "--seed", "\(seed)",
        ])
        try #require(status == 0)
        let lines = try String(contentsOf: scene.appendingPathExtension("truth"), encoding: .utf8).split(
            separator: "\n"
        )
        let truth = lines.filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: " ").last.map(String.init) }
        try #require(truth.count == frames)
        return try share(of: truth, in: [UInt8](try Data(contentsOf: scene)))
    }

    private static func ours(decibels: Int) throws -> Double {
        let scene = try #require(try BandScene(name: "sweep?snr=\(decibels)"))
        let start = Timestamp(seconds: 0)
        var traffic = BandTraffic(scene, seed: UInt64(seed), start: start, sampleRate: 2_400_000)
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: 2_400_000,
            start: start,
            seed: UInt64(seed),
            noiseLevel: scene.noiseLevel
        )
        var bytes: [UInt8] = []
        var truth: [String] = []
        // One in 1.03 ms.
        for step in 1...16 {
            let now = start.advanced(bySeconds: Double(step) / 10)
            modulator.render(traffic.advance(to: now), until: now, into: &bytes)
            truth += traffic.takeTruth(isLast: step == 16)
        }
        let rows = truth.map { $0.split(separator: " ") }.filter { $0[2] == "\(decibels).0" }
        try #require(rows.count > frames * 9 / 10)
        return try share(of: rows.map { String($0[6]) }, in: bytes)
    }

    @Test(
        "as many frames are found in our sweep as in that of the shared generator",
        .enabled(if: generator != nil, "needs the shared generator, python3 and numpy"),
        arguments: [10, 12]
    )
    func agree(decibels: Int) throws {
        let shared = try Self.shared(try #require(Self.generator), decibels: decibels)
        let ours = try Self.ours(decibels: decibels)
        #expect(abs(shared - ours) < 0.03, "shared \(shared), ours \(ours)")
    }
}
