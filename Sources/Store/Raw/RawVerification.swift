import Feeds
import Foundation

/// What a check of all slices found.
public struct RawVerification: Hashable, Sendable {
    public var slices = 0
    public var messages = 0
    /// What is not as it was written, by path.
    public var problems: [String: RawDamage] = [:]
    /// Slices without an end: they are being written, or wait for the next start to be ended.
    public var unfinished: [String] = []
    public init() {}
}

extension RawArchive {
    /// Reads every slice that is closed, pinned ones too, and compares: each block's check sum, the counts, the SHA-256 of the whole.
    public func verify() async -> RawVerification {
        let pinned = folder.files(below: "pinned")
        return await Self.verify(slices.keys.sorted() + pinned, in: folder)
    }

    /// Reads every slice of a folder that nobody needs to have open, pinned ones too; nothing is put right.
    ///
    /// Slices that are being written count as unfinished.
    public static func verify(folder path: String) async -> RawVerification {
        let folder = RawFolder(path: path)
        let paths = folder.files(below: "") + folder.files(below: "pinned")
        let ended = paths.filter { (try? RawRepair.end(of: folder.full($0))) ?? nil != nil }
        var found = await verify(ended, in: folder)
        let rest = Set(paths).subtracting(ended).sorted()
        for path in rest where FileManager.default.fileExists(atPath: folder.full(path)) {
            do {
                _ = try RawSliceReader(folder.full(path))
                found.unfinished.append(path)
            } catch {
                let length = (try? RawFile.open(reading: folder.full(path)))?.length ?? 0
                if length < 64 { found.unfinished.append(path) } else { found.problems[path] = .foreign }
            }
        }
        return found
    }

    @concurrent
    private static func verify(_ paths: [String], in folder: RawFolder) async -> RawVerification {
        var found = RawVerification()
        for path in paths where !Task.isCancelled {
            found.slices += 1
            do { found.messages += try check(folder.full(path)) } catch {
                switch error {
                case .damaged(_, let damage): found.problems[path] = damage
                // It was let go meanwhile.
                case .system(_, 2): found.slices -= 1
                case .system, .full, .noSuchPin: found.problems[path] = .cutOff
                }
            }
        }
        return found
    }

    /// - Returns: how many messages there are.
    private static func check(_ path: String) throws(RawError) -> Int {
        var reader = try RawSliceReader(path)
        var count = 0
        while let label = try reader.nextLabel() {
            let arrivals = try reader.arrivals(try reader.block(label))
            let found = arrivals.reduce(0) { $0 + $1.batch.count }
            guard found == Int(label.count), arrivals.count == Int(label.batches) else {
                throw .damaged(path: path, .nonsense)
            }
            count += found
        }
        guard let end = reader.end else { throw .damaged(path: path, .cutOff) }
        guard end.count == count, try reader.digest(before: reader.offset) == end.sha256 else {
            throw .damaged(path: path, .checksum)
        }
        return count
    }
}
