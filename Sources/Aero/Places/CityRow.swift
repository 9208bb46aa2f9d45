/// A city as the gazetteer keeps it.
struct CityRow: Sendable {
    var id: CityID
    var country: StateCode
    var zone: UInt16?
    var province: UInt32
    var position: MicroPosition
    var population: UInt32
    var isCapital: Bool
    var names: Range<UInt32>
}
