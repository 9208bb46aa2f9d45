import Aero
import Flights
import Tracking

/// `/api/v1/aircraft/{hex}/flights`: legs, stops and silences of one aircraft, each with how it is known.
struct FlightsDocument {
    /// Whether it is told what silences mean.
    enum CoverageStanding: String {
        case learned
        /// Nothing was learned yet.
        case none
        /// Who asks is not told: it tells where receivers stand.
        case withheld
    }

    let account: FlightAccount
    let verdicts: [Timestamp: GapVerdict]
    let standing: CoverageStanding
    let first: FirstHeard
    let basis: AnswerBasis
    let book: any AddressBook

    /// - Parameter airports: whose names are told in a language.
    func json(_ airports: NamedAirports) -> [UInt8] {
        var (json, airports) = (JSONWriter(capacity: 16_384), airports)
        json.beginObject()
        basis.write(to: &json)
        let address = account.aircraft.address
        json.member("hex", address.hex)
        json.member("registration", book.registration(of: address))
        json.member("type", book.typeDesignator(of: address))
        json.member("from", account.asked.lowerBound)
        json.member("to", account.asked.upperBound)
        json.member("heardFrom", account.heard?.earliest)
        json.member("heardTo", account.heard?.latest)
        json.member("state", account.state.word)
        let gaps = account.gaps
        json.objects("legs", account.legs) { write($0, gaps, &$1, &airports) }
        json.objects("stops", account.stops) { write($0, &$1, &airports) }
        writeGaps(gaps, &json, &airports)
        json.objects("revisions", account.revisions) { write($0, &$1, &airports) }
        json.objects("doubtful", account.doubtful) { stretch, json in
            json.member("reason", stretch.reason.word)
            json.members(stretch.span)
            json.member("count", stretch.count)
        }
        first.write(to: &json)
        json.member("coverage", standing.rawValue)
        airports.write(to: &json)
        json.endObject()
        return json.bytes
    }

    // MARK: - Legs and stops

    private func write(_ leg: Leg, _ gaps: [Gap], _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        json.member("id", FlightID(account.aircraft, leg).text)
        json.member("takeoff", leg.takeoff, &airports)
        json.member("landing", leg.landing, &airports)
        json.member("isLost", leg.isLost)
        json.key("callsigns")
        json.strings(account.callsigns(of: leg))
        json.objects("notes", leg.notes) { note, json in
            airports.note(note.field)
            json.member("kind", note.word)
            json.member("airport", note.field)
            json.member("runway", note.runway)
            json.members(note.span)
        }
        if let diversion = leg.diversion {
            json.key("diversion")
            json.beginObject()
            airports.note(diversion.field)
            json.member("airport", diversion.field)
            json.member("known", diversion.knowing.rawValue)
            json.members(diversion.span)
            json.endObject()
        }
        json.key("gaps")
        json.beginArray()
        for gap in leg.gaps {
            let start = gap.from.sighting.time
            if let place = gaps.firstIndex(where: { $0.from.sighting.time == start }) { json.integer(place) }
        }
        json.endArray()
        if let from = leg.takeoff.field.flatMap(airports.position),
            let to = leg.landing?.field.flatMap(airports.position)
        {
            json.member("greatCircle", Geodesy.distance(from, to).rawValue, decimals: 0)
        }
        let flown = leg.heardSpan ?? leg.span
        json.member("highest", account.profile.highest(in: flown)?.rawValue, decimals: 0)
        json.member("fastest", account.profile.fastest(in: flown)?.rawValue, decimals: 1)
    }

    private func write(_ stop: Stop, _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        airports.note(stop.field)
        json.member("airport", stop.field)
        json.member("kind", stop.kind.rawValue)
        json.member("known", stop.knowing.rawValue)
        json.member("arrival", stop.arrival)
        json.member("departure", stop.departure)
    }

    // MARK: - Silences

    private func writeGaps(_ gaps: [Gap], _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        json.key("gaps")
        json.beginArray()
        for gap in gaps {
            json.beginObject()
            begin(gap.from, gap.to, until: gap.to.sighting.time, &json, &airports)
            json.member("doubtful", gap.doubtfulCount)
            json.objects("hypotheses", gap.hypotheses) { write($0, &$1, &airports) }
            writeVerdict(gap.from, &json)
            json.endObject()
        }
        if let open = account.silenceAsked {
            json.beginObject()
            begin(open, nil, until: account.toldUntil, &json, &airports)
            json.objects("hypotheses", [GapHypothesis]()) { _, _ in }
            writeVerdict(open, &json)
            json.endObject()
        }
        json.endArray()
    }

    private func begin(
        _ from: GapEnd,
        _ to: GapEnd?,
        until end: Timestamp,
        _ json: inout JSONWriter,
        _ airports: inout NamedAirports
    ) {
        json.member("id", FlightID(account.aircraft, from.sighting.time).text)
        json.member("from", from, &airports)
        json.member("to", to, &airports)
        json.member("seconds", end.seconds(since: from.sighting.time), decimals: 0)
    }

    private func writeVerdict(_ from: GapEnd, _ json: inout JSONWriter) {
        guard let verdict = verdicts[from.sighting.time] else { return }
        json.key("verdict")
        VerdictDocument.write(verdict, to: &json)
    }

    private func write(_ hypothesis: GapHypothesis, _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        airports.note(hypothesis.story.field)
        json.member("story", hypothesis.story.word)
        json.member("airport", hypothesis.story.field)
        json.member("probability", hypothesis.probability, decimals: 4)
        json.member("landing", hypothesis.landing, &airports)
        json.member("takeoff", hypothesis.takeoff, &airports)
        json.member("longestDwell", hypothesis.longestDwellSeconds, decimals: 0)
    }

    private func write(_ revision: GapRevision, _ json: inout JSONWriter, _ airports: inout NamedAirports) {
        json.member("gap", revision.gap)
        json.member("time", revision.time)
        json.member("reason", revision.reason.word)
        json.objects("before", revision.before) { write($0, &$1, &airports) }
        json.objects("after", revision.after) { write($0, &$1, &airports) }
    }
}
