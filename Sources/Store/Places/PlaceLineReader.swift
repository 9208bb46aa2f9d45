import Aero

/// Makes places of lines and gives them to a builder, in the order they come in.
///
/// - Source: docs/places.md, "The file".
struct PlaceLineReader {
    private(set) var origins: [PlacesOrigin] = []
    private var builder = GazetteerBuilder()
    private var airport: Airport?
    private var runways: [Runway] = []

    /// Bytes of the longest line: as many names as there may be, each as long as it may be.
    private static let longest = 32_768
    /// Cells of each kind of line, its letter included.
    private static let shapes: [Character: Int] = ["M": 3, "C": 7, "T": 10, "A": 14, "R": 17]

    init() {}

    /// Takes the next line.
    mutating func read(_ line: ArraySlice<UInt8>) throws(PlaceLineError) {
        guard line.count <= Self.longest, let cells = PlaceCells(line), let kind = try cells.letter(0),
            cells.count == Self.shapes[kind]
        else {
            throw .badShape
        }
        if kind == "R" {
            guard airport != nil else { throw .noAirport }
            guard runways.count < GazetteerBuilder.mostPartsOfOne else { throw .refused(.tooMany("runways")) }
            return runways.append(try Self.runway(cells))
        }
        try giveAirport()
        switch kind {
        case "M":
            guard origins.count < 32 else { throw .badShape }
            origins.append(PlacesOrigin(what: try cells.text(1, limit: 200), licence: try cells.text(2, limit: 200)))
        case "C":
            let country = try Self.country(cells)
            do { try builder.add(country) } catch { throw .refused(error) }
        case "T":
            let city = try Self.city(cells)
            do { try builder.add(city) } catch { throw .refused(error) }
        default: airport = try Self.airport(cells)
        }
    }

    /// Everything that was read.
    mutating func finish() throws(PlaceLineError) -> Gazetteer {
        try giveAirport()
        do { return try builder.finish() } catch { throw .refused(error) }
    }

    private mutating func giveAirport() throws(PlaceLineError) {
        guard let airport else { return }
        do { try builder.add(airport.with(runways)) } catch { throw .refused(error) }
        self.airport = nil
        runways.removeAll(keepingCapacity: true)
    }
}
