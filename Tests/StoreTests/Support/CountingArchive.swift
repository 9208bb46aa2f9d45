import Aero
import Tracking

/// An archive that takes everything and keeps nothing: what it costs to read is measured with it.
struct CountingArchive: TrackArchive {
    func append(_ batch: ObservationBatch) {}
    func trace(of aircraft: ArchivedAircraft, during: Range<Timestamp>, withoutPositions: Bool) -> Trace {
        Trace(aircraft)
    }
    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) -> [Trace] { [] }
    func aircraft(near place: Position, within radius: Metres, at time: Timestamp, limit: Int) -> [NearbyAircraft] {
        []
    }
    func span(of aircraft: ArchivedAircraft) -> Range<Timestamp>? { nil }
    func days(of aircraft: ArchivedAircraft) -> [ArchivedDay] { [] }
    func days(in range: Range<Timestamp>) -> [ArchivedDay] { [] }
    func aircraft(heardDuring: Range<Timestamp>, after: ArchivedAircraft?, limit: Int) -> [ArchivedAircraft] { [] }
    func callsigns(of aircraft: ArchivedAircraft, limit: Int) -> [ArchivedCallsign] { [] }
    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    )
        -> [IdentityChange]
    { [] }
}
