import Foundation
import Store

/// A file of one JSON object a line that is only ever added to, and that only its owner may read.
struct PrivateJSONLines<Line: Codable & Sendable>: Sendable {
    let path: String
    /// Bytes; a longer file is not read.
    let largest: Int

    /// Adds a line; it is on disk when this returns. One that a crash cut short before it stays a line of its own.
    func append(_ line: Line) throws(PrivateJSONLinesError) { try append(contentsOf: [line]) }

    /// Adds lines at once.
    func append(contentsOf lines: [Line]) throws(PrivateJSONLinesError) {
        makeFile()
        guard let text = Self.text(lines), PrivateFile.append(text, to: path) else { throw .unwritable }
    }

    /// Writes all lines anew, whole or not at all.
    func replace(with lines: [Line]) throws(PrivateJSONLinesError) {
        makeFile()
        guard let text = Self.text(lines), PrivateFile.replace(path, with: text) else { throw .unwritable }
    }

    /// With the folder it stands in.
    private func makeFile() {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try? FileManager.default.createDirectory(
            atPath: path.parentFolder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try? PrivateFile.create(path)?.close()
    }

    private static func text(_ lines: [Line]) -> Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = Data()
        for line in lines {
            guard let text = try? encoder.encode(line) else { return nil }
            data += text
            data.append(UInt8(ascii: "\n"))
        }
        return data
    }

    /// All lines, oldest first: none where there is no file; one that is none of ours is left out.
    func lines() throws(PrivateJSONLinesError) -> [Line] { try read().compactMap { $0 } }

    /// All lines, oldest first, where none may be passed over.
    ///
    /// - Throws: also `strange` for one that is none of ours.
    func everyLine() throws(PrivateJSONLinesError) -> [Line] {
        var lines: [Line] = []
        for (place, line) in try read().enumerated() {
            guard let line else { throw .strange(line: place + 1) }
            lines.append(line)
        }
        return lines
    }

    /// Lines that are not empty; `nil` for what is none of ours.
    private func read() throws(PrivateJSONLinesError) -> [Line?] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
        defer { try? handle.close() }
        let data: Data
        // Of an empty file nothing is read: that is no failure.
        do { data = try handle.read(upToCount: largest + 1) ?? Data() } catch { throw .unreadable }
        guard data.count <= largest else { throw .tooLarge(bytes: largest) }
        let decoder = JSONDecoder()
        return data.split(separator: UInt8(ascii: "\n")).map { try? decoder.decode(Line.self, from: $0) }
    }
}
