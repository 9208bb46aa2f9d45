/// Where one gazetteer keeps an airport. Good within that gazetteer alone: what is kept is the airport's identity.
public struct AirportSlot: Hashable, Sendable {
    let index: Int
    /// Its place in the gazetteer's list, for an order that is the same each time.
    public var order: Int { index }
    init(_ index: UInt32) { self.index = Int(index) }
}
