import Aero
import Tracking

/// The past in the forms that clients made for other servers ask for: from the archive of the world that is shown where there is one, with
/// the live trails at its end.
struct PastPaths: Sendable {
    let access: HistoryAccess
    let book: any AddressBook

    /// Rows of one aircraft that are given as they are: a day at one a second. Where there are more, one each second is given, and both sides
    /// of a silence.
    static let mostRows = 86_400
    /// Seconds.
    static let leastSpacing = 1.0
    /// Points of a piece of everything at most.
    static let mostPoints = 2_000_000

    /// Who reads, and what; `nil` where nothing is kept of the world that is shown.
    func reader(_ context: SiteContext) async -> HistoryReader? {
        do { return try access.reader(of: await access.sky.status().realm, context) } catch { return nil }
    }

    /// One aircraft's path in a time, with what the sky knows of it now.
    ///
    /// - Parameter track: where it is in the sky.
    func path(
        of address: AircraftAddress,
        _ track: Track?,
        during time: Range<Timestamp>,
        _ reader: HistoryReader?
    ) async throws(APIError) -> FlownPath? {
        guard let reader else { return track.map { FlownPath($0) } }
        var (rows, names) = ([Observation](), [IdentityChange]())
        var from = time.lowerBound
        while from < time.upperBound {
            var basis = AnswerBasis(realm: reader.realm)
            let kept = try await reader.path(
                of: ArchivedAircraft(address),
                during: from..<time.upperBound,
                withoutPositions: false,
                limit: Self.mostRows,
                &basis
            )
            for name in kept.names where names.last(where: { $0.field == name.field })?.value != name.value {
                names.append(name)
            }
            guard basis.next != nil || from > time.lowerBound else {
                rows = kept.rows
                break
            }
            rows += Self.thinned(kept.rows, after: rows.last)
            guard let next = basis.next, next > from else { break }
            from = next
        }
        var path = FlownPath(address, rows: rows, names: names)
        if let track { path.append(track) }
        return path
    }

    /// The first row of each second, and both sides of a silence.
    private static func thinned(_ rows: [Observation], after earlier: Observation?) -> [Observation] {
        var kept: [Observation] = []
        var last = earlier
        for (index, row) in rows.enumerated() {
            let isLast = index + 1 == rows.count || rows[index + 1].isAfterGap(row)
            let isFirst = row.isAfterGap(index > 0 ? rows[index - 1] : earlier)
            let elapsed = last.map { Double(row.milliseconds - $0.milliseconds) / 1000 } ?? .infinity
            guard isFirst || isLast || elapsed >= leastSpacing else { continue }
            kept.append(row)
            last = row
        }
        return kept
    }

    /// Everybody's paths in a time, with a little before and after it, so that lines may be drawn to its edges.
    ///
    /// - Parameter spacing: least seconds between two points.
    func paths(
        during time: Range<Timestamp>,
        margin: Double,
        spacing: Double,
        _ picture: SkyPicture,
        _ reader: HistoryReader
    ) async throws(APIError) -> [FlownPath] {
        guard let world = ArchiveArea(south: -90, west: -180, north: 90, east: 180) else { return [] }
        let end = time.upperBound.advanced(bySeconds: margin)
        var (from, window) = (
            time.lowerBound.advanced(bySeconds: -margin), ReplayWindow(spacing: spacing, bound: Self.mostPoints)
        )
        while from < end {
            var basis = AnswerBasis(realm: reader.realm)
            try await reader.window(world, during: from..<end, &basis) { window.add($0, isForced: $1) }
            // An answer that is full stays as it is.
            guard let next = basis.next, next > from, window.points < Self.mostPoints else { break }
            from = next
        }
        var found = window.paths.map { FlownPath($0.aircraft.address, rows: $0.rows, names: $0.changes) }
        var places: [AircraftAddress: Int] = [:]
        for (place, path) in found.enumerated() { places[path.address] = place }
        for track in picture.tracks where track.lastHeard >= time.lowerBound {
            if let place = places[track.address] {
                found[place].append(track)
            } else if !track.trail.points.isEmpty {
                found.append(FlownPath(track))
            }
        }
        return found
    }

    /// What the address book says.
    func identity(of address: AircraftAddress) -> AircraftIdentity {
        AircraftIdentity(
            registration: book.registration(of: address),
            type: book.typeDesignator(of: address),
            description: book.typeDescription(of: address),
            flags: book.flags(of: address)
        )
    }
}
