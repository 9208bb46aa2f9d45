import Aero
import Visits

extension VisitInputs {
    static func itineraryJSON(_ stops: [ItineraryStop], _ watched: ClosedRange<Timestamp>) -> CanonicalJSON {
        .members(["stops": .array(stops.map(\.canonical)), "watched": CanonicalJSON(watched)])
    }
}

extension ItineraryStop {
    var canonical: CanonicalJSON {
        .members([
            "kind": .string(kind.rawValue), "name": .string(name), "airports": .array(airports.map(\.canonical)),
            "readings": .array(arrival.readings.map(\.canonical)), "earliest": CanonicalJSON(arrival.earliest),
            "latest": CanonicalJSON(arrival.latest),
            "dwellHours": dwellHours.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null,
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            kind: try fields.choice("kind"),
            name: try fields.string("name"),
            airports: try fields.objects("airports", most: VisitLimits.airportsOfAStop) {
                fields throws(CanonicalJSONError) in
                try StopAirport(fields)
            },
            arrival: ArrivalWindow(
                readings: try fields.objects("readings", most: VisitLimits.readings) {
                    fields throws(CanonicalJSONError) in
                    try ArrivalReading(fields)
                },
                earliest: try fields.optionalTime("earliest"),
                latest: try fields.optionalTime("latest")
            ),
            dwellHours: try fields.interval("dwellHours")
        )
    }
}

extension StopAirport {
    var canonical: CanonicalJSON {
        .members(["code": .string(code), "position": CanonicalJSON(position), "weight": .number(weight)])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            code: try fields.string("code"),
            position: try fields.position("position"),
            weight: try fields.double("weight", in: 0...1)
        )
    }
}

extension ArrivalReading {
    var canonical: CanonicalJSON {
        .members([
            "from": CanonicalJSON(start), "to": CanonicalJSON(end), "zone": .string(zone.rawValue),
            "weight": .number(weight),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            start: try fields.optionalTime("from"),
            end: try fields.optionalTime("to"),
            zone: try fields.choice("zone"),
            weight: try fields.double("weight", in: 0...1)
        )
    }
}

extension CanonicalJSON {
    init(_ span: ClosedRange<Timestamp>) {
        self = .members(["from": CanonicalJSON(span.lowerBound), "to": CanonicalJSON(span.upperBound)])
    }
}

extension CanonicalFields {
    /// Two instants, the first not after the second.
    func span(_ member: String) throws(CanonicalJSONError) -> ClosedRange<Timestamp> {
        let fields = try fields(member)
        let (from, to) = (try fields.time("from"), try fields.time("to"))
        guard from <= to else { throw wrong(member) }
        return from...to
    }

    /// Two numbers, the first not above the second.
    func interval(_ member: String) throws(CanonicalJSONError) -> ClosedRange<Double>? {
        let values = try array(member)
        guard !values.isEmpty else { return nil }
        guard values.count == 2, case .number(let low) = values[0], case .number(let high) = values[1], low <= high
        else { throw wrong(member) }
        return low...high
    }
}
