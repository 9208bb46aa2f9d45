public import Aero

/// Reads a draft of a visit out of a news report, by rules and lists of words; nothing is guessed and nothing learned.
public struct Drafter: Sendable {
    /// Bytes of the longest text that is drafted.
    public static let largestText = 100_000

    let places: Gazetteer

    public init(places: Gazetteer) { self.places = places }
}
