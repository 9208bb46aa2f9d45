/// A city's number in GeoNames; it stays when the city is named anew.
public struct CityID: RawRepresentable, Hashable, Sendable, Comparable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: CityID, right: CityID) -> Bool { left.rawValue < right.rawValue }
}
