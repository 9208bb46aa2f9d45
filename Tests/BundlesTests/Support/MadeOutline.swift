import Aero

@testable import Bundles

/// Outlines of the world made by hand.
enum MadeOutline {
    typealias Line = (kind: OutlineKind, points: [(longitude: Double, latitude: Double)])

    static func bytes(_ lines: [Line]) -> [UInt8] {
        var rows = ["pelacak-outline\t1", "# Made by hand."]
        for line in lines {
            var (x, y) = (0, 0)
            let numbers = line.points.flatMap { point in
                let (east, north) = (Int((point.longitude * 250).rounded()), Int((point.latitude * 250).rounded()))
                defer { (x, y) = (east, north) }
                return [east - x, north - y]
            }
            rows.append(line.kind.rawValue + "\t" + numbers.map(String.init).joined(separator: " "))
        }
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    static func world(_ lines: [Line]) throws -> WorldOutline { try WorldOutline(reading: bytes(lines)) }

    /// A coast, a border and a contested one between Pyongyang and Hanoi.
    static let asia: [Line] = [
        (.coast, [(108, 21), (110, 21.5), (114, 22.5), (120, 28), (122, 31)]),
        (.border, [(102, 22), (106, 23), (108, 21.5)]), (.disputed, [(124, 38), (126, 38), (128, 38.5)]),
    ]

    static func place(_ name: String, _ latitude: Double, _ longitude: Double) throws -> EditionPlace {
        guard let position = Position(latitude: latitude, longitude: longitude) else { throw NoPlace() }
        return EditionPlace(name, position)
    }

    struct NoPlace: Error {}
}
