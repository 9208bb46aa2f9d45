import Aero

/// One flight as it was heard, and as it would have been.
struct HeardFlight {
    /// What kept a moment from being heard.
    enum Cause: UInt8 { case nothing, off, oldMask, newMask, stopped }

    let aircraft: AircraftAddress
    let route: Int
    /// Seconds since the run began, of the first moment.
    let begin: Double
    /// By moment: bits of the listeners that heard it.
    var heard: [UInt32]
    /// By moment: somebody would have heard it had nothing interfered, and what did.
    let causes: [Cause]
    let wouldBeHeard: [Bool]
}
