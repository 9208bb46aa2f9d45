import Aero
import Flights
import Foundation
import Testing
import Tracking

@testable import pelacak

@Suite struct CoverageFileTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        var file: CoverageFile { CoverageFile(dataFolder: path, realm: .real) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func learner(until seconds: Double = 100) -> CoverageLearner {
        var learner = CoverageLearner()
        learner.end(Timestamp(seconds: 0.5)..<Timestamp(seconds: seconds))
        return learner
    }

    @Test("none is none; what was written is read, by its owner alone")
    func roundTrip() throws {
        let folder = Folder()
        #expect(try folder.file.read() == nil && folder.file.stamp == nil)
        try folder.file.replace(with: learner())
        #expect(try folder.file.read()?.learned?.upperBound.seconds == 100)
        for path in [folder.file.path, folder.path + "/coverage"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode.map { $0 & 0o077 } == 0, "\(path)")
        }
    }

    @Test("who writes over a file that he does not know writes nothing")
    func doesNotFight() throws {
        let folder = Folder()
        let first = try #require(try folder.file.write(learner(), over: nil))
        #expect(try folder.file.write(learner(until: 200), over: nil) == nil)
        let second = try #require(try folder.file.write(learner(until: 300), over: first))
        #expect(first != second && folder.file.stamp == second)
        #expect(try folder.file.write(learner(until: 400), over: first) == nil)
        #expect(try folder.file.read()?.learned?.upperBound.seconds == 300)
        // What was learned anew on purpose takes its place in any case.
        try folder.file.replace(with: learner(until: 500))
        #expect(try folder.file.write(learner(until: 600), over: second) == nil)
        #expect(try folder.file.read()?.learned?.upperBound.seconds == 500)
    }

    private enum Damage: CaseIterable { case cut, bit, foreign, version, empty, large, folder }

    @Test("what cannot be read says why, and how it is learned anew", arguments: Damage.allCases)
    private func damaged(damage: Damage) throws {
        let folder = Folder()
        try folder.file.replace(with: learner())
        let url = URL(fileURLWithPath: folder.file.path)
        var bytes = try Data(contentsOf: url)
        switch damage {
        case .cut: bytes.removeLast(5)
        case .bit: bytes[30] ^= 4
        case .foreign: bytes = Data("no coverage".utf8)
        case .version: bytes[4] = 9
        case .empty: bytes = Data()
        case .large, .folder: break
        }
        try bytes.write(to: url)
        if damage == .large { try FileHandle(forWritingTo: url).truncate(atOffset: 257 << 20) }
        if damage == .folder {
            try FileManager.default.removeItem(at: url)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        let error = #expect(throws: Failure.self) { try folder.file.read() }
        let words = try #require(error).description
        #expect(words.contains(folder.file.path), "\(words)")
        switch damage {
        case .cut: #expect(words.contains("damaged"))
        case .bit: #expect(words.contains("damaged"))
        case .foreign, .empty: #expect(words.contains("no file of coverage"))
        case .version: #expect(words.contains("version 9"))
        case .large: #expect(words.contains("larger than 256 MiB"))
        case .folder: #expect(words.contains("cannot be read"))
        }
        #expect(damage == .folder || words.contains("pelacak coverage learn"))
    }

    @Test("a damaged one is put aside, the one put aside before goes")
    func aside() throws {
        let folder = Folder()
        for text in ["one", "two"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/coverage",
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
            folder.file.putAside()
            #expect(try folder.file.read() == nil)
            #expect(try String(contentsOfFile: folder.file.path + ".damaged", encoding: .utf8) == text)
        }
    }

    @Test func nothingCanBeWrittenWhereThereIsNoFolder() {
        let file = CoverageFile(dataFolder: "/dev/null", realm: .real)
        #expect(throws: Failure.self) { try file.replace(with: learner()) }
    }
}
