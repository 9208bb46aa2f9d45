import Visits

extension JSONWriter {
    /// The member `assumptions`: what sentences of the document rest on, each once, in the order of their list.
    mutating func assumptions(_ assumptions: Set<DossierAssumption>, _ language: Draft.Language) {
        objects("assumptions", DossierAssumption.allCases.filter(assumptions.contains)) { assumption, json in
            json.member("id", assumption.rawValue)
            json.member("text", assumption.words.text(in: language))
        }
    }
}
