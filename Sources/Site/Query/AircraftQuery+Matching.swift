import Aero
import Tracking

extension AircraftQuery {
    /// The aircraft asked for, in the order of the picture.
    func matches(in picture: SkyPicture) -> [AircraftMatch] {
        switch base {
        case .circle(let circle): return near(circle, in: picture)
        case .closest(let circle):
            let nearest = near(circle, in: picture).min { one, other in
                (one.away?.distance.rawValue ?? .infinity, one.index)
                    < (other.away?.distance.rawValue ?? .infinity, other.index)
            }
            return nearest.map { [$0] } ?? []
        default: return indices(in: picture).map { AircraftMatch(index: $0) }
        }
    }

    /// The same without distances.
    func indices(in picture: SkyPicture) -> [Int] {
        switch base {
        case .all: return picture.tracks.indices.filter { isWanted($0, picture) }
        case .allWithPosition:
            return picture.tracks.indices.filter { picture.hasCurrentPosition($0) && isWanted($0, picture) }
        case .box(let box, let addresses):
            var found = Set(picture.indices(in: box).filter { picture.hasCurrentPosition($0) })
            found.formUnion(addresses.compactMap(picture.index(of:)))
            return found.filter { isWanted($0, picture) }.sorted()
        case .circle, .closest: return matches(in: picture).map(\.index)
        case .addresses(let addresses): return wanted(addresses.compactMap(picture.index(of:)), picture)
        case .callsigns(let names): return wanted(names.flatMap(picture.indices(callsign:)), picture)
        case .registrations(let names): return wanted(names.flatMap(picture.indices(registration:)), picture)
        case .types(let names): return wanted(names.flatMap(picture.indices(type:)), picture)
        case .squawks(let codes): return wanted(codes.flatMap(picture.indices(squawk:)), picture)
        }
    }

    private func wanted(_ candidates: [Int], _ picture: SkyPicture) -> [Int] {
        Set(candidates).filter { isWanted($0, picture) }.sorted()
    }

    private func near(_ circle: Circle, in picture: SkyPicture) -> [AircraftMatch] {
        var found: [AircraftMatch] = []
        for index in picture.indices(in: circle.bounds) {
            guard picture.hasCurrentPosition(index), let position = picture.position(index) else { continue }
            let distance = Geodesy.distance(circle.centre, position).nauticalMiles
            guard distance <= circle.radius, isWanted(index, picture) else { continue }
            let direction = Geodesy.initialBearing(from: circle.centre, to: position)
            found.append(AircraftMatch(index: index, away: .init(distance: distance, direction: direction)))
        }
        found.sort { $0.index < $1.index }
        return found
    }

    /// Whether an aircraft is listed and passes the filters.
    private func isWanted(_ index: Int, _ picture: SkyPicture) -> Bool {
        guard picture.isListed(index) else { return false }
        return filters == Filters() || filters.pass(index, picture)
    }
}

extension AircraftQuery.Filters {
    func pass(_ index: Int, _ picture: SkyPicture) -> Bool {
        if needsPosition, !picture.hasCurrentPosition(index) { return false }
        if callsign != nil || callsignPrefix != nil {
            guard let name = picture.tracks[index].callsign.map({ QueryText.plainName($0.value) }) else { return false }
            if let callsign, name != callsign { return false }
            if let callsignPrefix, !name.hasPrefix(callsignPrefix) { return false }
        }
        if let squawk, picture.tracks[index].squawk?.value != squawk { return false }
        if !types.isEmpty {
            guard let type = picture.identity(index).type, types.contains(type.uppercased()) else { return false }
        }
        if !anyOf.isEmpty, picture.identity(index).flags.isDisjoint(with: anyOf) { return false }
        return passAltitude(index, picture)
    }

    private func passAltitude(_ index: Int, _ picture: SkyPicture) -> Bool {
        guard lowestAltitude != nil || highestAltitude != nil else { return true }
        let now = picture.status.now
        if picture.tracks[index].isOnGround?.isCurrent(at: now, and: true) == true { return lowestAltitude == nil }
        guard let known = picture.tracks[index].barometricAltitude, known.isCurrent(at: now) else { return false }
        if let lowestAltitude, known.value < lowestAltitude { return false }
        if let highestAltitude, known.value > highestAltitude { return false }
        return true
    }
}
