import Aero
import Feeds
import Foundation
import ModeS

extension RawArchive {
    /// Keeps what a pin means, now and what will still come in its time, until it is taken off.
    ///
    /// - Returns: its number.
    @discardableResult
    public func pin(_ pin: RawPin) throws(RawError) -> UInt64 {
        let id = (pins.keys.max() ?? 0) + 1
        try folder.write(pin.json, to: "pinned/\(id)/pin.json")
        pins[id] = pin
        for slice in slices.values.sorted(by: { $0.path < $1.path }) where pin.mayMean(slice) {
            try keep(slice, for: id, pin)
        }
        return id
    }

    /// Takes a pin off; its slices go unless the ring still has them.
    public func unpin(_ id: UInt64) throws(RawError) {
        guard pins.removeValue(forKey: id) != nil else { throw .noSuchPin(id) }
        try? FileManager.default.removeItem(atPath: folder.full("pinned/\(id)"))
    }

    /// All pins with what they hold, by number.
    public func pinned() -> [RawPinned] {
        pins.sorted { $0.key < $1.key }.map { id, pin in
            let slices = folder.files(below: "pinned/\(id)").compactMap { path -> RawSlice? in
                guard let reader = try? RawSliceReader(folder.full(path)) else { return nil }
                var slice = RawSlice(
                    path: path,
                    kind: reader.head.kind,
                    receiver: reader.head.receiver,
                    start: Timestamp(nanoseconds: reader.head.start),
                    bytes: reader.length
                )
                slice.sha256 = (try? RawRepair.end(of: folder.full(path)))?.sha256
                return slice
            }
            return RawPinned(id: id, pin: pin, slices: slices)
        }
    }

    /// All that a pin holds, in the order in which it was taken in.
    public func replay(pinned id: UInt64) throws(RawError) -> RawReplay {
        guard let pinned = pinned().first(where: { $0.id == id }) else { throw .noSuchPin(id) }
        return RawReplay(folder: folder, slices: pinned.slices, during: pinned.pin.during)
    }

    func keep(_ slice: RawSlice, for id: UInt64, _ pin: RawPin) throws(RawError) {
        if let address = pin.address, !Self.names(address, folder.full(slice.path)) { return }
        try folder.keep(slice.path, as: "pinned/\(id)/\(slice.path)")
    }

    /// Whether a slice has a message that names an aircraft. Of a damaged one what can be read counts.
    private static func names(_ address: AircraftAddress, _ path: String) -> Bool {
        guard var reader = try? RawSliceReader(path) else { return false }
        while let label = try? reader.nextLabel() {
            guard let block = try? reader.block(label) else {
                reader.skip(label)
                continue
            }
            for arrival in (try? reader.arrivals(block)) ?? [] {
                let batch = arrival.batch
                if batch.reports.contains(where: { $0.address == address }) { return true }
                if batch.uat.contains(where: { UATMessage($0.frame).address == address }) { return true }
                if batch.frames.contains(where: { (try? Message($0.frame))?.address == address }) { return true }
            }
        }
        return false
    }
}
