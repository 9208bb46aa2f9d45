/// How well what strangers are shown keeps where the receivers stand, as it was measured (docs/discretion.md): whether the best of our
/// attacks misses by the promised distance in 95 of 100 trials.
public enum PlaceProtection: String, Hashable, Sendable, CaseIterable {
    /// The operator shows the place.
    case exact
    /// The tracks give it away.
    case none
    /// It is kept where three or more receivers overlap; one alone is found.
    case several
    /// It is kept, of one receiver too.
    case single

    /// The lowest floor and the widest range that were measured to keep it.
    public static let floor = Feet(10_000)
    public static let severalRange = Metres(200_000)
    public static let singleRange = Metres(50_000)

    /// - Parameters:
    ///   - sky: what strangers are shown.
    ///   - isExact: whether they are shown the place.
    public init(_ sky: ShownSky, isExact: Bool) {
        guard !isExact else {
            self = .exact
            return
        }
        guard let floor = sky.floor, floor >= Self.floor, sky.middle != nil, let range = sky.range,
            range <= Self.severalRange
        else {
            self = .none
            return
        }
        self = range <= Self.singleRange ? .single : .several
    }
}
