import Aero
import Visits

/// How one visitor is shown visits.
struct VisitReader {
    let gazetteer: Gazetteer
    let language: NameLanguage
    /// Whether he may know what is private: whole visits, texts, who did what.
    let knowsPrivate: Bool

    var sentenceLanguage: Draft.Language { language == .indonesian ? .indonesian : .english }

    func name(ofAirport code: String) -> String {
        gazetteer.airport(code: code)?.names.shown(in: language)?.text ?? code
    }

    /// The clock people go by there, as the IANA names it; `nil` where no list says.
    func timeZone(ofAirport code: String) -> String? {
        guard let airport = gazetteer.airport(code: code) else { return nil }
        return airport.timeZone ?? airport.city.flatMap { gazetteer.city($0) }?.timeZone
    }

    /// The state a stop lies in: as it was read, or that of its likeliest airport.
    func country(of stop: DraftedStop) -> StateCode? {
        stop.country ?? stop.stop.airports.first.flatMap { gazetteer.airport(code: $0.code)?.country }
    }

    /// Names of all airports of a visit, in both languages, for its sentences.
    func airportNames(of visit: Visit) -> [String: DossierText] {
        var names: [String: DossierText] = [:]
        let used =
            visit.stops.flatMap(\.stop.airports) + (visit.subject?.assumedHome ?? [])
            + visit.claims.flatMap { $0.places.flatMap(\.airports) }
        for airport in used where names[airport.code] == nil {
            let found = gazetteer.airport(code: airport.code)?.names
            names[airport.code] = DossierText(
                english: found?.shown(in: .english)?.text ?? airport.code,
                indonesian: found?.shown(in: .indonesian)?.text ?? airport.code
            )
        }
        return names
    }

    /// What a visit is called: the name somebody gave it, or whose it is and where it goes.
    func title(of visit: Visit) -> String {
        if let title = visit.title { return title }
        let who = visit.subject.flatMap { $0.name ?? $0.role }
        let places = visit.stops.filter { $0.stop.kind != .return }.prefix(4).map(\.stop.name)
        return [who, places.isEmpty ? nil : places.joined(separator: ", ")].compactMap(\.self).joined(separator: ": ")
    }
}
