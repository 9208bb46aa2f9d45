import Aero
import Foundation

extension RawArchive {
    /// Keeps what a pin means, now and what will still come in its time, until it is taken off. Slices are looked into for an aircraft
    /// later, in `retain`, at the latest before they would go.
    ///
    /// - Returns: its number.
    @discardableResult
    public func pin(_ pin: RawPin) throws(RawError) -> UInt64 {
        let id = (pins.keys.max() ?? 0) + 1
        try set(pin, as: id)
        return id
    }

    /// Makes the pins those of another list, by their numbers: what is not in it is taken off, what is new is kept.
    public func follow(_ wanted: [UInt64: RawPin]) throws(RawError) {
        for id in pins.keys.sorted() where wanted[id] != pins[id] { try unpin(id) }
        for (id, pin) in wanted.sorted(by: { $0.key < $1.key }) where pins[id] == nil { try set(pin, as: id) }
    }

    private func set(_ pin: RawPin, as id: UInt64) throws(RawError) {
        try folder.write(pin.json, to: "pinned/\(id)/pin.json")
        pins[id] = pin
        for (path, slice) in slices {
            let left = RawPinLinks.link(slice, [id: pin], folder)
            if !left.isEmpty { unlooked[path, default: []].formUnion(left) }
        }
    }

    /// Takes a pin off; its slices go unless the ring still has them.
    public func unpin(_ id: UInt64) throws(RawError) {
        guard pins.removeValue(forKey: id) != nil else { throw .noSuchPin(id) }
        for path in unlooked.keys {
            unlooked[path]?.remove(id)
            if unlooked[path]?.isEmpty == true { unlooked[path] = nil }
        }
        try? FileManager.default.removeItem(atPath: folder.full("pinned/\(id)"))
    }

    /// All pins with what they hold, by number.
    public func pinned() -> [RawPinned] {
        pins.sorted { $0.key < $1.key }.map { id, pin in
            let slices = folder.files(below: "pinned/\(id)").compactMap { path -> RawSlice? in
                guard var slice = folder.slice(path) else { return nil }
                slice.sha256 = (try? RawRepair.end(of: folder.full(path)))?.sha256
                return slice
            }
            return RawPinned(id: id, pin: pin, slices: slices)
        }
    }

    /// All that a pin holds, in the order in which it was taken in.
    public func replay(pinned id: UInt64) throws(RawError) -> RawReplay {
        for path in unlooked.filter({ $0.value.contains(id) }).keys.sorted() { look(into: path) }
        guard let pinned = pinned().first(where: { $0.id == id }) else { throw .noSuchPin(id) }
        return RawReplay(folder: folder, slices: pinned.slices, during: pinned.pin.during)
    }

    /// Looks into a slice for the aircraft of the pins that may mean it, once for all of them.
    ///
    /// - Returns: whether all that mean it keep it now.
    @discardableResult
    func look(into path: String) -> Bool {
        guard let ids = unlooked[path] else { return true }
        let meant = pins.filter { ids.contains($0.key) }
        let left = slices[path] == nil ? [] : RawPinLinks.look(into: path, for: meant, folder)
        unlooked[path] = left.isEmpty ? nil : left
        return left.isEmpty
    }
}
