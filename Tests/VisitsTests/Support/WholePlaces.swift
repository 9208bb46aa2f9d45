import Aero
import Foundation
import TestSupport

/// The whole list of places that set-up makes, read here without Store: for judging drafts by the list they meet in life.
enum WholePlaces {
    /// `nil` where set-up did not make it.
    static let gazetteer: Gazetteer? = {
        guard let path, let lines = try? unpacked(path) else { return nil }
        return try? read(lines)
    }()

    private static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("Assets/places.tsv.gz").path
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }()

    private static func unpacked(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: data, as: UTF8.self)
    }

    private static func read(_ text: String) throws -> Gazetteer {
        var builder = GazetteerBuilder()
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            switch cells[0] {
            case "C": try builder.add(country(cells))
            case "T": try builder.add(city(cells))
            case "A": try builder.add(airport(cells))
            default: continue
            }
        }
        return try builder.finish()
    }

    static func names(_ cell: Substring) -> [PlaceName] {
        cell.split(separator: "|").compactMap { name in
            let bytes = Array(name.utf8)
            let language: NameLanguage =
                bytes[0] | 0x20 == 0x65 ? .english : bytes[0] | 0x20 == 0x69 ? .indonesian : .unsaid
            return PlaceName(String(name.dropFirst(3)), language, .own, isVariant: bytes[0] & 0x20 == 0)
        }
    }

    private static func place(_ latitude: Substring, _ longitude: Substring) -> Position {
        Position(latitude: Double(latitude) ?? 0, longitude: Double(longitude) ?? 0) ?? nowhere
    }

    private static let nowhere: Position = {
        guard let zero = Position(latitude: 0, longitude: 0) else { preconditionFailure("0, 0 is a place") }
        return zero
    }()

    private static func state(_ cell: Substring) -> StateCode {
        guard let code = StateCode(cell) else { preconditionFailure("\(cell) is no state") }
        return code
    }

    static func country(_ cells: [Substring]) -> Country {
        Country(
            code: state(cells[1]),
            alpha3: String(cells[2]),
            numeric: Int(cells[3]),
            population: Int(cells[4]) ?? 0,
            capital: UInt32(cells[5]).map(CityID.init),
            names: names(cells[6])
        )
    }

    static func city(_ cells: [Substring]) -> City {
        City(
            id: CityID(rawValue: UInt32(cells[1]) ?? 0),
            country: state(cells[2]),
            province: String(cells[3]),
            position: place(cells[4], cells[5]),
            population: Int(cells[6]) ?? 0,
            timeZone: cells[7].isEmpty ? nil : String(cells[7]),
            isCapital: cells[8] == "1",
            names: names(cells[9])
        )
    }

    static func airport(_ cells: [Substring]) -> Airport {
        let sizes: [Substring: AirportSize] = [
            "l": .large, "m": .medium, "s": .small, "w": .seaplaneBase, "h": .heliport, "u": .unclassified,
            "c": .disputed,
        ]
        func text(_ cell: Substring) -> String? { cell.isEmpty ? nil : String(cell) }
        return Airport(
            identity: String(cells[1]),
            icao: text(cells[2]),
            iata: text(cells[3]),
            country: state(cells[4]),
            position: place(cells[5], cells[6]),
            elevation: Double(cells[7]).map { Feet($0) },
            size: sizes[cells[8]] ?? .small,
            hasScheduledService: cells[9] == "1",
            timeZone: text(cells[10]),
            municipality: text(cells[12]),
            city: UInt32(cells[11]).map(CityID.init),
            names: names(cells[13]),
            runways: []
        )
    }
}
