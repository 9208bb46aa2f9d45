import Aero
import Feeds
import ModeS

/// Second names of slices that pins keep.
enum RawPinLinks {
    /// Gives a slice its second names for the pins that mean it by its time and receiver alone.
    ///
    /// - Returns: the pins that still have to be asked: those of an aircraft, and those for which it could not be kept.
    static func link(_ slice: RawSlice, _ pins: [UInt64: RawPin], _ folder: RawFolder) -> Set<UInt64> {
        var left: Set<UInt64> = []
        for (id, pin) in pins where pin.mayMean(slice) && !folder.has(name(slice.path, id)) {
            if pin.address != nil || !keep(slice.path, id, folder) { left.insert(id) }
        }
        return left
    }

    /// Gives a slice its second names for the pins whose aircraft it has a message of.
    ///
    /// - Parameter pins: whose time and receiver it is.
    /// - Returns: the pins for which it could not be kept.
    static func look(into path: String, for pins: [UInt64: RawPin], _ folder: RawFolder) -> Set<UInt64> {
        let there = named(Set(pins.values.compactMap(\.address)), folder.full(path))
        var left: Set<UInt64> = []
        for (id, pin) in pins {
            if let address = pin.address, !there.contains(address) { continue }
            if !keep(path, id, folder) { left.insert(id) }
        }
        return left
    }

    private static func name(_ path: String, _ id: UInt64) -> String { "pinned/\(id)/\(path)" }

    private static func keep(_ path: String, _ id: UInt64, _ folder: RawFolder) -> Bool {
        do {
            try folder.keep(path, as: name(path, id))
            return true
        } catch { return false }
    }

    /// Those of some aircraft that a slice has a message of. Of a damaged one what can be read counts.
    private static func named(_ addresses: Set<AircraftAddress>, _ path: String) -> Set<AircraftAddress> {
        guard !addresses.isEmpty, var reader = try? RawSliceReader(path) else { return [] }
        var found: Set<AircraftAddress> = []
        while found.count < addresses.count, let label = try? reader.nextLabel() {
            guard let block = try? reader.block(label) else {
                reader.skip(label)
                continue
            }
            for arrival in (try? reader.arrivals(block)) ?? [] {
                let batch = arrival.batch
                found.formUnion(batch.reports.lazy.compactMap(\.address).filter(addresses.contains))
                found.formUnion(batch.uat.lazy.compactMap { UATMessage($0.frame).address }.filter(addresses.contains))
                found.formUnion(
                    batch.frames.lazy.compactMap { (try? Message($0.frame))?.address }.filter(addresses.contains)
                )
            }
        }
        return found
    }
}
