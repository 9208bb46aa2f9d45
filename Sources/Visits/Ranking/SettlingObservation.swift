public import Flights

/// The observation that would change the ranking most: a place and a time of data, never a person.
public struct SettlingObservation: Hashable, Sendable {
    /// By its place in the itinerary.
    public let stop: Int
    public let airport: String
    /// When hearing there would tell.
    public let span: Span
    /// Expected information in bits: by how much the ranking would be less open.
    public let bits: Double
}
