import Aero
import Foundation

/// The folder of slices: `YYYY/MM/DD/<receiver>/HHMM.beast.zst`, and `pinned/<number>/` with the same below.
struct RawFolder: Sendable {
    let path: String

    /// A path below the folder for a slice; of several of one receiver and time the later ones are numbered.
    static func path(_ kind: RawSlice.Kind, _ receiver: UInt32, _ start: Timestamp, copy: Int) -> String {
        let day = Date(timeIntervalSince1970: (start.seconds / 60).rounded() * 60)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: day)
        func digits(_ value: Int?, _ count: Int) -> String {
            let text = String(value ?? 0)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let folder = "\(digits(parts.year, 4))/\(digits(parts.month, 2))/\(digits(parts.day, 2))/\(receiver)"
        let name = digits(parts.hour, 2) + digits(parts.minute, 2) + (copy > 1 ? "-\(copy)" : "")
        return "\(folder)/\(name).\(kind.ending)"
    }

    func full(_ below: String) -> String { "\(path)/\(below)" }

    func makeFolder(of below: String) throws(RawError) {
        let folder = full(below).parentFolder
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            let number = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
            throw RawFile.error(folder, Int32(number ?? Int(EIO)))
        }
    }

    /// Makes the name of a file last, and those of the folders above it.
    func syncNames(of below: String) {
        var name = below
        while name != "." {
            name = name.parentFolder
            RawFile.syncFolder(full(name))
        }
    }

    /// All files below a folder that end as slices do, sorted.
    func files(below: String) -> [String] {
        let base = below.isEmpty ? path : full(below)
        guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
        var found: [String] = []
        while let next = walk.nextObject() as? String {
            if below.isEmpty, next == "pinned" {
                walk.skipDescendants()
                continue
            }
            if RawSlice.Kind.allCases.contains(where: { next.hasSuffix(".\($0.ending)") }) { found.append(next) }
        }
        return found.sorted().map { below.isEmpty ? $0 : "\(below)/\($0)" }
    }

    /// What the head of a file says; `nil` for what is no slice, or has gone.
    func slice(_ below: String) -> RawSlice? {
        guard let reader = try? RawSliceReader(full(below)) else { return nil }
        return RawSlice(
            path: below,
            kind: reader.head.kind,
            receiver: reader.head.receiver,
            start: Timestamp(nanoseconds: reader.head.start),
            bytes: reader.length
        )
    }

    /// Takes a file away, and the folders that are empty then.
    func remove(_ below: String) {
        _ = unsafe unlink(full(below))
        var folder = below.parentFolder
        while folder != ".", unsafe rmdir(full(folder)) == 0 {
            folder = folder.parentFolder
        }
    }

    func has(_ below: String) -> Bool { FileManager.default.fileExists(atPath: full(below)) }

    /// Gives a file a second name, or copies it where the disk knows no second names.
    func keep(_ below: String, as other: String) throws(RawError) {
        try makeFolder(of: other)
        if unsafe link(full(below), full(other)) == 0 || errno == EEXIST { return }
        do { try FileManager.default.copyItem(atPath: full(below), toPath: full(other)) } catch {
            throw RawFile.error(full(other), errno == 0 ? EIO : errno)
        }
    }

    /// Writes a small file: whole, or not at all.
    func write(_ bytes: [UInt8], to below: String) throws(RawError) {
        try makeFolder(of: below)
        let draft = full(below) + ".new"
        _ = unsafe unlink(draft)
        guard let file = try RawFile.create(draft, trouble: nil) else { throw .system(path: draft, errno: EEXIST) }
        try file.append(bytes)
        try file.sync()
        guard unsafe rename(draft, full(below)) == 0 else { throw RawFile.error(full(below), errno) }
        RawFile.syncFolder(full(below).parentFolder)
    }
}
