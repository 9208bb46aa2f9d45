/// Makes the sentences of one dossier, in both languages and each with what it rests on. Pages, the command line and exports have no others.
public struct DossierWords: Sendable {
    let visit: Visit
    let airports: [String: DossierText]

    /// - Parameter airports: names by their codes in the gazetteer; one without a name is called by its code.
    public init(visit: Visit, airports: [String: DossierText] = [:]) {
        self.visit = visit
        self.airports = airports
    }

    /// "Pyongyang Sunan International Airport (ZKPY)".
    public func airport(_ code: String) -> DossierText {
        guard let name = airports[code] else { return DossierText(code) }
        return DossierText(english: "\(name.english) (\(code))", indonesian: "\(name.indonesian) (\(code))")
    }

    /// What a stop is called.
    func name(_ stop: ItineraryStop) -> DossierText {
        stop.name.isEmpty ? DossierPhrase.unnamedStop.filled() : DossierText(stop.name)
    }

    /// A stop by its number in the visit; its number where it is gone.
    func name(ofStop id: Int) -> DossierText {
        if let stop = visit.stops.first(where: { $0.id == id }) { return name(stop.stop) }
        return DossierPhrase.someStop.filled(["number": DossierText("\(id)")])
    }

    func claim(_ id: Int) -> Claim? { visit.claims.first { $0.id == id } }

    /// What is announced of a stop: its claims, else the reports that name it, else the people who put it in.
    func rests(ofStop id: Int) -> [DossierSentence.Rest] {
        guard let stop = visit.stops.first(where: { $0.id == id }) else { return [.assumption(.enteredByHand)] }
        let claims = stop.claims.filter { claim($0) != nil }.map { DossierSentence.Rest.claim($0) }
        if !claims.isEmpty { return claims }
        let reports = ([stop.report] + stop.mentions.map(\.report)).filter { id in
            visit.reports.contains { $0.id == id }
        }
        if !stop.spans.isEmpty, let report = reports.first { return [.report(report)] }
        return [.assumption(.enteredByHand)]
    }

    /// The claims that are there, else the people who put in what is said.
    func rests(ofClaims ids: [Int]) -> [DossierSentence.Rest] {
        let rests = ids.filter { claim($0) != nil }.map { DossierSentence.Rest.claim($0) }
        return rests.isEmpty ? [.assumption(.enteredByHand)] : rests
    }

    func sentence(
        _ phrase: DossierPhrase,
        _ values: [String: DossierText] = [:],
        rests: [DossierSentence.Rest]
    ) -> DossierSentence {
        DossierSentence(phrase.filled(values), rests: rests)
    }
}
