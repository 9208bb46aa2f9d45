import Aero
import Flights
import Tracking

/// `/api/v1/airports/{id}/movements`: who came and went, and who stands there.
struct MovementsDocument {
    let airport: Airport
    let found: AirportReader.Found
    let asked: Range<Timestamp>
    let basis: AnswerBasis
    let book: any AddressBook
    let language: NameLanguage

    func json(_ airports: NamedAirports) -> [UInt8] {
        var (json, airports) = (JSONWriter(capacity: 8_192), airports)
        json.beginObject()
        basis.write(to: &json)
        writeAirport(&json)
        json.member("from", asked.lowerBound)
        json.member("to", asked.upperBound)
        json.objects("movements", found.movements) { movement, json in
            json.member("kind", movement.kind.rawValue)
            writeNames(movement.aircraft.address, &json)
            json.member("callsign", movement.callsign)
            json.member("end", movement.end, &airports)
            json.member("probability", movement.probability, decimals: 4)
            json.member("other", movement.other, &airports)
            json.member("leg", FlightID(movement.aircraft, movement.leg).text)
        }
        json.objects("onGround", found.standing) { one, json in
            writeNames(one.aircraft.address, &json)
            json.member("since", one.since)
            json.member("last", one.last)
        }
        airports.write(to: &json)
        json.endObject()
        return json.bytes
    }

    private func writeNames(_ address: AircraftAddress, _ json: inout JSONWriter) {
        json.member("hex", address.hex)
        json.member("registration", book.registration(of: address))
        json.member("type", book.typeDesignator(of: address))
    }

    private func writeAirport(_ json: inout JSONWriter) {
        json.key("airport")
        json.beginObject()
        json.member("id", airport.identity)
        json.member("icao", airport.icao)
        json.member("iata", airport.iata)
        json.member("name", airport.names.shown(in: language)?.text ?? airport.identity)
        json.member("country", airport.country.description)
        json.member("latitude", airport.position.latitude, decimals: 5)
        json.member("longitude", airport.position.longitude, decimals: 5)
        json.member("elevation", airport.elevation?.rawValue, decimals: 0)
        json.objects("runways", airport.runways) { runway, json in
            let names = [runway.low.designator, runway.high.designator].compactMap(\.self)
            json.member("name", names.joined(separator: "/"))
            json.member("length", runway.length?.metres.rawValue, decimals: 0)
            json.key("ends")
            json.beginArray()
            for place in [runway.low.position, runway.high.position].compactMap(\.self) {
                json.beginArray()
                json.number(place.latitude, decimals: 5)
                json.number(place.longitude, decimals: 5)
                json.endArray()
            }
            json.endArray()
        }
        json.endObject()
    }
}
