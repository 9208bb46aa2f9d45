import Aero
import Feeds
import ModeS

extension RawShelf {
    /// A slice as it lies on the disk, to be laid into a bundle.
    public func pieces(of slice: RawSlice) throws(RawError) -> RawSlicePieces {
        try RawSlicePieces(folder.full(slice.path))
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
