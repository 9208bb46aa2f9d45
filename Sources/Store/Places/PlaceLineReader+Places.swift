import Aero

extension PlaceLineReader {
    static func country(_ cells: PlaceCells) throws(PlaceLineError) -> Country {
        Country(
            code: try state(cells, 1),
            alpha3: try cells.text(2, limit: 3),
            numeric: try cells.optionalWhole(3, 1...999),
            population: try cells.whole(4, 0...10_000_000_000),
            capital: try city(cells, 5),
            names: try names(cells, 6)
        )
    }

    static func city(_ cells: PlaceCells) throws(PlaceLineError) -> City {
        guard let id = try city(cells, 1) else { throw .badCell(2) }
        return City(
            id: id,
            country: try state(cells, 2),
            province: try cells.optionalText(3, limit: 16) ?? "",
            position: try position(cells, 4),
            population: try cells.whole(6, 0...1_000_000_000),
            timeZone: try cells.optionalText(7, limit: 40),
            isCapital: try cells.flag(8),
            names: try names(cells, 9)
        )
    }

    /// An airport whose runways are yet to come.
    static func airport(_ cells: PlaceCells) throws(PlaceLineError) -> Airport {
        guard let letter = try cells.letter(8), let size = sizes[letter] else { throw .badCell(9) }
        return Airport(
            identity: try cells.text(1, limit: 16),
            icao: try cells.optionalText(2, limit: 4),
            iata: try cells.optionalText(3, limit: 3),
            country: try state(cells, 4),
            position: try position(cells, 5),
            elevation: try cells.optionalWhole(7, -1_500...20_000).map { Feet($0) },
            size: size,
            hasScheduledService: try cells.flag(9),
            timeZone: try cells.optionalText(10, limit: 40),
            municipality: try cells.optionalText(12, limit: 200),
            city: try city(cells, 11),
            names: try names(cells, 13),
            runways: []
        )
    }

    static func runway(_ cells: PlaceCells) throws(PlaceLineError) -> Runway {
        func end(
            _ designator: Int,
            place: Int,
            elevation: Int,
            heading: Int,
            displacement: Int
        )
            throws(PlaceLineError) -> RunwayEnd
        {
            RunwayEnd(
                designator: try cells.optionalText(designator, limit: 4),
                position: try optionalPosition(cells, place),
                elevation: try cells.optionalWhole(elevation, -1_500...20_000).map { Feet($0) },
                displacement: try cells.optionalWhole(displacement, 1...10_000).map { Feet($0) },
                listedHeading: try cells.optionalNumber(heading, 0...360).map { Degrees($0).asDirection }
            )
        }
        let letter = try cells.letter(5)
        guard letter == nil || letter.flatMap({ surfaces[$0] }) != nil else { throw .badCell(6) }
        return Runway(
            low: try end(1, place: 7, elevation: 13, heading: 11, displacement: 15),
            high: try end(2, place: 9, elevation: 14, heading: 12, displacement: 16),
            length: try cells.optionalWhole(3, 1...30_000).map { Feet($0) },
            width: try cells.optionalWhole(4, 1...2_000).map { Feet($0) },
            surface: letter.flatMap { surfaces[$0] },
            isLighted: try cells.flag(6)
        )
    }

    private static let sizes: [Character: AirportSize] = [
        "l": .large, "m": .medium, "u": .unclassified, "s": .small, "w": .seaplaneBase, "h": .heliport, "c": .disputed,
    ]
    private static let surfaces: [Character: RunwaySurface] = ["p": .paved, "u": .unpaved, "w": .water, "i": .ice]
    private static let languages: [UInt8: NameLanguage] = [
        UInt8(ascii: "e"): .english, UInt8(ascii: "i"): .indonesian, UInt8(ascii: "x"): .unsaid,
    ]
    private static let sources: [UInt8: NameSource] = [
        UInt8(ascii: "a"): .airportsData, UInt8(ascii: "c"): .cldr, UInt8(ascii: "g"): .geoNames,
        UInt8(ascii: "o"): .ourAirports, UInt8(ascii: "p"): .own,
    ]

    private static func state(_ cells: PlaceCells, _ index: Int) throws(PlaceLineError) -> StateCode {
        guard let code = StateCode(try cells.text(index, limit: 2)) else { throw .badCell(index + 1) }
        return code
    }

    private static func city(_ cells: PlaceCells, _ index: Int) throws(PlaceLineError) -> CityID? {
        try cells.optionalWhole(index, 1...Int(UInt32.max)).map { CityID(rawValue: UInt32($0)) }
    }

    private static func position(_ cells: PlaceCells, _ index: Int) throws(PlaceLineError) -> Position {
        guard let position = try optionalPosition(cells, index) else { throw .badCell(index + 1) }
        return position
    }

    /// Latitude and, in the cell behind it, longitude.
    private static func optionalPosition(_ cells: PlaceCells, _ index: Int) throws(PlaceLineError) -> Position? {
        let latitude = try cells.optionalNumber(index, -90...90)
        let longitude = try cells.optionalNumber(index + 1, -180...180)
        guard let latitude, let longitude else {
            if latitude != nil || longitude != nil { throw .badCell(index + 1) }
            return nil
        }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// `eg:Moscow|ic:Moskwa`.
    private static func names(_ cells: PlaceCells, _ index: Int) throws(PlaceLineError) -> [PlaceName] {
        let parts = cells.parts(index)
        guard parts.count <= GazetteerBuilder.mostPartsOfOne else { throw .badCell(index + 1) }
        var names: [PlaceName] = []
        for part in parts {
            let tag = Array(part.prefix(3))
            // A capital letter: a further spelling in that language.
            guard tag.count == 3, tag[2] == UInt8(ascii: ":"), let language = languages[tag[0] | 0x20],
                let source = sources[tag[1]],
                let text = PlaceCells.text(part.dropFirst(3), limit: PlaceName.longest),
                let name = PlaceName(text, language, source, isVariant: tag[0] & 0x20 == 0)
            else { throw .badCell(index + 1) }
            names.append(name)
        }
        return names
    }
}
