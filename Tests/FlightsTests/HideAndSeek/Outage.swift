/// A receiver that does not listen for a while.
struct Outage {
    let listener: Int
    /// Seconds since the run began.
    let span: ClosedRange<Double>
    /// The connection shows it; else it stays connected and is deaf.
    let isTold: Bool
}
