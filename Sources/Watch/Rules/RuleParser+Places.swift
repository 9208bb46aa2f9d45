import Aero
import Flights

extension RuleParser {
    func airports(_ keys: inout RuleKeys) throws(RuleError) -> [String] {
        try keys.texts("at").map { $0.uppercased() }
    }

    func kinds(_ keys: inout RuleKeys) throws(RuleError) -> [Knowing] {
        let line = keys.line
        let words = try keys.texts("kinds")
        guard !words.isEmpty else { return [.observed, .inferred] }
        return try words.map { word throws(RuleError) in
            if let kind = Knowing(rawValue: word) { return kind }
            throw RuleError(.badValue(expected: .kinds), path: keys.path(to: "kinds"), line: line)
        }
    }

    /// `any`, `emergency`, or codes of four octal digits.
    func codes(_ keys: inout RuleKeys) throws(RuleError) -> [UInt16] {
        let line = keys.line
        var codes: [UInt16] = []
        for word in try keys.texts("code") {
            switch word {
            case "any": return []
            case "emergency": codes += [0o7500, 0o7600, 0o7700]
            default:
                guard let squawk = Squawk(word) else {
                    throw RuleError(.badValue(expected: .squawk), path: keys.path(to: "code"), line: line)
                }
                codes.append(squawk.rawValue)
            }
        }
        return Set(codes).sorted()
    }

    /// The area under `area`, by name or written there.
    func area(_ keys: inout RuleKeys) throws(RuleError) -> AreaReference {
        let value = try keys.need("area")
        let path = keys.path(to: "area")
        if case .text = value.content { return .named(try value.text(path)) }
        return .inline(try Self.area(value, path))
    }

    /// An area that is written out.
    static func area(_ value: RuleValue, _ path: String) throws(RuleError) -> WatchArea {
        var area = try RuleKeys(value, path)
        let hysteresis = try area.number("hysteresisKm", 0...100) ?? 2
        let shape: WatchArea.Shape
        if let circle = area.take("circle") {
            var inner = try RuleKeys(circle, area.path(to: "circle"))
            let latitude = try inner.need("latitude").number(inner.path(to: "latitude"), -90...90)
            let longitude = try inner.need("longitude").number(inner.path(to: "longitude"), -180...180)
            let radius = try inner.need("km").number(inner.path(to: "km"), 0.1...20_000)
            try inner.end()
            let centre = Position(latitude: latitude, longitude: longitude) ?? .origin
            shape = .circle(centre: centre, radius: Metres(radius * 1000))
        } else if let polygon = area.take("polygon") {
            shape = .polygon(try points(polygon, area.path(to: "polygon"), atLeast: 3))
        } else {
            var inner = try RuleKeys(try area.need("corridor"), area.path(to: "corridor"))
            let line = try points(try inner.need("points"), inner.path(to: "points"), atLeast: 2)
            let width = try inner.need("km").number(inner.path(to: "km"), 0.1...1000)
            try inner.end()
            shape = .corridor(line, width: Metres(width * 1000))
        }
        try area.end()
        return WatchArea(shape, hysteresis: Metres(hysteresis * 1000))
    }

    private static func points(_ value: RuleValue, _ path: String, atLeast: Int) throws(RuleError) -> [Position] {
        var points: [Position] = []
        for (point, path) in try value.elements(path, upTo: WatchArea.maximumVertices, name: .points) {
            guard case .list(let pair) = point.content, pair.count == 2 else {
                throw RuleError(.badValue(expected: .point), path: path, line: point.line)
            }
            let latitude = try pair[0].number(path, -85...85)
            let longitude = try pair[1].number(path, -180...180)
            points.append(Position(latitude: latitude, longitude: longitude) ?? .origin)
        }
        guard points.count >= atLeast else {
            throw RuleError(.outOfRange(allowed: .points(atLeast: atLeast)), path: path, line: value.line)
        }
        return points
    }

    func timeWindow(_ keys: inout RuleKeys) throws(RuleError) -> TimeWindow {
        let line = keys.line
        let zone = try keys.text("zone") ?? "UTC"
        let from = try minute(&keys, "from")
        let to = try minute(&keys, "to")
        var weekdays: [Int] = []
        for word in try keys.texts("weekdays") {
            guard let day = Self.days.firstIndex(of: word) else {
                throw RuleError(.badValue(expected: .oneOf(Self.days)), path: keys.path(to: "weekdays"), line: line)
            }
            weekdays.append(day + 1)
        }
        return TimeWindow(
            zone: zone,
            fromMinute: from,
            toMinute: to,
            weekdays: Set(weekdays).sorted(),
            validFrom: try instant(&keys, "validFrom"),
            validUntil: try instant(&keys, "validUntil")
        )
    }

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private func minute(_ keys: inout RuleKeys, _ key: String) throws(RuleError) -> Int? {
        guard let text = try keys.text(key) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0
        else {
            throw RuleError(.badValue(expected: .timeOfDay), path: keys.path(to: key), line: keys.line)
        }
        return hour * 60 + minute
    }

    private func instant(_ keys: inout RuleKeys, _ key: String) throws(RuleError) -> Timestamp? {
        guard let text = try keys.text(key) else { return nil }
        guard let instant = InstantText.read(text) else {
            throw RuleError(.badValue(expected: .instant), path: keys.path(to: key), line: keys.line)
        }
        return instant
    }
}
