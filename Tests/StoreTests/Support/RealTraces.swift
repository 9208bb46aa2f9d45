import Aero
import Foundation
import ModeS
import TestSupport
import Tracking

/// The recorded traces beside the checkout as rows, as far as these files tell.
enum RealTraces {
    static func all() throws -> [(name: String, rows: [Observation])] {
        guard let folder = TestSupport.recordings?.appendingPathComponent("traces") else { return [] }
        return [
            ("savan", try objects(folder.appendingPathComponent("traffic/savan.json.gz"))),
            ("belevingsvlucht", try objects(folder.appendingPathComponent("traffic/belevingsvlucht.json.gz"))),
            ("trace_full_34718d", try trace(folder.appendingPathComponent("adsb_actions/trace_full_34718d.json"))),
            ("trace_full_a2228b", try trace(folder.appendingPathComponent("adsb_actions/trace_full_a2228b.json"))),
        ]
    }

    private static func unpacked(_ file: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        return data
    }

    /// A list of objects with `timestamp` in ms.
    private static func objects(_ file: URL) throws -> [Observation] {
        let list = try JSONSerialization.jsonObject(with: unpacked(file)) as? [[String: Any]] ?? []
        return list.compactMap { object in
            func number(_ key: String) -> Double? { (object[key] as? NSNumber)?.doubleValue }
            guard let time = number("timestamp"), let latitude = number("latitude"), let longitude = number("longitude")
            else {
                return nil
            }
            var row = Observation(at: Timestamp(nanoseconds: Int64(time) * 1_000_000), sourceClass: .adsbICAO)
            row.position = Position(latitude: latitude, longitude: longitude)
            row.barometricAltitude = number("altitude").map { Feet($0) }
            row.geometricAltitude = number("geoaltitude").map { Feet($0) }
            row.groundSpeed = number("groundspeed").map { Knots($0) }
            row.track = number("track").map { Degrees($0) }
            row.verticalRate = number("vertical_rate").map { FeetPerMinute($0) }
            return row
        }
    }

    /// readsb's trace form.
    private static func trace(_ file: URL) throws -> [Observation] {
        guard let object = try JSONSerialization.jsonObject(with: unpacked(file)) as? [String: Any],
            let start = (object["timestamp"] as? NSNumber)?.doubleValue, let points = object["trace"] as? [[Any]]
        else { return [] }
        return points.compactMap { point in
            func number(_ index: Int) -> Double? { (point[index] as? NSNumber)?.doubleValue }
            guard point.count > 10, let passed = number(0), let latitude = number(1), let longitude = number(2) else {
                return nil
            }
            var row = Observation(
                at: Timestamp(nanoseconds: Int64(((start + passed) * 1_000).rounded()) * 1_000_000),
                sourceClass: .adsbICAO
            )
            row.position = Position(latitude: latitude, longitude: longitude)
            row.barometricAltitude = number(3).map { Feet($0) }
            row.groundSpeed = number(4).map { Knots($0) }
            row.track = number(5).map { Degrees($0) }
            row.verticalRate = number(7).map { FeetPerMinute($0) }
            row.geometricAltitude = number(10).map { Feet($0) }
            return row
        }
    }
}
