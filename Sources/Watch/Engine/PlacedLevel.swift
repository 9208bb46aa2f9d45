import Aero

/// A level with the place it is measured from.
struct PlacedLevel: Hashable, Sendable {
    let test: LevelTest
    let place: Position?
}
