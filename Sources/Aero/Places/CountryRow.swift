/// A country as the gazetteer keeps it.
struct CountryRow: Sendable {
    var code: StateCode
    var alpha3: PackedCode
    var numeric: UInt16?
    var population: UInt32
    var capital: CityID?
    var names: Range<UInt32>
}
