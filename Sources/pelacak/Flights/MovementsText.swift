import Aero
import Flights
import Foundation

/// Who came to an airport and left it, as lines of text, read off the interface's answer.
struct MovementsText {
    /// What is printed of the answer.
    struct Document: Decodable {
        struct Place: Decodable {
            var id: String
            var icao: String?
            var iata: String?
            var name: String
            var country: String
        }
        struct Interval: Decodable {
            var earliest: Double
            var latest: Double
        }
        struct Chance: Decodable {
            var id: String
            var probability: Double
        }
        struct End: Decodable {
            var known: String
            var earliest: Double
            var latest: Double
            var airports: [Chance]
            var runway: String?
        }
        struct Movement: Decodable {
            var kind: String
            var hex: String
            var registration: String?
            var type: String?
            var callsign: String?
            var end: End
            var probability: Double
            var other: End?
            var leg: String
        }
        struct Standing: Decodable {
            var hex: String
            var registration: String?
            var type: String?
            var since: Interval?
            var last: Double
        }
        var airport: Place
        var movements: [Movement]
        var onGround: [Standing]
        var credits: [String]
        var incompleteDays: [String]
        var damagedChunks: Int
        var next: Double?
    }

    private var text: FlightText
    private var told: Set<String> = []

    init(_ gazetteer: Gazetteer, _ language: NameLanguage) { text = FlightText(gazetteer, language) }

    /// The airport, and the time that is told of.
    func head(_ airport: Airport, _ range: Range<Timestamp>) -> [String] {
        let codes = Set([airport.identity, airport.icao, airport.iata].compactMap(\.self)).subtracting([
            airport.identity
        ])
        let name = airport.names.shown(in: text.language)?.text ?? airport.identity
        let all = ([airport.identity] + codes.sorted()).joined(separator: " ")
        return ["\(all)  \(name), \(airport.country)", SpanText.text(range.lowerBound, range.upperBound)]
    }

    /// Movements that were not told yet: an answer that was cut and the next one may hold the same.
    mutating func movements(_ document: Document) -> [String] {
        document.movements.compactMap { movement in
            guard told.insert("\(movement.kind) \(movement.leg)").inserted else { return nil }
            return line(movement)
        }
    }

    func standing(_ document: Document) -> [String] {
        guard !document.onGround.isEmpty else { return [text.say(.nobody)] }
        return [text.say(.standing)]
            + document.onGround.map { one in
                let names = [one.hex, one.registration, one.type].compactMap(\.self).joined(separator: " ")
                let since = one.since.flatMap { span($0.earliest, $0.latest) }
                    .map { FlightPhrase.since.text(text.language, SpanText.text($0)) }
                let last = TimeText.iso(SpanText.floor(Timestamp(seconds: one.last)))
                let words = [since, FlightPhrase.lastHeard.text(text.language, last)].compactMap(\.self)
                return "  \(names)  \(words.joined(separator: ", "))"
            }
    }

    /// What is said where nothing moved.
    var nothing: String { text.say(.noMovement) }

    func legend() -> [String] { text.legend() }

    private mutating func line(_ movement: Document.Movement) -> String {
        let isLanding = movement.kind == "landing"
        let kind = text.say(isLanding ? .landing : .takeoff)
        var here = [span(movement.end.earliest, movement.end.latest).map(SpanText.text) ?? "-"]
        if let runway = movement.end.runway { here.append(FlightPhrase.runway.text(text.language, runway)) }
        var words = [here.joined(separator: " "), known(movement.end)]
        if movement.probability < 1 {
            words.append(FlightPhrase.here.text(text.language, FlightText.share(movement.probability)))
        }
        let names = [movement.hex, movement.registration, movement.type, movement.callsign].compactMap(\.self)
        words.append(names.joined(separator: " "))
        if let other = movement.other {
            let fields = other.airports.map { FieldChance(field: $0.id, probability: $0.probability) }
            let phrase: FlightPhrase = isLanding ? .comingFrom : .goingTo
            let when = span(other.earliest, other.latest).map(SpanText.text) ?? "-"
            let place = phrase.text(text.language, text.places(fields))
            words.append("\(place) (\(when), \(known(other)))")
        }
        return "\(kind)  \(words.joined(separator: ", "))"
    }

    private func known(_ end: Document.End) -> String {
        text.say(Knowing(rawValue: end.known).map { FlightPhrase($0) } ?? .unknown)
    }

    private func span(_ earliest: Double, _ latest: Double) -> Span? {
        Span(earliest: Timestamp(seconds: earliest), latest: Timestamp(seconds: latest))
    }
}
