import Foundation

/// A file of one JSON object a line that is only ever added to, and that only its owner may read.
struct PrivateJSONLines<Line: Codable & Sendable>: Sendable {
    let path: String
    /// Bytes; a longer file is not read.
    let largest: Int

    /// Adds a line; it is on disk when this returns. One that a crash cut short before it stays a line of its own.
    func append(_ line: Line) throws(PrivateJSONLinesError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !FileManager.default.fileExists(atPath: path) { try? PrivateFile.create(path)?.close() }
        guard let text = try? encoder.encode(line), let handle = FileHandle(forUpdatingAtPath: path) else {
            throw .unwritable
        }
        defer { try? handle.close() }
        let end = UInt8(ascii: "\n")
        do {
            let length = try handle.seekToEnd()
            var data = Data()
            if length > 0 {
                try handle.seek(toOffset: length - 1)
                if try handle.read(upToCount: 1)?.first != end { data.append(end) }
            }
            data += text
            data.append(end)
            try handle.write(contentsOf: data)
            try handle.synchronize()
        } catch { throw .unwritable }
    }

    /// All lines, oldest first: none where there is no file; one that is none of ours is left out.
    func lines() throws(PrivateJSONLinesError) -> [Line] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
        defer { try? handle.close() }
        let data: Data
        // Of an empty file nothing is read: that is no failure.
        do { data = try handle.read(upToCount: largest + 1) ?? Data() } catch { throw .unreadable }
        guard data.count <= largest else { throw .tooLarge(bytes: largest) }
        let decoder = JSONDecoder()
        return data.split(separator: UInt8(ascii: "\n")).compactMap { try? decoder.decode(Line.self, from: $0) }
    }
}
