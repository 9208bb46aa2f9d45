/// Kinds of places to look for.
public struct PlaceKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let countries = PlaceKinds(rawValue: 1)
    public static let cities = PlaceKinds(rawValue: 2)
    public static let airports = PlaceKinds(rawValue: 4)
    public static let all: PlaceKinds = [.countries, .cities, .airports]
}
