import ModeS

/// What an aircraft's transponder sends, and what it says of itself.
struct Transponder: Sendable {
    enum Equipment: UInt8, Sendable {
        /// ADS-B of versions 0, 1, 2.
        case version0, version1, version2
        /// Answers and acquisition squitters, no positions.
        case modeS
        /// As `modeS`, and a ground station sends its position (TIS-B).
        case relayed

        var hasSquitter: Bool { rawValue <= 2 }
    }

    var equipment: Equipment
    var nacP: UInt8
    var nacV: UInt8
    var sil: UInt8
    /// ADS-B type code of airborne positions.
    var airborneCode: UInt8
    var rateIsBarometric: Bool
    /// Feet: height above the ellipsoid minus pressure altitude.
    var geometricDifference: Double
    /// Surface movement: length and width code.
    var sizeCode: UInt8
    var callsign: UInt64
    var categorySet: UInt8
    var category: UInt8

    init(kind: AircraftKind, callsign: UInt64, equipment: Equipment, generator: inout SeededGenerator) {
        self.equipment = equipment
        self.callsign = callsign
        categorySet = kind.categorySet
        category = kind.category
        nacP = equipment == .version0 ? 0 : UInt8(8 + generator.index(below: 3))
        nacV = UInt8(1 + generator.index(below: 2))
        sil = equipment == .version2 ? 3 : 2
        airborneCode = generator.chance(0.85) ? 11 : 12
        rateIsBarometric = generator.chance(0.5)
        geometricDifference = (generator.number(-400, 900) / 25).rounded() * 25
        sizeCode = kind.category == 5 ? 9 : 4
    }
}
