import Aero

extension VisitScenario {
    /// The scenario as lines of JSON: what it is, who listens, who there is, what was announced, each point heard; the truth last.
    ///
    /// Every line says that it is simulated.
    ///
    /// - Parameter hasTruth: whether the last line tells what happened.
    public func writeLines(hasTruth: Bool = true, _ write: (String) -> Void) {
        write(line("scenario", ["\"seed\": \(seed)", "\"hours\": \(Decimals.text(settings.hours, places: 1))"]))
        for one in listeners { write(line("receiver", place(one.airport) + outage(one))) }
        write(line("announcement", announced))
        for one in aircraft { write(line("aircraft", told(one))) }
        for (number, one) in aircraft.enumerated() {
            for point in points[number] { write(line("point", [text("hex", one.address.hex)] + told(point))) }
        }
        if hasTruth { write(line("truth", happened)) }
    }

    private func line(_ kind: String, _ fields: [String]) -> String {
        "{" + ([text("kind", kind), "\"simulated\": true"] + fields).joined(separator: ", ") + "}"
    }

    private func text(_ key: String, _ value: String) -> String { "\"\(key)\": \"\(value)\"" }

    private func place(_ airport: Int) -> [String] {
        let one = Self.airports[airport]
        return [text("airport", one.code)] + coordinates(one.position)
    }

    private func coordinates(_ position: Position) -> [String] {
        [
            "\"lat\": \(Decimals.text(position.latitude, places: 4))",
            "\"lon\": \(Decimals.text(position.longitude, places: 4))",
        ]
    }

    private func outage(_ receiver: Receiver) -> [String] {
        guard let outage = receiver.outage else { return [] }
        return ["\"down\": [\(unix(outage.lowerBound)), \(unix(outage.upperBound))]"]
    }

    private func unix(_ time: Timestamp) -> String { Decimals.text(time.seconds, places: 0) }

    private var announced: [String] {
        let stops = announcement.stops.map { stop in
            let readings = stop.readings.map { reading in
                "{\"start\": \(unix(reading.start)), \"end\": \(unix(reading.end)), "
                    + "\"weight\": \(Decimals.text(reading.weight, places: 2))}"
            }
            return "{" + place(stop.airport).joined(separator: ", ")
                + ", \"readings\": [\(readings.joined(separator: ", "))]}"
        }
        return [text("state", announcement.state), text("home", Self.airports[announcement.home].code)]
            + ["\"stops\": [\(stops.joined(separator: ", "))]"]
    }

    private func told(_ one: VisitAircraft) -> [String] {
        [
            text("hex", one.address.hex), text("class", one.kind.rawValue), text("operator", one.aircraftOperator),
            text("registration", one.registration), text("type", one.type),
            text("base", Self.airports[one.home].code),
        ]
    }

    private func told(_ point: VisitPoint) -> [String] {
        ["\"t\": \(unix(point.time))"] + coordinates(point.position) + [
            "\"radius_km\": \(Decimals.text(point.radius.rawValue / 1_000, places: 0))",
            "\"altitude_ft\": \(Decimals.text(point.altitude.rawValue, places: 0))",
        ]
    }

    private var happened: [String] {
        func list(_ all: [String]) -> String { "[" + all.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
        let carrier = truth.carrier.map {
            [text("carrier", $0.address.hex), text("transponder", $0.transponder.rawValue)]
        }
        let times = truth.arrivalHours.map { unix(Self.start.advanced(bySeconds: $0 * 3_600)) }
        return (carrier ?? ["\"carrier\": null"]) + [
            "\"companions\": \(list(truth.companions.map(\.hex)))", "\"decoys\": \(list(truth.decoys.map(\.hex)))",
            "\"relay_partner\": \(truth.relayPartner.map { "\"\($0.hex)\"" } ?? "null")",
            "\"other_visitors\": \(list(truth.otherVisitors.map(\.hex)))", "\"stops\": \(list(truth.stops))",
            "\"arrivals\": [\(times.joined(separator: ", "))]",
            "\"fault\": \(truth.fault.map { "\"\($0.rawValue)\"" } ?? "null")",
            "\"spoofed\": \(truth.isSpoofed)", "\"detour\": \(truth.hasDetour)",
        ]
    }
}
