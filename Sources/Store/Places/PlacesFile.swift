public import Aero
import Foundation

/// The file of places that set-up makes: airports, cities and countries, as a gazetteer.
///
/// It may come from anywhere: what it says is checked, never trusted.
///
/// - Source: docs/places.md, "The file".
public struct PlacesFile: Sendable {
    /// Bytes of the largest file, packed.
    public static let largest = 32 << 20
    /// Bytes of what it unpacks to.
    static let largestUnpacked = 64 << 20
    private static let head = Array("pelacak-places\t".utf8)

    public let gazetteer: Gazetteer
    /// What it was made of, for credits.
    public let origins: [PlacesOrigin]

    /// No places: what the rest works with where set-up made no file.
    public static let absent = PlacesFile(gazetteer: .empty, origins: [])

    private init(gazetteer: Gazetteer, origins: [PlacesOrigin]) {
        self.gazetteer = gazetteer
        self.origins = origins
    }

    /// Reads a file as a whole.
    ///
    /// - Throws: every case of `PlacesError`.
    public init(path: String) throws(PlacesError) {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
        guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int,
            FileManager.default.isReadableFile(atPath: resolved)
        else { throw .unreadable(path: path) }
        guard size <= Self.largest else {
            throw .damaged(path: path, detail: "it is larger than \(Self.largest) bytes")
        }
        let bytes: [UInt8]
        do {
            bytes = try SourceReader(InflatingSource(FileSource([resolved]))).readAll(limit: Self.largestUnpacked)
        } catch {
            throw .damaged(path: path, detail: error.words)
        }
        try self.init(bytes: bytes, path: path)
    }

    /// Reads a file's bytes, packed as they are in it.
    ///
    /// - Parameter path: for errors.
    /// - Throws: every case of `PlacesError` but `unreadable`.
    public init(packed bytes: [UInt8], path: String) throws(PlacesError) {
        guard bytes.count <= Self.largest else {
            throw .damaged(path: path, detail: "it is larger than \(Self.largest) bytes")
        }
        let unpacked: [UInt8]
        do {
            unpacked = try SourceReader(InflatingSource(ArraySource(bytes))).readAll(limit: Self.largestUnpacked)
        } catch { throw .damaged(path: path, detail: error.words) }
        try self.init(bytes: unpacked, path: path)
    }

    /// Reads the file, or says why there are no places.
    ///
    /// - Parameter path: `nil` where none was found.
    /// - Returns: `absent` and the reason if it cannot be read; no reason if there is no path.
    public static func orAbsent(path: String?) -> (file: PlacesFile, reason: PlacesError?) {
        guard let path else { return (.absent, nil) }
        do {
            return (try PlacesFile(path: path), nil)
        } catch {
            return (.absent, error)
        }
    }

    /// Reads what was unpacked already.
    ///
    /// - Parameter path: for errors.
    init(bytes: [UInt8], path: String) throws(PlacesError) {
        guard bytes.starts(with: Self.head), let headEnd = bytes.firstIndex(of: 10) else {
            throw .notPlaces(path: path)
        }
        let form = bytes[Self.head.count..<headEnd]
        guard form.elementsEqual([UInt8(ascii: "1")]) else {
            throw .otherForm(path: path, form: PlaceCells.text(form.prefix(20), limit: 20) ?? "unreadable")
        }
        let body = bytes[(headEnd + 1)..<(try Self.checkedEnd(of: bytes, path: path))]
        var reader = PlaceLineReader()
        var number = 1
        var start = body.startIndex
        do {
            while start < body.endIndex {
                number += 1
                let end = body[start...].firstIndex(of: 10) ?? body.endIndex
                try reader.read(body[start..<end])
                start = min(end + 1, body.endIndex)
            }
            number += 1
            self.init(gazetteer: try reader.finish(), origins: reader.origins)
        } catch {
            throw .badLine(path: path, line: number, reason: error)
        }
    }

    /// Where the last line begins, which counts the lines before it and has their sum.
    private static func checkedEnd(of bytes: [UInt8], path: String) throws(PlacesError) -> Int {
        guard bytes.last == 10, let newline = bytes.dropLast().lastIndex(of: 10) else { throw .incomplete(path: path) }
        let last = bytes[(newline + 1)..<(bytes.count - 1)]
        let cells = last.split(separator: 9, omittingEmptySubsequences: false)
        guard cells.count == 3, cells[0].elementsEqual([UInt8(ascii: "E")]),
            let count = PlaceCells.text(cells[1], limit: 9).flatMap({ Int($0) }),
            bytes[...newline].count(where: { $0 == 10 }) == count + 1
        else { throw .incomplete(path: path) }
        var digest = ContentDigest()
        // In pieces: a copy of the whole would be as large as all that is kept of it.
        for start in stride(from: 0, through: newline, by: 1 << 16) {
            digest.update(Array(bytes[start..<min(start + 1 << 16, newline + 1)]))
        }
        guard cells[2].elementsEqual(digest.finish().utf8) else { throw .wrongSum(path: path) }
        return newline + 1
    }
}
