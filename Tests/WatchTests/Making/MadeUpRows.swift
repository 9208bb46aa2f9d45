import Aero
import ModeS
import Tracking

@testable import Watch

/// Rows of aircraft that were never there.
enum MadeUpRows {
    static let address = AircraftAddress(icao: 0xD57710)
    static let begin = 1_718_667_480.0

    static func archived(_ address: AircraftAddress = address) -> ArchivedAircraft { ArchivedAircraft(address) }

    /// A row so many seconds after the beginning; without a place for `nil`.
    static func row(
        _ seconds: Double,
        _ place: (latitude: Double, longitude: Double)? = (55.6, 37.3),
        feet: Double? = 35_000,
        onGround: Bool = false,
        source: SourceClass = .adsbICAO
    ) -> Observation {
        let time = Timestamp(seconds: begin + seconds)
        var row = Observation(at: time, sourceClass: source, flags: onGround ? .onGround : [])
        row.position = place.flatMap { Position(latitude: $0.latitude, longitude: $0.longitude) }
        row.barometricAltitude = onGround ? nil : feet.map { Feet($0) }
        row.groundSpeed = onGround ? 5 : 450
        row.track = 90
        return row
    }

    static func time(_ seconds: Double) -> Timestamp { Timestamp(seconds: begin + seconds) }

    static func batch(_ rows: [Observation], of address: AircraftAddress = address) -> ObservationBatch {
        var batch = ObservationBatch()
        batch.rows = rows.map { ObservationBatch.Row(archived(address), $0) }
        return batch
    }

    static func name(_ seconds: Double, _ field: IdentityChange.Field, _ value: String) throws -> IdentityChange {
        guard let name = IdentityChange(archived(), at: time(seconds).milliseconds, field, value) else {
            throw BadName()
        }
        return name
    }

    struct BadName: Error {}
}
