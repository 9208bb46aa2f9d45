import Flights
import Foundation
import Store
import Tracking

/// What was learned of a world's coverage, as it is kept: `DATA/coverage/real.pcov`.
///
/// The server and `pelacak coverage learn` both write it, each whole or not at all. Who writes says which file it knows; where another lies there
/// since, nothing is written, so that neither undoes what the other did.
struct CoverageFile: Sendable {
    /// What tells a file from the one that lay there before.
    struct Stamp: Hashable, Sendable {
        let number: UInt64
        let size: Int
        let modified: Date
    }

    let path: String

    /// Of 2^20 counts at most 50 bytes each, and uptimes.
    private static let largest = 256 << 20

    init(dataFolder: String, realm: ArchiveRealm) { path = "\(dataFolder)/coverage/\(realm.rawValue).pcov" }

    /// Of what lies there now; `nil` where nothing does.
    var stamp: Stamp? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        return Stamp(
            number: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0,
            size: attributes[.size] as? Int ?? 0,
            modified: attributes[.modificationDate] as? Date ?? .distantPast
        )
    }

    /// Whether it may be read, where there is one.
    var isReadable: Bool { stamp == nil || FileManager.default.isReadableFile(atPath: path) }

    /// - Returns: `nil` where there is none.
    /// - Throws: `Failure` for one that cannot be read, or is damaged.
    func read() throws(Failure) -> CoverageLearner? {
        guard let stamp else { return nil }
        guard stamp.size <= Self.largest else {
            throw Failure("\(path) is damaged (larger than \(Self.largest >> 20) MiB); \(Self.remedy)")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read; check that you may read it")
        }
        do { return try CoverageLearner(bytes: Array(data)) } catch {
            throw Failure("\(path) is \(Self.words(error)); \(Self.remedy)")
        }
    }

    /// Puts it in the place of what was there, whole or not at all.
    ///
    /// - Parameter known: the file that whoever writes has read, or has written last.
    /// - Returns: what lies there then; `nil`, and nothing written, where another than `known` lies there.
    func write(_ learner: CoverageLearner, over known: Stamp?) throws(Failure) -> Stamp? {
        try withLock { () throws(Failure) in
            guard stamp == known else { return nil }
            try put(learner)
            return stamp
        }
    }

    /// The same whatever was there: what was learned anew on purpose.
    func replace(with learner: CoverageLearner) throws(Failure) {
        try withLock { () throws(Failure) in try put(learner) }
    }

    /// Puts a damaged one aside, so that it is learned anew.
    func putAside() {
        let aside = path + ".damaged"
        try? FileManager.default.removeItem(atPath: aside)
        try? FileManager.default.moveItem(atPath: path, toPath: aside)
    }

    private func put(_ learner: CoverageLearner) throws(Failure) {
        // It tells where receivers stand.
        let bytes = learner.bytes()
        guard bytes.count <= Self.largest else {
            throw Failure("\(path) is not written: it would be larger than \(Self.largest >> 20) MiB")
        }
        guard PrivateFile.replace(path, with: Data(bytes)) else { throw unwritable }
    }

    private func withLock<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        let (manager, lock) = (FileManager.default, path + ".lock")
        let folder = path.parentFolder
        try? manager.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        if !manager.fileExists(atPath: lock) { _ = PrivateFile.create(lock) }
        guard let handle = FileHandle(forUpdatingAtPath: lock) else { throw unwritable }
        defer { try? handle.close() }
        guard flock(handle.fileDescriptor, LOCK_EX) == 0 else { throw unwritable }
        return try body()
    }

    private var unwritable: Failure { Failure("\(path) cannot be written; check that you may write there") }

    private static let remedy = "take it away, and it is learned anew: pelacak coverage learn"

    private static func words(_ error: CoverageBytesError) -> String {
        switch error {
        case .notCoverage: "no file of coverage"
        case .version(let version): "of version \(version), which this program does not know"
        case .cutShort: "damaged (cut off)"
        case .checksum: "damaged (its sum is another)"
        case .tooMany(let counts, _): "damaged (\(counts) counts are more than there can be)"
        case .badValue(let place): "damaged (its numbers make no sense at byte \(place))"
        case .trailing(let bytes): "damaged (\(bytes) bytes too many)"
        }
    }
}
