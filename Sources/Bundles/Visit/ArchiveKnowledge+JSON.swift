import Aero
import Visits

extension ArchiveKnowledge {
    /// Numbers of the days before; nothing in them is of a single receiver.
    var canonical: CanonicalJSON {
        let hours = landings.aircraftHours.reduce(into: [:]) { $0[$1.key.rawValue] = CanonicalJSON.number($1.value) }
        let air = detectionOfAir
        return .members([
            "days": .number(days), "aircraftHours": .object(hours),
            "landings": .array(landings.counts.map(\.canonical)),
            "airports": .object(detection.counts.mapValues(\.canonical)),
            "silences": .object(
                detection.silences.filter { !$0.value.isEmpty }
                    .mapValues { .array($0.map { CanonicalJSON($0) }) }
            ),
            "air": air.isEmpty ? .null : .array(air),
        ])
    }

    /// `[cell, probability]` of each cell of two degrees in which somebody was known to fly.
    private var detectionOfAir: [CanonicalJSON] {
        air.cells.enumerated().compactMap { number, value in
            value.map { .array([CanonicalJSON(number), .number($0)]) }
        }
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        var hours: [AircraftRole: Double] = [:]
        let written = try fields.fields("aircraftHours")
        for role in AircraftRole.allCases where written[role.rawValue] != .null {
            hours[role] = try written.double(role.rawValue, in: 0...1e12)
        }
        let landings = try fields.objects("landings", most: VisitLimits.landings) {
            fields throws(CanonicalJSONError) in
            try LandingRates.Count(fields)
        }
        var counts: [String: DetectionRates.Count] = [:]
        let (airports, silent) = (try fields.members("airports"), try fields.members("silences"))
        guard max(airports.count, silent.count) <= VisitLimits.detections else { throw fields.wrong("airports") }
        for (code, value) in airports {
            counts[code] = try DetectionRates.Count(CanonicalFields(value, "airports"))
        }
        var silences: [String: [ClosedRange<Timestamp>]] = [:]
        for (code, value) in silent {
            guard case .array(let spans) = value, spans.count <= VisitLimits.silences else {
                throw fields.wrong("silences")
            }
            silences[code] = try spans.map { span throws(CanonicalJSONError) in
                try CanonicalFields(.members(["span": span]), "silences").span("span")
            }
        }
        self.init(
            days: try fields.double("days", in: 0...100_000),
            landings: LandingRates(aircraftHours: hours, counts: landings),
            detection: DetectionRates(counts: counts, silences: silences),
            air: try Self.air(fields)
        )
    }

    private static func air(_ fields: CanonicalFields) throws(CanonicalJSONError) -> AirCoverage {
        let written = try fields.array("air")
        guard !written.isEmpty else { return .none }
        var cells = [Double?](repeating: nil, count: 90 * 180)
        for value in written {
            guard case .array(let pair) = value, pair.count == 2, case .number(let cell) = pair[0],
                case .number(let share) = pair[1], let place = Int(exactly: cell), cells.indices.contains(place),
                (0...1).contains(share)
            else { throw fields.wrong("air") }
            cells[place] = share
        }
        return AirCoverage(cells: cells)
    }
}

extension LandingRates.Count {
    var canonical: CanonicalJSON {
        .members([
            "position": CanonicalJSON(position), "role": .string(role.rawValue), "landings": CanonicalJSON(landings),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            position: try fields.position("position"),
            role: try fields.choice("role"),
            landings: try fields.count("landings")
        )
    }
}

extension DetectionRates.Count {
    var canonical: CanonicalJSON { .members(["landings": CanonicalJSON(landings), "heard": CanonicalJSON(heard)]) }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(landings: try fields.count("landings"), heard: try fields.count("heard"))
        // Of more than there were, a share would be above 1.
        guard heard <= landings else { throw fields.wrong("heard") }
    }
}

extension CanonicalFields {
    /// How often something was counted: 0 to a thousand million.
    fileprivate func count(_ member: String) throws(CanonicalJSONError) -> Int {
        let count = try integer(member)
        guard (0...1_000_000_000).contains(count) else { throw wrong(member) }
        return count
    }
}
