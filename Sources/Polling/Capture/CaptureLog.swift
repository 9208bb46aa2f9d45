import Aero
import Foundation
public import Logging

/// The record of all polls: one line of JSON each in `captures/YYYY-MM-DD.jsonl` of the data folder.
///
/// A line is written at once or not at all; what a crash cuts off is ended by the next line's newline. The record is bounded in
/// size and age, and only its owner may read it: the questions asked tell where he is.
public actor CaptureLog {
    /// How much is kept.
    public struct Limits: Hashable, Sendable {
        public var days = 90
        /// Of one day's record; further polls of that day are not written down.
        public var dayBytes = 64 << 20
        /// Of all bodies; the oldest go first.
        public var bodyBytes = 1 << 30

        public init() {}
    }

    private let folder: URL
    private let limits: Limits
    private let logger: Logger
    private var day = ""
    private var handle: FileHandle?
    private var dayBytes = 0
    private var bodyBytes: Int?
    private var hasWarned = false

    /// A record in a data folder; nothing is written before the first poll.
    public init(dataFolder: String, limits: Limits = Limits(), logger: Logger) {
        folder = URL(fileURLWithPath: dataFolder).appendingPathComponent("captures")
        self.limits = limits
        self.logger = logger
    }

    /// Writes a poll down. What cannot be written is said once in the log; polling goes on.
    ///
    /// - Parameter body: kept under its hash when given.
    public func append(_ entry: CaptureEntry, body: [UInt8]? = nil) {
        do {
            try write(entry)
            if let body, let hash = entry.hash { try keep(body, hash) }
            hasWarned = false
        } catch {
            if !hasWarned {
                logger.warning("polls cannot be written down in \(folder.lastPathComponent)/: is the disk full?")
            }
            hasWarned = true
            close()
        }
    }

    private func close() {
        try? handle?.close()
        handle = nil
    }

    private func write(_ entry: CaptureEntry) throws {
        let date = Self.day(entry.time)
        if date != day || handle == nil { try open(date) }
        let line = Self.line(entry)
        guard dayBytes + line.count <= limits.dayBytes else { return }
        // One write to the file's end: never half a line unless the disk is full.
        try handle?.write(contentsOf: line)
        dayBytes += line.count
    }

    private func open(_ date: String) throws {
        close()
        let manager = FileManager.default
        try manager.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        prune(today: date)
        let file = folder.appendingPathComponent("\(date).jsonl")
        if !manager.fileExists(atPath: file.path) {
            guard manager.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
        let opened = try FileHandle(forUpdating: file)
        let end = try opened.seekToEnd()
        dayBytes = Int(end)
        if end > 0 {
            try opened.seek(toOffset: end - 1)
            // A crash may have left half a line: it stays alone.
            if try opened.read(upToCount: 1) != Data([0x0A]) {
                try opened.write(contentsOf: Data([0x0A]))
                dayBytes += 1
            }
        }
        (handle, day) = (opened, date)
    }

    private func prune(today: String) {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        let days = names.filter { $0.wholeMatch(of: /\d{4}-\d\d-\d\d\.jsonl/) != nil }.sorted()
        for name in days.dropLast(limits.days) where name != "\(today).jsonl" {
            try? manager.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    // MARK: - Bodies

    private func keep(_ body: [UInt8], _ hash: String) throws {
        let manager = FileManager.default
        let bodies = folder.appendingPathComponent("bodies")
        let file = bodies.appendingPathComponent("\(hash).json")
        guard body.count <= limits.bodyBytes, !manager.fileExists(atPath: file.path) else { return }
        try manager.createDirectory(
            at: bodies,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        var held = bodyBytes ?? Self.files(in: bodies).reduce(0) { $0 + $1.size }
        if held + body.count > limits.bodyBytes {
            for old in Self.files(in: bodies).sorted(by: { $0.changed < $1.changed }) {
                guard held + body.count > limits.bodyBytes else { break }
                try manager.removeItem(at: old.url)
                held -= old.size
            }
        }
        let draft = bodies.appendingPathComponent(".\(hash).new")
        guard manager.createFile(atPath: draft.path, contents: Data(body), attributes: [.posixPermissions: 0o600])
        else {
            throw CocoaError(.fileWriteUnknown)
        }
        try manager.moveItem(at: draft, to: file)
        bodyBytes = held + body.count
    }

    private static func files(in folder: URL) -> [(url: URL, size: Int, changed: Date)] {
        let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
        let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)) ?? []
        return urls.map { url in
            let values = try? url.resourceValues(forKeys: Set(keys))
            return (url, values?.fileSize ?? 0, values?.contentModificationDate ?? .distantPast)
        }
    }

    // MARK: - Form

    private static func day(_ time: Timestamp) -> String {
        String(ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: time.seconds)).prefix(10))
    }

    private struct Line: Encodable {
        var time: String
        var source: String
        var provider: String
        var licence: String
        var request: String
        var status: Int
        var bytes: Int
        var sha256: String?
        var aircraft: Int?
        var purpose: String?
        var termsRead: String?
        var failure: String?
    }

    private static func line(_ entry: CaptureEntry) -> Data {
        let milliseconds = String(1000 + entry.time.milliseconds % 1000).dropFirst()
        let time = ISO8601DateFormatter().string(
            from: Date(timeIntervalSince1970: Double(entry.time.milliseconds / 1000))
        )
        let line = Line(
            time: "\(time.dropLast()).\(milliseconds)Z",
            source: entry.source,
            provider: entry.provider,
            licence: entry.licence.rawValue,
            request: entry.request,
            status: entry.status,
            bytes: entry.bytes,
            sha256: entry.hash,
            aircraft: entry.aircraft,
            purpose: entry.purpose?.rawValue,
            termsRead: entry.termsRead,
            failure: entry.failure
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = (try? encoder.encode(line)) ?? Data()
        data.append(0x0A)
        return data
    }
}
