import Aero
import Flights
import Visits

extension SkyAircraft {
    /// Who it was taken to be.
    var identityJSON: CanonicalJSON {
        .members([
            "address": .string(identity.address.hex), "registration": CanonicalJSON(identity.registration),
            "type": CanonicalJSON(identity.type), "operator": CanonicalJSON(identity.aircraftOperator),
            "role": .string(role.rawValue), "limits": limits.canonical,
        ])
    }

    /// When and where it was heard: `[milliseconds since 1970, latitude, longitude, altitude in ft or null]`.
    var pointsJSON: CanonicalJSON { Self.pointsJSON(identity.address, points) }

    static func pointsJSON(_ address: AircraftAddress, _ points: [HeardPoint]) -> CanonicalJSON {
        .members([
            "address": .string(address.hex),
            "points": .array(
                points.map { point in
                    .array([
                        .number(Double(point.time.milliseconds)), .number(point.disc.centre.latitude),
                        .number(point.disc.centre.longitude), CanonicalJSON(point.altitude?.rawValue),
                    ])
                }
            ),
        ])
    }

    init(_ fields: CanonicalFields, points: [AircraftAddress: [HeardPoint]]) throws(CanonicalJSONError) {
        let address = try fields.address("address")
        self.init(
            identity: RegisteredAircraft(
                address: address,
                registration: try fields.optionalString("registration"),
                type: try fields.optionalString("type"),
                aircraftOperator: try fields.optionalString("operator")
            ),
            role: try fields.choice("role"),
            limits: try AirframeLimits(fields.fields("limits")),
            points: points[address] ?? []
        )
    }

    /// The points of each aircraft, in the order of addresses, none of them twice; more than `PointSieve.most` are no aircraft's.
    static func points(
        _ bytes: [UInt8]
    ) throws(CanonicalJSONError) -> [(address: AircraftAddress, points: [HeardPoint])] {
        var all: [(address: AircraftAddress, points: [HeardPoint])] = []
        try VisitInputs.eachValue(bytes) { value throws(CanonicalJSONError) in
            let fields = try CanonicalFields(value, "points")
            let points = try fields.array("points").map { row throws(CanonicalJSONError) in
                guard let point = point(row) else { throw .member("points.points") }
                return point
            }
            guard points.count <= PointSieve.most, !points.isEmpty,
                zip(points, points.dropFirst()).allSatisfy({ $0.time <= $1.time })
            else { throw .member("points.points") }
            let address = try fields.address("address")
            if let last = all.last, last.address >= address { throw fields.wrong("address") }
            all.append((address, points))
            guard all.count <= VisitLimits.aircraft else { throw .member("points") }
        }
        return all
    }

    private static func point(_ row: CanonicalJSON) -> HeardPoint? {
        guard case .array(let values) = row, values.count == 4, case .number(let milliseconds) = values[0],
            case .number(let latitude) = values[1], case .number(let longitude) = values[2],
            milliseconds.magnitude < 9e12, let whole = Int64(exactly: milliseconds),
            let position = Position(latitude: latitude, longitude: longitude)
        else { return nil }
        let time = Timestamp(nanoseconds: whole * 1_000_000)
        switch values[3] {
        case .null: return HeardPoint(time: time, position: position, altitude: nil)
        case .number(let feet) where feet.magnitude < 1e6:
            return HeardPoint(time: time, position: position, altitude: Feet(feet))
        default: return nil
        }
    }
}

extension AirframeLimits {
    var canonical: CanonicalJSON {
        .members([
            "typicalKmh": .number(typicalSpeed.rawValue), "maximumKmh": .number(maximumSpeed.rawValue),
            "enduranceSeconds": .number(enduranceSeconds), "runwayMetres": .number(runwayMinimum.rawValue),
            "rotationKnots": .number(rotation.rawValue), "rotorcraft": .boolean(isRotorcraft),
        ])
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(
            typicalSpeed: KilometresPerHour(try fields.double("typicalKmh", in: 1...10_000)),
            maximumSpeed: KilometresPerHour(try fields.double("maximumKmh", in: 1...10_000)),
            enduranceSeconds: try fields.double("enduranceSeconds", in: 0...1e6),
            runwayMinimum: Metres(try fields.double("runwayMetres", in: 0...100_000)),
            rotation: Knots(try fields.double("rotationKnots", in: 0...1_000)),
            isRotorcraft: try fields.boolean("rotorcraft")
        )
    }
}
