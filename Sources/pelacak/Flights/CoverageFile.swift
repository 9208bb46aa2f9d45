import Flights
import Foundation
import Tracking

/// What was learned of a world's coverage, as it is kept: `DATA/coverage/real.pcov`.
struct CoverageFile: Sendable {
    let path: String

    /// Of 2^20 counts at most 50 bytes each, and uptimes.
    private static let largest = 256 << 20

    init(dataFolder: String, realm: ArchiveRealm) { path = "\(dataFolder)/coverage/\(realm.rawValue).pcov" }

    /// - Returns: `nil` where there is none.
    /// - Throws: `Failure` for one that cannot be read, or is damaged.
    func read() throws(Failure) -> CoverageLearner? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
        guard size <= Self.largest, let data = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        do { return try CoverageLearner(bytes: Array(data)) } catch {
            throw Failure("\(path) is damaged (\(error)); take it away, and it is learned anew")
        }
    }

    /// Puts it in the place of what was there, whole or not at all.
    func write(_ learner: CoverageLearner) throws(Failure) {
        do {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(learner.bytes()).write(to: URL(fileURLWithPath: path), options: .atomic)
            // It tells where receivers stand.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch { throw Failure("\(path) cannot be written: \(error.localizedDescription)") }
    }

    /// Puts a damaged one aside, so that it is learned anew.
    func putAside() { try? FileManager.default.moveItem(atPath: path, toPath: path + ".damaged") }
}
