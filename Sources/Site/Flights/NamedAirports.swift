import Aero
import Flights

/// The airports that an answer names, so that each is described once.
struct NamedAirports {
    private let gazetteer: Gazetteer
    private let language: NameLanguage
    private var codes: Set<String> = []

    init(_ gazetteer: Gazetteer, _ language: NameLanguage) {
        self.gazetteer = gazetteer
        self.language = language
    }

    mutating func note(_ code: String?) {
        if let code { codes.insert(code) }
    }

    func position(_ code: String) -> Position? { gazetteer.slot(ofAirport: code).map { gazetteer.position(at: $0) } }

    /// The member `airports`, last of its object.
    func write(to json: inout JSONWriter) {
        json.key("airports")
        json.beginObject()
        for code in codes.sorted() {
            guard let airport = gazetteer.airport(code: code) else { continue }
            json.key(JSONKey(code))
            json.beginObject()
            json.member("name", airport.names.shown(in: language)?.text ?? code)
            json.member("country", airport.country.description)
            json.member("latitude", airport.position.latitude, decimals: 5)
            json.member("longitude", airport.position.longitude, decimals: 5)
            json.endObject()
        }
        json.endObject()
    }
}
