/// A slice as it lies on the disk, read piece by piece.
public struct RawSlicePieces: ~Copyable {
    private let file: RawFile
    private var offset = 0
    private static let bytes = 1 << 20

    init(_ path: String) throws(RawError) { file = try RawFile.open(reading: path) }

    /// The next piece, a million bytes or so at most; `nil` at the end.
    ///
    /// - Throws: `damaged` where it was cut meanwhile.
    public mutating func next() throws(RawError) -> [UInt8]? {
        guard offset < file.length else { return nil }
        let piece = try file.read(at: offset, count: Self.bytes)
        guard !piece.isEmpty else { throw .damaged(path: file.path, .cutOff) }
        offset += piece.count
        return piece
    }
}
