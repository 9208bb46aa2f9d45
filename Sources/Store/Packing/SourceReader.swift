/// Reads counted bytes from a source; knows how far it is.
final class SourceReader {
    /// Bytes read and skipped so far.
    private(set) var offset = 0
    var taken: Int { source.taken }

    private let source: any ByteSource
    private var piece: [UInt8] = []
    private var place = 0
    private var isOver = false

    init(_ source: any ByteSource) { self.source = source }

    /// The next bytes: as many as asked for, or fewer at the end.
    func read(_ count: Int) throws(PackingError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, 1 << 20))
        while bytes.count < count, try fill() {
            let end = min(piece.count, place + count - bytes.count)
            bytes.append(contentsOf: piece[place..<end])
            place = end
        }
        offset += bytes.count
        return bytes
    }

    /// Steps over bytes.
    ///
    /// - Returns: how many there were.
    func skip(_ count: Int) throws(PackingError) -> Int {
        var skipped = 0
        while skipped < count, try fill() {
            let step = min(piece.count - place, count - skipped)
            place += step
            skipped += step
        }
        offset += skipped
        return skipped
    }

    /// The next bytes, which stay to be read.
    ///
    /// - Returns: `nil` if fewer are left.
    func peekBlock(_ count: Int) throws(PackingError) -> [UInt8]? {
        while try fill(), piece.count - place < count {
            let more = try source.next()
            guard !more.isEmpty else { return nil }
            piece = Array(piece[place...]) + more
            place = 0
        }
        return piece.count - place >= count ? Array(piece[place..<place + count]) : nil
    }

    /// The next line without its end; `nil` at the end of all. Of a line longer than `limit` only its beginning is given.
    func line(limit: Int) throws(PackingError) -> [UInt8]? {
        guard try fill() else { return nil }
        var line: [UInt8] = []
        while try fill() {
            let rest = piece[place...]
            let end = rest.firstIndex(of: 10) ?? rest.endIndex
            line.append(contentsOf: rest[..<end].prefix(max(0, limit - line.count)))
            offset += end - place
            place = end
            if end < piece.count {
                place += 1
                offset += 1
                break
            }
        }
        return line
    }

    /// Everything that is left.
    ///
    /// - Throws: `tooLarge` when it is more than `limit`.
    func readAll(limit: Int) throws(PackingError) -> [UInt8] {
        var bytes: [UInt8] = []
        while try fill() {
            guard bytes.count + piece.count - place <= limit else { throw .tooLarge(limit: limit) }
            bytes.append(contentsOf: piece[place...])
            place = piece.count
        }
        offset += bytes.count
        return bytes
    }

    private func fill() throws(PackingError) -> Bool {
        while place == piece.count, !isOver {
            piece = try source.next()
            place = 0
            isOver = piece.isEmpty
        }
        return place < piece.count
    }
}
