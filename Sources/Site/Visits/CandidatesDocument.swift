import Aero
import Bundles
import Flights
import Tracking
import Visits

/// `/api/v1/visits/{id}/candidates`: the aircraft consistent with an announced visit, each reason in words with what it rests on.
///
/// While the archive is young nothing in it says how likely anything is.
struct CandidatesDocument {
    let id: String
    let ranked: RankedVisit
    private let heard: [HeardVerdict]
    let words: RankingWords
    let language: Draft.Language
    /// Real visits that were compared again with what became known of them; `nil` where that is not known.
    let checkedVisits: Int?

    /// Candidates and excluded aircraft that are told; their numbers are told of all.
    static let mostCandidates = 50
    static let mostExcluded = 200

    private var ranking: VisitRanking { ranked.ranking }

    /// - Parameter airports: names of airports by their codes.
    init(
        id: String,
        visit: Visit,
        ranked: RankedVisit,
        airports: [String: DossierText],
        language: Draft.Language,
        checkedVisits: Int? = nil
    ) {
        self.id = id
        self.ranked = ranked
        heard = ranked.heard(besideClaimsOf: visit)
        self.language = language
        self.checkedVisits = checkedVisits
        words = ranked.words(DossierWords(visit: visit, airports: airports))
    }

    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 65_536)
        var assumptions: Set<DossierAssumption> = []
        json.beginObject()
        json.member("visit", id)
        var basis = AnswerBasis(realm: ranked.realm)
        basis.note(ranked.evidence)
        basis.write(to: &json)
        json.member("computed", ranked.computed)
        json.key("watched")
        json.beginObject()
        json.member("from", ranked.watched.lowerBound)
        json.member("to", ranked.watched.upperBound)
        json.endObject()
        json.objects("unkept", ranked.unkept) { time, json in
            json.member("from", time.lowerBound)
            json.member("to", time.upperBound)
        }
        json.member("later", ranked.isWithLaterClaims)
        json.member("young", ranking.isYoung)
        json.member("archiveDays", ranked.archiveDays, decimals: 1)
        json.member("compared", ranked.compared)
        json.member("notice", words.notice, language, &assumptions)
        if let checkedVisits {
            json.key("checked")
            json.beginObject()
            json.member("visits", checkedVisits)
            json.member("text", VisitRecord.words(visits: checkedVisits, isReal: true).text(in: language))
            json.endObject()
        }
        json.key("missing")
        json.beginArray()
        for missing in ranking.missing { json.sentence(words.sentence(missing), language, &assumptions) }
        json.endArray()
        json.key("usedStops")
        json.beginArray()
        for stop in ranking.usedStops.compactMap(stop(at:)) { json.integer(stop) }
        json.endArray()
        writeGroups(&json, &assumptions)
        writeCandidates(&json, &assumptions)
        writeClaims(&json, &assumptions)
        writeRest(&json, &assumptions)
        json.objects("assumptions", DossierAssumption.allCases.filter(assumptions.contains)) { assumption, json in
            json.member("id", assumption.rawValue)
            json.member("text", assumption.words.text(in: language))
        }
        json.endObject()
        return json.bytes
    }

    private var told: ArraySlice<Candidate> { ranking.candidates.prefix(Self.mostCandidates) }

    /// Groups of which a member is told, as they are numbered in the document.
    private var groups: [Convoy] {
        let told = Set(told.map(\.address))
        return ranking.convoys.filter { convoy in convoy.members.contains(where: told.contains) }
    }

    private func stop(at place: Int) -> Int? { ranked.stops.indices.contains(place) ? ranked.stops[place] : nil }

    /// How likely something is; nothing of it while the archive is young.
    private func writeProbability(_ name: JSONKey, _ value: Double, _ json: inout JSONWriter) {
        guard !ranking.isYoung else { return }
        json.member(name, value, decimals: 3)
    }

    private func writeGroups(_ json: inout JSONWriter, _ assumptions: inout Set<DossierAssumption>) {
        json.objects("groups", Array(groups.enumerated())) { entry, json in
            let (number, group) = entry
            json.member("id", number)
            json.key("members")
            json.strings(group.members.map(\.hex))
            writeProbability("probability", group.probability, &json)
            json.member("ground", group.ground.rawValue)
            json.member("sentence", words.sentence(group), language, &assumptions)
        }
    }

    private func writeCandidates(_ json: inout JSONWriter, _ assumptions: inout Set<DossierAssumption>) {
        var groupOf: [AircraftAddress: Int] = [:]
        for (number, group) in groups.enumerated() { for member in group.members { groupOf[member] = number } }
        json.member("candidatesTotal", ranking.candidates.count)
        // In the order of their groups, so that who reads no groups begins with who is told first.
        let places = told.enumerated().map { (groupOf[$1.address] ?? .max, $0, $1) }
        let inOrder = places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        json.objects("candidates", inOrder) { candidate, json in
            writeNames(candidate.address, &json)
            json.member("role", candidate.role.rawValue)
            json.member("roleText", DossierWords.name(candidate.role).text(in: language))
            json.member("group", groupOf[candidate.address])
            writeProbability("probability", candidate.probability, &json)
            if candidate.accompanying > 0 { writeProbability("accompanying", candidate.accompanying, &json) }
            json.objects("lists", ranked.listings[candidate.address] ?? []) { listing, json in
                json.member("source", listing.source)
                json.member("list", listing.list)
                json.member("date", listing.date.isEmpty ? nil : listing.date)
            }
            writeStops(candidate, &json)
            json.objects("terms", candidate.rows) { row, json in
                let sentence = words.sentence(row, of: candidate)
                json.member("term", row.term.name)
                json.member("stop", row.term.stop.flatMap(stop(at:)))
                json.member("strength", RankingTerm.strength(row.weight))
                // While the archive is young a number would rest on what is assumed.
                if !ranking.isYoung {
                    json.member("weight", row.weight, decimals: 3)
                    json.member("times", RankingTerm.times(row.weight), decimals: 4)
                }
                json.member("sentence", sentence, language, &assumptions)
                json.key("observations")
                json.beginArray()
                for time in row.observations { json.number(time.seconds, decimals: 3) }
                json.endArray()
            }
        }
    }

    private func writeStops(_ candidate: Candidate, _ json: inout JSONWriter) {
        let stops = zip(ranking.usedStops, candidate.evidence).map { (place: $0, evidence: $1) }
        json.objects("stops", stops) { one, json in
            let told = one.evidence.told
            json.member("stop", stop(at: one.place))
            json.member("known", told.known.rawValue)
            json.member("airport", told.airport)
            json.member("from", told.from)
            json.member("to", told.to)
        }
    }

    private func writeClaims(_ json: inout JSONWriter, _ assumptions: inout Set<DossierAssumption>) {
        json.objects("claims", heard) { verdict, json in
            json.member("claim", verdict.claim)
            json.member("outcome", verdict.outcome.rawValue)
            json.member("outcomeText", DossierWords.name(verdict.outcome).text(in: language))
            json.member("hex", verdict.aircraft?.hex)
            json.member("sentence", words.sentence(verdict), language, &assumptions)
        }
    }

    private func writeRest(_ json: inout JSONWriter, _ assumptions: inout Set<DossierAssumption>) {
        json.key("none")
        json.beginObject()
        writeProbability("probability", ranking.none, &json)
        writeProbability("nobody", ranking.nobody, &json)
        json.member("sentence", words.none(ranking.none), language, &assumptions)
        json.endObject()
        json.member("excludedTotal", ranking.excluded.count)
        json.objects("excluded", ranked.excludedInOrder(most: Self.mostExcluded)) { excluded, json in
            writeNames(excluded.address, &json)
            json.member("sentence", words.sentence(excluded), language, &assumptions)
        }
        json.objects("settling", ranking.settling) { settling, json in
            json.member("stop", stop(at: settling.stop))
            json.member("airport", settling.airport)
            json.member("from", settling.span.earliest)
            json.member("to", settling.span.latest)
            if !ranking.isYoung { json.member("bits", settling.bits, decimals: 2) }
            json.member("sentence", words.sentence(settling), language, &assumptions)
        }
    }

    private func writeNames(_ address: AircraftAddress, _ json: inout JSONWriter) {
        let aircraft = ranked.aircraft[address]
        json.member("hex", address.hex)
        json.member("registration", aircraft?.registration)
        json.member("type", aircraft?.type)
        json.member("operator", aircraft?.aircraftOperator)
    }
}
