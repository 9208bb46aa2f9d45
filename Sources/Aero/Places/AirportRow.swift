/// An airport as the gazetteer keeps it: 60 bytes and its texts.
struct AirportRow: Sendable {
    var identity: UInt32
    var municipality: UInt32?
    var icao: PackedCode
    var iata: PackedCode
    var country: StateCode
    var zone: UInt16?
    var position: MicroPosition
    var city: UInt32?
    /// Feet.
    var elevation: Int16?
    var size: AirportSize
    var hasScheduledService: Bool
    var names: Range<UInt32>
    var runways: Range<UInt32>
}
