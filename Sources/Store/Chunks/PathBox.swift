import Tracking

/// The smallest box around a path, in 1e-5 degrees, which may cross the 180th meridian and go around the world.
struct PathBox: Hashable {
    private(set) var south: Int32 = .max
    private(set) var north: Int32 = .min
    /// Longitudes unwrapped along the path, which begins within -180 ..< 180.
    private var least: Int64 = .max
    private var most: Int64 = .min
    private var last: Int64 = 0

    var isEmpty: Bool { south > north }

    mutating func add(_ row: Observation) {
        guard row.hasPosition else { return }
        add(latitude: row.latitudeSteps, longitude: row.longitudeSteps)
    }

    mutating func add(latitude: Int32, longitude: Int32) {
        last = isEmpty ? Int64(longitude) : last + PathReckoner.wrapped(Int64(longitude) - last)
        south = min(south, latitude)
        north = max(north, latitude)
        least = min(least, last)
        most = max(most, last)
    }

    /// West and east end; west is above east where the box crosses the 180th meridian.
    var longitudes: (west: Int32, east: Int32) {
        guard most - least < 36_000_000 else { return (-18_000_000, 17_999_999) }
        return (Int32(PathReckoner.wrapped(least)), Int32(PathReckoner.wrapped(most)))
    }
}

/// A box of 1e-5 degrees as it is asked for and kept.
struct StepBox: Hashable {
    var south: Int32, west: Int32, north: Int32, east: Int32

    init(south: Int32, west: Int32, north: Int32, east: Int32) {
        self.south = south
        self.west = west
        self.north = north
        self.east = east
    }

    init?(_ path: PathBox) {
        guard !path.isEmpty else { return nil }
        let (west, east) = path.longitudes
        self.init(south: path.south, west: west, north: path.north, east: east)
    }

    /// Everything that may lie in an area, rounded outward.
    init(_ area: ArchiveArea) {
        south = Int32((area.south * 1e5).rounded(.down))
        north = Int32((area.north * 1e5).rounded(.up))
        west = Int32((area.west * 1e5).rounded(.down))
        // What lies on the 180th meridian is kept as -180: a box that ends on it reaches beyond it by nothing.
        let ends = area.east == 180 && area.west > -180
        east = ends ? -18_000_000 : Int32((area.east * 1e5).rounded(.up))
    }

    func contains(latitude: Int32, longitude: Int32) -> Bool {
        guard latitude >= south, latitude <= north else { return false }
        return west <= east
            ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }

    func meets(_ other: StepBox) -> Bool {
        guard south <= other.north, north >= other.south else { return false }
        switch (west > east, other.west > other.east) {
        case (false, false): return west <= other.east && east >= other.west
        case (true, false): return other.east >= west || other.west <= east
        case (false, true): return east >= other.west || west <= other.east
        case (true, true): return true
        }
    }
}
