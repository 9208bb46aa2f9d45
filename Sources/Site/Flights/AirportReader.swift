import Aero
import Flights
import Tracking

/// Who came to an airport and left it: everybody who was heard low near it, and what their flights say.
///
/// Who was heard nowhere near is not found here, though the log of that aircraft may name the airport.
struct AirportReader {
    let reader: FlightReader
    let airport: Airport

    /// What is told of somebody who stands there at the end.
    struct Standing {
        let aircraft: ArchivedAircraft
        let since: Span?
        let last: Timestamp
    }

    struct Found {
        var movements: [AirportMovement] = []
        var standing: [Standing] = []
    }

    /// Aircraft whose flights are told in one answer.
    static let mostAircraft = 400
    /// Height above the field below which somebody may be landing, and how far away: as far as a landing is lost on its approach.
    private static let height: Feet = 6_000
    private static let reach = Metres(46_000)

    func movements(
        during range: Range<Timestamp>,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> Found {
        let asked = range.lowerBound..<max(range.lowerBound, min(range.upperBound, reader.now))
        var found = Found()
        guard !asked.isEmpty, let area = area else { return found }
        let aircraft = try await lowAircraft(in: area, during: asked, &basis)
        let reading = FlightAccount.reading(asked.lowerBound..<(basis.next ?? asked.upperBound))
        for one in aircraft {
            var own = AnswerBasis(realm: basis.realm)
            let account = try await reader.account(of: one, during: asked, reading: reading, &own)
            // What is read for the days around says nothing of the answer's end.
            if let next = own.next, next >= asked.upperBound { own.next = nil }
            basis.join(own)
            found.movements += AirportMovement.all(of: account, at: airport.identity)
            if let standing = try await standing(account, reading) { found.standing.append(standing) }
        }
        if let next = basis.next { found.movements.removeAll { $0.end.span.earliest >= next } }
        found.movements.sort {
            ($0.end.span.earliest, $0.aircraft, $0.kind.rawValue) < (
                $1.end.span.earliest, $1.aircraft, $1.kind.rawValue
            )
        }
        return found
    }

    private var area: ArchiveArea? {
        let north = Self.reach.rawValue / 111_195
        let width = max(0.05, Trigonometry.cosine(airport.position.latitude * Trigonometry.radiansPerDegree))
        let east = min(179, north / width)
        let place = airport.position
        return ArchiveArea(
            south: max(-90, place.latitude - north),
            west: Position.wrapped(place.longitude - east),
            north: min(90, place.latitude + north),
            east: Position.wrapped(place.longitude + east)
        )
    }

    /// Those who were heard low enough to land or to have left, by address.
    private func lowAircraft(
        in area: ArchiveArea,
        during range: Range<Timestamp>,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> [ArchivedAircraft] {
        let ceiling = (airport.elevation ?? 0) + Self.height
        var found: Set<ArchivedAircraft> = []
        try await reader.history.window(area, during: range, &basis) { traces, isForced in
            let low = traces.filter { trace in
                !found.contains(trace.aircraft) && trace.observations.contains { $0.isLow(below: ceiling) }
            }
            guard isForced || found.count + low.count <= Self.mostAircraft else { return false }
            found.formUnion(low.prefix(Self.mostAircraft).map(\.aircraft))
            return true
        }
        return found.sorted()
    }

    /// Somebody who was heard on the ground there last.
    private func standing(_ whole: FlightAccount, _ reading: Range<Timestamp>) async throws(APIError) -> Standing? {
        var account = whole
        if reader.now > whole.asked.upperBound {
            // What came later says nothing of that moment.
            var basis = AnswerBasis(realm: reader.history.realm)
            account = try await reader.account(
                of: whole.aircraft,
                during: whole.asked,
                reading: reading.lowerBound..<whole.asked.upperBound,
                isFollowed: false,
                &basis
            )
        }
        guard account.state == .ground, let last = account.last, last.time < account.asked.upperBound else {
            return nil
        }
        let landing = account.log.legs.last { $0.landing != nil }?.landing
        if let landing {
            guard landing.field == airport.identity, landing.span.earliest < account.asked.upperBound else {
                return nil
            }
            return Standing(aircraft: account.aircraft, since: landing.span, last: last.time)
        }
        guard let place = last.position, Geodesy.distance(place, airport.position) < LegRules().fieldReach else {
            return nil
        }
        return Standing(aircraft: account.aircraft, since: nil, last: last.time)
    }
}

extension Observation {
    fileprivate func isLow(below ceiling: Feet) -> Bool {
        if flags.contains(.onGround) { return true }
        guard let altitude = barometricAltitude ?? geometricAltitude else { return false }
        return altitude < ceiling
    }
}
