import Aero

/// An aircraft that was found.
struct AircraftMatch: Hashable, Sendable {
    /// Where it stands in the picture's tracks.
    let index: Int
    /// How far it is from the place asked about, and in which direction; `nil` when none was asked about.
    var away: Away?

    struct Away: Hashable, Sendable {
        let distance: NauticalMiles
        /// Degrees true from the place asked about, 0 ..< 360.
        let direction: Degrees
    }
}
