import Aero
import Flights
import Foundation

/// What all lines about flights are made of.
struct FlightText {
    let gazetteer: Gazetteer
    let language: NameLanguage
    /// Airports that were named, for what is told of them at the end.
    private(set) var named: Set<String> = []

    init(_ gazetteer: Gazetteer, _ language: NameLanguage) {
        self.gazetteer = gazetteer
        self.language = language
    }

    func say(_ phrase: FlightPhrase) -> String { phrase.text(language) }

    /// A probability; never rounded to 0 or to 1.
    static func share(_ probability: Double) -> String {
        let decimals = (0.01..<0.995).contains(probability) || probability <= 0 || probability >= 1 ? 2 : 4
        guard probability > 0, probability < 1 else { return String(format: "%.2f", probability) }
        if probability > 0.99995 { return ">0.9999" }
        if probability < 0.00005 { return "<0.0001" }
        return String(format: "%.\(decimals)f", probability)
    }

    /// A length of time to the minute, rounded up, below two minutes to the second.
    func duration(_ seconds: Double) -> String {
        if seconds < 120 { return FlightPhrase.seconds.text(language, String(Int(seconds.rounded(.up)))) }
        let minutes = Int((seconds / 60).rounded(.up))
        if minutes < 60 { return FlightPhrase.minutes.text(language, String(minutes)) }
        if minutes < 48 * 60 {
            return FlightPhrase.hours.text(language, String(minutes / 60), String(minutes % 60))
        }
        return FlightPhrase.days.text(language, String(minutes / 1_440), String(minutes % 1_440 / 60))
    }

    /// Airports with their shares, and the runway: `WADD runway 27`, `WARR 0.86, WADD 0.11, elsewhere 0.03`.
    mutating func place(_ end: LegEnd) -> String {
        let whole = places(end.fields)
        guard let runway = end.runway else { return whole }
        return whole + " " + FlightPhrase.runway.text(language, runway)
    }

    mutating func places(_ fields: [FieldChance]) -> String {
        guard !fields.isEmpty else { return say(.nowhere) }
        named.formUnion(fields.map(\.field))
        if fields.count == 1, fields[0].probability >= 1 { return fields[0].field }
        var words = fields.map { "\($0.field) \(Self.share($0.probability))" }
        let rest = 1 - fields.reduce(0) { $0 + $1.probability }
        if rest >= 0.005 { words.append(FlightPhrase.elsewhere.text(language, Self.share(rest))) }
        return words.joined(separator: ", ")
    }

    /// When, where, and how it is known.
    mutating func end(_ end: LegEnd) -> String {
        "\(SpanText.text(end.span)) \(place(end)), \(say(FlightPhrase(end.knowing)))"
    }

    mutating func name(_ field: String) -> String {
        named.insert(field)
        return field
    }

    /// A line for each airport that was named.
    func legend() -> [String] {
        named.sorted().compactMap { code in
            gazetteer.airport(code: code).map { airport in
                "\(code)  \(airport.names.shown(in: language)?.text ?? code), \(airport.country)"
            }
        }
    }
}
