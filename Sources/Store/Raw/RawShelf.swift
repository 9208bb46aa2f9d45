public import Aero
import Foundation

/// The raw messages of a folder, read beside the program that writes them, or after it; nothing is put right, nothing let go.
public struct RawShelf: Sendable {
    let folder: RawFolder

    /// A slice and what a look at it finds.
    public struct Entry: Hashable, Sendable {
        public enum Condition: Hashable, Sendable {
            case whole
            /// It has no end: it is being written, or a crash left it.
            case open
            case damaged(RawDamage)
        }

        public let slice: RawSlice
        /// Messages in whole blocks.
        public internal(set) var messages = 0
        public internal(set) var condition = Condition.open
        public let isPinned: Bool
    }

    /// - Returns: `nil` where there is no such folder.
    public init?(folder: String) {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        self.folder = RawFolder(path: folder)
    }

    /// All that arrived in a time, in the order in which it was taken in, as far as it has been written.
    ///
    /// - Parameter receivers: the archive's numbers; `nil` for all.
    public func replay(during range: Range<Timestamp>, receivers: Set<UInt32>? = nil) -> RawReplay {
        let chosen = slices(during: range).map(\.slice).filter { receivers?.contains($0.receiver) ?? true }
        return RawReplay(folder: folder, slices: chosen, during: range)
    }

    /// What there is of a time, by time and receiver, each slice once. It reads the heads and labels of slices, not what they hold.
    public func entries(during range: Range<Timestamp>) -> [Entry] {
        slices(during: range).map { slice, isPinned in
            var entry = Entry(slice: slice, isPinned: isPinned)
            do throws(RawError) {
                var reader = try RawSliceReader(folder.full(slice.path))
                while let label = try reader.nextLabel() {
                    entry.messages += Int(label.count)
                    reader.skip(label)
                }
                if reader.end != nil { entry.condition = .whole }
            } catch {
                // The last block of what is being written may be there in part.
                if case .damaged(_, let damage) = error, damage != .cutOff { entry.condition = .damaged(damage) }
            }
            return entry
        }
    }

    private func slices(during range: Range<Timestamp>) -> [(slice: RawSlice, isPinned: Bool)] {
        var found: [String: (slice: RawSlice, isPinned: Bool)] = [:]
        for path in folder.files(below: "") {
            if let slice = folder.slice(path), slice.during.overlaps(range) { found[path] = (slice, false) }
        }
        for path in folder.files(below: "pinned") {
            // pinned/<number>/ and the path it has, or had, in the ring.
            let name = path.split(separator: "/").dropFirst(2).joined(separator: "/")
            if found[name] != nil {
                found[name]?.isPinned = true
            } else if let slice = folder.slice(path), slice.during.overlaps(range) {
                found[name] = (slice, true)
            }
        }
        return found.values.sorted {
            ($0.slice.start, $0.slice.receiver, $0.slice.path) < ($1.slice.start, $1.slice.receiver, $1.slice.path)
        }
    }
}
