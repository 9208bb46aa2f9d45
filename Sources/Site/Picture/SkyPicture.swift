import Aero
import Synchronization
import Tracking

/// All aircraft with everything known at one instant, made at most once a second and shared by all who ask.
final class SkyPicture: Sendable {
    let status: SkyStatus
    let tracks: [Track]
    private let places: [AircraftAddress: Int]
    private let cells: PositionCells
    private let memory: IdentityMemory
    private let lazy = Mutex(Lazy())

    /// What is made when somebody asks for it.
    private struct Lazy {
        var identities: [AircraftIdentity]?
        var callsigns: [String: [Int]]?
        var registrations: [String: [Int]]?
        var types: [String: [Int]]?
        var squawks: [Squawk: [Int]]?
    }

    init(
        status: SkyStatus,
        tracks: [Track],
        memory: IdentityMemory = IdentityMemory(book: EmptyAddressBook())
    ) {
        self.status = status
        self.tracks = tracks
        self.memory = memory
        var places: [AircraftAddress: Int] = [:]
        var positions: [Position?] = []
        places.reserveCapacity(tracks.count)
        positions.reserveCapacity(tracks.count)
        for index in tracks.indices {
            places[tracks[index].address] = index
            positions.append(tracks[index].fix?.position)
        }
        self.places = places
        cells = PositionCells(positions)
    }

    /// Where one aircraft stands in `tracks`; `nil` when it is not in the sky.
    func index(of address: AircraftAddress) -> Int? { places[address] }

    /// Where an aircraft was last.
    func position(_ index: Int) -> Position? { tracks[index].fix?.position }

    /// Which of `tracks` have their last position in a box, however old it is; in no particular order.
    func indices(in box: Box) -> [Int] {
        var found: [Int] = []
        cells.forEach(near: box) { index in
            if let position = tracks[index].fix?.position, box.contains(position) { found.append(index) }
        }
        return found
    }

    /// The same by edges in degrees; nothing for what is no box.
    ///
    /// - Parameter west: greater than `east` where the box crosses the 180th meridian.
    func indices(south: Double, north: Double, west: Double, east: Double) -> [Int] {
        Box(south: south, north: north, west: west, east: east).map { indices(in: $0) } ?? []
    }

    /// Whether the lists of the interfaces have an aircraft: placed in the last minute or heard in the last half.
    func isListed(_ index: Int) -> Bool { tracks[index].isListed(at: status.now) }

    /// Whether the last position is young enough to count.
    func hasCurrentPosition(_ index: Int) -> Bool { tracks[index].hasCurrentPosition(at: status.now) }

    // MARK: - By name

    /// What the address book says of each of `tracks`, in their order.
    var identities: [AircraftIdentity] { lazy.withLock { identities(&$0) } }

    /// What the address book says of one of `tracks`.
    func identity(_ index: Int) -> AircraftIdentity { lazy.withLock { identities(&$0)[index] } }

    /// - Parameter callsign: as `QueryText.plainName` writes it; the others alike.
    func indices(callsign: String) -> [Int] {
        lazy.withLock { lazy in
            if lazy.callsigns == nil {
                lazy.callsigns = index { tracks[$0].callsign.map { QueryText.plainName($0.value) } }
            }
            return lazy.callsigns?[callsign] ?? []
        }
    }

    func indices(registration: String) -> [Int] {
        lazy.withLock { lazy in
            if lazy.registrations == nil {
                let identities = identities(&lazy)
                lazy.registrations = index { identities[$0].registration.map { QueryText.plainName($0) } }
            }
            return lazy.registrations?[registration] ?? []
        }
    }

    func indices(type: String) -> [Int] {
        lazy.withLock { lazy in
            if lazy.types == nil {
                let identities = identities(&lazy)
                lazy.types = index { identities[$0].type.map { QueryText.plainName($0) } }
            }
            return lazy.types?[type] ?? []
        }
    }

    func indices(squawk: Squawk) -> [Int] {
        lazy.withLock { lazy in
            if lazy.squawks == nil { lazy.squawks = index { tracks[$0].squawk?.value } }
            return lazy.squawks?[squawk] ?? []
        }
    }

    private func identities(_ lazy: inout Lazy) -> [AircraftIdentity] {
        if let identities = lazy.identities { return identities }
        let identities = memory.identities(of: tracks.lazy.map(\.address))
        lazy.identities = identities
        return identities
    }

    private func index<Key: Hashable>(_ key: (Int) -> Key?) -> [Key: [Int]] {
        var found: [Key: [Int]] = [:]
        for index in tracks.indices {
            if let key = key(index) { found[key, default: []].append(index) }
        }
        return found
    }
}
