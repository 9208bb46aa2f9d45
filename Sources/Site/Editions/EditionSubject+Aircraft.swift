import Aero
import Bundles
import Tracking

extension EditionSubject {
    /// Whose flight or silence it is; `nil` of a visit.
    var aircraft: AircraftAddress? { kind == .visit ? nil : FlightID(id)?.aircraft.address }
}
