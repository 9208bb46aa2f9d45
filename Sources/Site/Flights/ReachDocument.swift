import Aero
import Flights

/// `/api/v1/aircraft/{hex}/reach` and `…/between`.
enum ReachDocument {
    static func json(
        _ aircraft: AircraftAddress,
        _ open: ReachReader.Open?,
        at time: Timestamp,
        _ basis: AnswerBasis,
        _ airports: NamedAirports
    ) -> [UInt8] {
        var (json, airports) = (JSONWriter(capacity: 32_768), airports)
        json.beginObject()
        basis.write(to: &json)
        json.member("hex", aircraft.hex)
        json.member("at", time)
        if let open {
            write("from", open.from, &json)
            json.member("isOnGround", open.isOnGround)
            json.member("speed", open.reach.speed.rawValue, decimals: 0)
            json.member("end", open.reach.end)
            let until = min(time, open.reach.end)
            let seconds = until.seconds(since: open.from.time)
            let step = max(1, (seconds / 3_600 / Double(ReachReader.mostIsochrones)).rounded(.up)) * 3_600
            var lines = open.reach.isochrones(until: until, stepSeconds: step)
            // The last is that of the moment itself.
            if lines.last?.time != until, seconds > 0 {
                lines.append(Isochrone(time: until, region: open.reach.region(at: until)))
            }
            json.objects("isochrones", lines) { line, json in
                json.member("time", line.time)
                json.members(line.region)
            }
            if let forecast = open.forecast { write(forecast, &json, &airports) }
        }
        airports.write(to: &json)
        json.endObject()
        return json.bytes
    }

    private static func write(_ forecast: ArrivalForecast, _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        json.objects("arrivals", forecast.estimates) { estimate, json in
            airports.note(estimate.field)
            json.member("id", estimate.field)
            json.member("share", estimate.share, decimals: 4)
            members(estimate.interval, &json)
        }
        json.key("anywhere")
        json.beginObject()
        members(forecast.anywhere, &json)
        json.endObject()
    }

    private static func members(_ interval: ArrivalInterval, _ json: inout JSONWriter) {
        json.member("earliest", interval.soonest)
        json.member("low", interval.early)
        json.member("middle", interval.middle)
        json.member("high", interval.late)
        json.member("latest", interval.latest)
        json.member("landed", interval.landedProbability, decimals: 4)
    }

    static func json(
        _ aircraft: AircraftAddress,
        _ between: ReachReader.Between?,
        _ basis: AnswerBasis,
        _ airports: NamedAirports
    ) -> [UInt8] {
        var (json, airports) = (JSONWriter(capacity: 16_384), airports)
        json.beginObject()
        basis.write(to: &json)
        json.member("hex", aircraft.hex)
        if let between {
            write("from", between.from, &json)
            write("to", between.to, &json)
            json.member("isPossible", between.reach.isPossible)
            json.member("speed", between.reach.speed.rawValue, decimals: 0)
            json.member("neededSpeed", between.reach.neededSpeed?.rawValue, decimals: 0)
            json.key("region")
            json.beginObject()
            json.members(between.reach.region)
            json.endObject()
            json.objects("stops", between.stops) { stop, json in
                airports.note(stop.airport)
                json.member("id", stop.airport)
                json.member("arrival", stop.fit.arrival)
                json.member("departure", stop.fit.departure)
                json.member("longestDwell", stop.fit.longestDwellSeconds, decimals: 0)
            }
        }
        airports.write(to: &json)
        json.endObject()
        return json.bytes
    }

    private static func write(_ name: JSONKey, _ sighting: Sighting, _ json: inout JSONWriter) {
        json.key(name)
        json.beginObject()
        json.member("time", sighting.time)
        let place = sighting.whereabouts.narrowest.centre
        json.member("latitude", place.latitude, decimals: 5)
        json.member("longitude", place.longitude, decimals: 5)
        json.member("altitude", sighting.altitude?.rawValue, decimals: 0)
        json.endObject()
    }
}
