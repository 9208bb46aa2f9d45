import Aero
import Tracking

/// All aircraft with everything known at one instant, made at most once a second and shared by all who ask.
final class SkyPicture: Sendable {
    let status: SkyStatus
    let tracks: [Track]
    private let places: [AircraftAddress: Int]
    /// Which tracks have their last position in a cell of one degree.
    private let cells: [Int: [Int]]

    init(status: SkyStatus, tracks: [Track]) {
        self.status = status
        self.tracks = tracks
        var places: [AircraftAddress: Int] = [:]
        var cells: [Int: [Int]] = [:]
        places.reserveCapacity(tracks.count)
        for index in tracks.indices {
            places[tracks[index].address] = index
            guard let position = tracks[index].fix?.position else { continue }
            cells[Self.cell(Self.row(position.latitude), Self.column(position.longitude)), default: []].append(index)
        }
        self.places = places
        self.cells = cells
    }

    /// Where one aircraft stands in `tracks`; `nil` when it is not in the sky.
    func index(of address: AircraftAddress) -> Int? { places[address] }

    /// Which of `tracks` have their last position in a box, edges included.
    ///
    /// - Parameter west: greater than `east` where the box crosses the 180th meridian.
    func indices(south: Double, north: Double, west: Double, east: Double) -> [Int] {
        guard south <= north else { return [] }
        var found: [Int] = []
        for row in Self.row(south)...Self.row(north) {
            for column in Self.columns(from: west, to: east) {
                for index in cells[Self.cell(row, column)] ?? [] where isInside(index, south, north, west, east) {
                    found.append(index)
                }
            }
        }
        return found
    }

    private func isInside(_ index: Int, _ south: Double, _ north: Double, _ west: Double, _ east: Double) -> Bool {
        guard let position = tracks[index].fix?.position, (south...north).contains(position.latitude) else {
            return false
        }
        if west <= east { return (west...east).contains(position.longitude) }
        return position.longitude >= west || position.longitude <= east
    }

    private static func row(_ latitude: Double) -> Int { Int(max(0, min(179, (latitude + 90).rounded(.down)))) }
    private static func column(_ longitude: Double) -> Int { Int(max(0, min(359, (longitude + 180).rounded(.down)))) }
    private static func cell(_ row: Int, _ column: Int) -> Int { row * 360 + column }

    private static func columns(from west: Double, to east: Double) -> [Int] {
        if west <= east { return Array(column(west)...column(east)) }
        // Where both ends lie in one column it is asked once.
        return Set(Array(column(west)...359) + Array(0...column(east))).sorted()
    }
}
