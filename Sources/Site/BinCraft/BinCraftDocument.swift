import Aero
import Tracking

/// Aircraft in readsb's binary form: a header and one record an aircraft, all of one length, little endian.
///
/// The receiver's place in the header is always 0. The form has no room for "simulated": the HTTP header says it.
/// - Source: docs/http-api.md, "binCraft"; checked against what readsb writes.
struct BinCraftDocument {
    /// Bytes of the header and of each record.
    static let stride = 112
    /// The layout by its date.
    static let version: UInt32 = 20_240_218
    /// The number that stands for "no tile".
    static let noTile = UInt32.max

    let picture: SkyPicture

    /// Writes some of the tracks.
    ///
    /// - Parameters:
    ///   - indices: which of the picture's tracks, in this order; nothing is left out here.
    ///   - tile: the number of the globe tile, or `noTile`.
    ///   - box: what the tracks were chosen from; written in whole degrees, outwards.
    func bytes(_ indices: [Int], tile: UInt32 = noTile, box: Box = .world) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (indices.count + 1) * Self.stride)
        var target = bytes.mutableSpan
        writeHeader(tile, box, to: &target)
        let identities = picture.identities
        let now = picture.status.now
        for (place, index) in indices.enumerated() {
            let record = BinCraftRecord(picture.tracks[index], identities[index], at: now)
            record.copy(to: &target, at: (place + 1) * Self.stride)
        }
        return bytes
    }

    private func writeHeader(_ tile: UInt32, _ box: Box, to target: inout MutableSpan<UInt8>) {
        let status = picture.status
        target.put(UInt64(bitPattern: max(0, status.now.milliseconds)), at: 0)
        target.put(UInt32(Self.stride), at: 8)
        target.put(UInt32(clamping: status.positioned), at: 12)
        target.put(tile, at: 16)
        target.put(box.south.rounded(.down), times: 1, as: Int16.self, at: 20)
        target.put(box.west.rounded(.down), times: 1, as: Int16.self, at: 22)
        target.put(box.north.rounded(.up), times: 1, as: Int16.self, at: 24)
        target.put(box.east.rounded(.up), times: 1, as: Int16.self, at: 26)
        target.put(UInt32(truncatingIfNeeded: status.messages), at: 28)
        target.put(Self.version, at: 40)
    }
}
