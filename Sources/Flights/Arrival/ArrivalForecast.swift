/// Where and when an aircraft is expected to land.
public struct ArrivalForecast: Hashable, Sendable {
    /// Likeliest first; empty where no airport is known or its fuel reaches none.
    public let estimates: [ArrivalEstimate]
    /// When it lands, wherever that is.
    public let anywhere: ArrivalInterval
}
