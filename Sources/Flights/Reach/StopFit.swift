/// Whether a stop at one place fits into a silence, and when it can have been.
public struct StopFit: Hashable, Sendable {
    /// Seconds that flying there, down, the shortest stop, up and flying on take at least.
    public let neededSeconds: Double
    /// Seconds the silence lasted.
    public let availableSeconds: Double
    /// When it can have landed; `nil` where no stop fits.
    public let arrival: Span?
    /// When it can have left again; `nil` where no stop fits.
    public let departure: Span?
    /// Seconds on the ground at most; negative where not even a touch fits.
    public let longestDwellSeconds: Double

    public var fits: Bool { neededSeconds <= availableSeconds }
}
