import Aero
import Foundation

/// The airports and runways that set-up made, beside the checkout: the real density of fields. Read with no care; Store's reader is careful.
enum RealPlaces {
    static let file: URL? = {
        let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Assets/places.tsv.gz")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()

    static let gazetteer: Gazetteer? = {
        guard let file, let data = try? RealRows.unpacked(file) else { return nil }
        return try? read(String(decoding: data, as: UTF8.self))
    }()

    private static let sizes: [Substring: AirportSize] = [
        "l": .large, "m": .medium, "u": .unclassified, "s": .small, "w": .seaplaneBase, "h": .heliport, "c": .disputed,
    ]

    private static func read(_ text: String) throws -> Gazetteer {
        var builder = GazetteerBuilder()
        let names = PlaceName("-", .english, .own).map { [$0] } ?? []
        var open: Airport?
        var runways: [Runway] = []
        func flush() throws {
            if let open { try builder.add(open.with(runways)) }
            open = nil
            runways = []
        }
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                Substring(decoding: $0, as: UTF8.self)
            }
            switch cells[0] {
            case "C":
                guard let code = StateCode(cells[1]) else { continue }
                try builder.add(
                    Country(
                        code: code,
                        alpha3: String(cells[2]),
                        numeric: nil,
                        population: 0,
                        capital: nil,
                        names: names
                    )
                )
            case "A":
                try flush()
                open = airport(cells, names)
            case "R": if let runway = runway(cells) { runways.append(runway) }
            default: continue
            }
        }
        try flush()
        return try builder.finish()
    }

    private static func airport(_ cells: [Substring], _ names: [PlaceName]) -> Airport? {
        guard let code = StateCode(cells[4]), let latitude = Double(cells[5]), let longitude = Double(cells[6]),
            let place = Position(latitude: latitude, longitude: longitude), let size = sizes[cells[8]]
        else { return nil }
        return Airport(
            identity: String(cells[1]),
            icao: cells[2].isEmpty ? nil : String(cells[2]),
            iata: nil,
            country: code,
            position: place,
            elevation: Double(cells[7]).map { Feet($0) },
            size: size,
            hasScheduledService: cells[9] == "1",
            timeZone: nil,
            municipality: nil,
            city: nil,
            names: names,
            runways: []
        )
    }

    private static func runway(_ cells: [Substring]) -> Runway? {
        func end(_ name: Int, _ place: Int) -> RunwayEnd {
            RunwayEnd(
                designator: cells[name].isEmpty ? nil : String(cells[name]),
                position: Double(cells[place]).flatMap { latitude in
                    Double(cells[place + 1]).flatMap { Position(latitude: latitude, longitude: $0) }
                },
                elevation: nil,
                displacement: nil,
                listedHeading: nil
            )
        }
        return Runway(
            low: end(1, 7),
            high: end(2, 9),
            length: Double(cells[3]).map { Feet($0) },
            width: nil,
            surface: nil,
            isLighted: false
        )
    }
}
