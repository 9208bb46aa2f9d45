import Aero
import Visits

extension JSONWriter {
    /// A sentence with what it rests on.
    ///
    /// - Parameter assumptions: takes up what is assumed, to be told once in the document.
    mutating func sentence(
        _ sentence: DossierSentence,
        _ language: Draft.Language,
        _ assumptions: inout Set<DossierAssumption>
    ) {
        beginObject()
        member("text", sentence.text(in: language))
        objects("rests", sentence.rests) { rest, json in
            switch rest {
            case .claim(let number):
                json.member("kind", "claim")
                json.member("claim", number)
            case .report(let number):
                json.member("kind", "report")
                json.member("report", number)
            case .change(let number):
                json.member("kind", "change")
                json.member("change", number)
            case .observation(let address, let time):
                json.member("kind", "observation")
                json.member("hex", address.hex)
                json.member("time", time)
            case .list(let source):
                json.member("kind", "list")
                json.member("source", source)
            case .assumption(let assumption):
                json.member("kind", "assumption")
                json.member("assumption", assumption.rawValue)
            }
        }
        endObject()
        for case .assumption(let assumption) in sentence.rests { assumptions.insert(assumption) }
    }

    mutating func member(
        _ name: JSONKey,
        _ value: DossierSentence,
        _ language: Draft.Language,
        _ assumptions: inout Set<DossierAssumption>
    ) {
        key(name)
        sentence(value, language, &assumptions)
    }
}
