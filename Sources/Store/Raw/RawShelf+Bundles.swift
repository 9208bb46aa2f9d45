import Aero
import Feeds
import ModeS

extension RawShelf {
    /// Bytes of a slice that are handed out at once, at most; ten minutes of a busy receiver are a few million.
    private static let largest = 1 << 28

    /// A slice as it lies on the disk, to be laid into a bundle.
    ///
    /// - Throws: `damaged` where it is larger than any of ours, or was cut meanwhile.
    public func bytes(of slice: RawSlice) throws(RawError) -> [UInt8] {
        let path = folder.full(slice.path)
        let file = try RawFile.open(reading: path)
        guard file.length <= Self.largest else { throw .damaged(path: path, .foreign) }
        let bytes = try file.read(at: 0, count: file.length)
        guard bytes.count == file.length else { throw .damaged(path: path, .cutOff) }
        return bytes
    }

    /// Whether a slice holds numbers that a feed gave the receivers behind it: these are others' than the slice's owner's, and are not
    /// handed on with it.
    public func namesReceivers(_ slice: RawSlice) throws(RawError) -> Bool {
        var reader = try RawSliceReader(folder.full(slice.path))
        while let label = try reader.nextLabel() {
            let block = try reader.block(label)
            for arrival in try reader.arrivals(block) {
                let batch = arrival.batch
                let isNamed =
                    batch.frames.contains { $0.receiver != nil } || batch.modeAC.contains { $0.receiver != nil }
                if isNamed || batch.feeder != nil { return true }
            }
        }
        return false
    }

    /// Where a slice lies in the ring, whether a pin holds it or not: `2026/11/26/7/0210.beast.zst`.
    public static func name(of slice: RawSlice) -> String {
        let parts = slice.path.split(separator: "/")
        // pinned/<number>/ and the path it has, or had, in the ring.
        return parts.first == "pinned" ? parts.dropFirst(2).joined(separator: "/") : slice.path
    }
}
