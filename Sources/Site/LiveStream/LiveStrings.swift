import Aero
import ModeS
import Tracking

/// What is sent of an aircraft as text. The registration follows from the address and is not compared.
struct LiveStrings: Hashable, Sendable {
    var callsign: String?
    var category: EmitterCategory?
    var squawk: Squawk?

    init(callsign: String? = nil, category: EmitterCategory? = nil, squawk: Squawk? = nil) {
        self.callsign = callsign
        self.category = category
        self.squawk = squawk
    }

    init(_ summary: TrackSummary) {
        callsign = summary.callsign
        category = summary.category
        squawk = summary.squawk
    }
}
