import Aero

/// Places as alerts say them.
struct WatchPlaceText {
    let gazetteer: Gazetteer
    let language: WatchLanguage

    private var names: NameLanguage { language == .indonesian ? .indonesian : .english }

    /// `Yakutsk (UEEE)`; the code alone where nothing more is known.
    func airport(_ code: String) -> String {
        guard let name = gazetteer.airport(code: code)?.names.shown(in: names)?.text, name != code else { return code }
        return "\(name) (\(code))"
    }

    /// The airport next to a place and its country; `nil` where none lies within 300 km.
    func near(_ place: Position) -> String? {
        guard let nearest = gazetteer.airports(near: place, count: 1, sizes: .larger, within: 300_000).first else {
            return nil
        }
        let airport = gazetteer.airport(at: nearest.slot)
        let country = gazetteer.country(airport.country)?.names.shown(in: names)?.text
        return self.airport(airport.identity) + (country.map { ", \($0)" } ?? "")
    }

    /// The country of the airport next to a place: an area, and no more.
    func area(_ place: Position) -> String? {
        guard let nearest = gazetteer.airports(near: place, count: 1, sizes: .larger, within: 300_000).first else {
            return nil
        }
        let airport = gazetteer.airport(at: nearest.slot)
        return gazetteer.country(airport.country)?.names.shown(in: names)?.text ?? airport.country.description
    }

    /// `62.1, 129.8`.
    static func degrees(_ place: Position) -> String { "\(tenths(place.latitude)), \(tenths(place.longitude))" }

    private static func tenths(_ number: Double) -> String { RuleValue(.number((number * 10).rounded() / 10)).json }

    /// To 0.1 degrees.
    static func coarse(_ place: Position) -> Position? {
        Position(
            latitude: (place.latitude * 10).rounded() / 10,
            longitude: Position.wrapped((place.longitude * 10).rounded() / 10)
        )
    }
}
