import Aero
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

/// The recorded traces beside the checkout as rows, as far as these files tell.
enum RealRows {
    static func folder() throws -> URL { try unwrapped(TestSupport.recordings).appendingPathComponent("traces") }

    static func unpacked(_ file: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dcf"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        return data
    }

    /// xoolive/traffic: a list of objects with `timestamp` in ms, one a second whether a new position came or not.
    static func objects(_ name: String) throws -> [Observation] {
        let data = try unpacked(folder().appendingPathComponent(name))
        let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
        return list.compactMap { object in
            func number(_ key: String) -> Double? { (object[key] as? NSNumber)?.doubleValue }
            guard let time = number("timestamp"), let latitude = number("latitude"), let longitude = number("longitude")
            else { return nil }
            var row = Observation(at: Timestamp(nanoseconds: Int64(time) * 1_000_000), sourceClass: .adsbICAO)
            row.position = Position(latitude: latitude, longitude: longitude)
            row.barometricAltitude = number("altitude").map { Feet($0) }
            row.geometricAltitude = number("geoaltitude").map { Feet($0) }
            row.groundSpeed = number("groundspeed").map { Knots($0) }
            row.track = number("track").map { Degrees($0) }
            row.verticalRate = number("vertical_rate").map { FeetPerMinute($0) }
            if object["onground"] as? Bool == true { row.flags.insert(.onGround) }
            return row
        }
    }

    /// readsb's `trace_full`.
    static func trace(_ name: String) throws -> [Observation] {
        let data = try unpacked(folder().appendingPathComponent(name))
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let start = (object["timestamp"] as? NSNumber)?.doubleValue, let points = object["trace"] as? [[Any]]
        else { return [] }
        return points.compactMap { point in
            func number(_ index: Int) -> Double? { (point[index] as? NSNumber)?.doubleValue }
            guard point.count > 10, let passed = number(0), let latitude = number(1), let longitude = number(2) else {
                return nil
            }
            let milliseconds = Int64(((start + passed) * 1_000).rounded())
            var row = Observation(at: Timestamp(nanoseconds: milliseconds * 1_000_000), sourceClass: .adsbICAO)
            row.position = Position(latitude: latitude, longitude: longitude)
            if point[3] as? String == "ground" { row.flags.insert(.onGround) }
            row.barometricAltitude = number(3).map { Feet($0) }
            row.groundSpeed = number(4).map { Knots($0) }
            row.track = number(5).map { Degrees($0) }
            let flags = Int(number(6) ?? 0)
            if flags & 1 != 0 { row.flags.insert(.stale) }
            if flags & 2 != 0 { row.flags.insert(.newLegHint) }
            row.verticalRate = number(7).map { FeetPerMinute($0) }
            row.geometricAltitude = number(10).map { Feet($0) }
            return row
        }
    }

    /// Lines of JSON of several aircraft.
    static func fleet(_ name: String) throws -> [(address: String, rows: [Observation])] {
        var rows: [String: [Observation]] = [:]
        for line in try TestSupport.lines("traces/" + name) {
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let address = object["hex"] as? String
            else { continue }
            func number(_ key: String) -> Double? { (object[key] as? NSNumber)?.doubleValue }
            guard let now = number("now"), let latitude = number("lat"), let longitude = number("lon") else { continue }
            var row = Observation(at: Timestamp(seconds: now), sourceClass: .adsbICAO)
            row.position = Position(latitude: latitude, longitude: longitude)
            // The program that wrote it makes 0 of "ground"; the field lies at 3,900 ft.
            if number("alt_baro") == 0 {
                row.flags.insert(.onGround)
            } else {
                row.barometricAltitude = number("alt_baro").map { Feet($0) }
            }
            row.groundSpeed = (number("gs") ?? number("gscp")).map { Knots($0) }
            row.track = number("track").map { Degrees($0) }
            rows[address, default: []].append(row)
        }
        return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
