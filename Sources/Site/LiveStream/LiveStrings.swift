import Aero
import ModeS
import Tracking

/// What is sent of an aircraft as text. The registration follows from the address and is not compared.
struct LiveStrings: Hashable, Sendable {
    var callsign: String?
    var category: EmitterCategory?
    var squawk: Squawk?

    init(_ summary: TrackSummary) {
        callsign = summary.callsign
        category = summary.category
        squawk = summary.squawk
    }
}
