/// Where one gazetteer keeps an airport. Good within that gazetteer alone: what is kept is the airport's identity.
public struct AirportSlot: Hashable, Sendable {
    let index: Int
    init(_ index: UInt32) { self.index = Int(index) }
}
