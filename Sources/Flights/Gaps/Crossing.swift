import Aero

/// A stay in one cell on a path that may have been flown.
struct Crossing: Hashable, Sendable {
    let cell: CoverageCell
    let entered: Timestamp
    let left: Timestamp
}
