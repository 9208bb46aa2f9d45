import Aero

/// Where the words put a stop among others.
extension StopPlanner {
    /// "In Guam between Tuvalu and Palau", "di Guam di antara Tuvalu dan Palau", "in Honolulu before the Marshall Islands": which stops it
    /// lies between, behind and before.
    func bounds(of move: Move) -> (behind: PlaceMention?, before: PlaceMention?) {
        let behind = move.place.words.upperBound
        let places = reading.sentences[move.sentence].places
        guard let first = places.firstIndex(where: { $0.words.lowerBound >= behind }),
            places[first].words.lowerBound - behind <= 3
        else { return (nil, nil) }
        if (behind..<behind + 2).contains(where: { ["between", "antara"].contains(reading.word($0)) }) {
            guard first + 1 < places.count, ["and", "dan"].contains(reading.word(places[first].words.upperBound)) else {
                return (nil, nil)
            }
            return (places[first], places[first + 1])
        }
        let isNext =
            places[first].words.lowerBound == behind + 1
            || places[first].words.lowerBound == behind + 2 && reading.word(behind + 1) == "the"
        guard isNext else { return (nil, nil) }
        switch reading.word(behind) {
        case "before", "sebelum": return (nil, places[first])
        case "after", "setelah", "sesudah", "selepas": return (places[first], nil)
        default: return (nil, nil)
        }
    }

    /// "To Rome, with a technical stop in Casablanca", "menuju Roma, dengan singgah teknis di Casablanca": on the way to the goal before it,
    /// unless it is told of the way home.
    func isAside(_ move: Move) -> Bool {
        guard move.isStopover, let verb = move.verb else { return false }
        let sentence = reading.sentences[move.sentence]
        let before = max(sentence.words.lowerBound, verb.words.lowerBound - 4)..<verb.words.lowerBound
        if isOnTheWay(verb, move) { return true }
        let opens = before.last { at in
            ["with", "dengan", "including", "termasuk"].contains(reading.word(at))
                && !(at..<verb.words.lowerBound).contains { reading.word($0) == "," }
        }
        guard opens != nil else { return false }
        return !isHomeward(move)
    }

    private static let passing: Set<String> = [
        "transit", "refuelling", "refueling", "transiting", "stopping", "calling", "changing", "pausing", "layover",
        "bertransit",
    ]

    /// "Bertolak ke Nairobi, transit di Abu Dhabi", "flies to Rome, refuelling in Casablanca": behind a comma, without a time, and
    /// nothing told behind it.
    private func isOnTheWay(_ verb: CueHit, _ move: Move) -> Bool {
        guard reading.word(verb.words.lowerBound - 1) == ",", move.arrival == nil,
            Self.passing.contains(reading.word(verb.words.lowerBound)), !isHomeward(move)
        else { return false }
        let sentence = reading.sentences[move.sentence]
        return !sentence.places.contains { place in
            place.words.lowerBound >= move.place.words.upperBound
                && sentence.cues(at: place.words.lowerBound - 1).contains { $0 == .to || $0 == .at }
        }
    }

    private static let homeward: Set<String> = [
        "back", "home", "homeward", "return", "pulang", "kembali", "kepulangan", "pulangnya", "kembalinya",
    ]

    /// "On the way home", "dalam perjalanan pulang": no stop on the way out. Right behind a word of the way.
    func isHomeward(_ move: Move) -> Bool {
        let words = reading.sentences[move.sentence].words
        let near =
            max(
                words.lowerBound,
                move.place.words.lowerBound - 10
            )..<min(words.upperBound, move.place.words.upperBound + 8)
        return near.contains { at in
            Self.homeward.contains(reading.word(at))
                && ["way", "flight", "leg", "journey", "trip", "perjalanan", "penerbangan", "rute", "saat", "waktu"]
                    .contains { [reading.word(at - 1), reading.word(at + 1)].contains($0) }
        }
    }

    private static let fuel: Set<String> = [
        "refuel", "refuels", "refuelled", "refueled", "refuelling", "refueling", "bakar", "avtur", "technical",
        "teknis", "fuel",
    ]

    /// "Is to call at Khartoum on the way", "mampir di Dubai dalam perjalanan": before the goal that was named last.
    func isUnderWay(_ move: Move) -> Bool {
        guard move.isStopover else { return false }
        let words = reading.sentences[move.sentence].words
        let near = move.place.words.upperBound..<min(words.upperBound, move.place.words.upperBound + 5)
        return near.contains { at in
            let two = reading.word(at) + " " + reading.word(at + 1)
            // "On the way to Rome" names what it comes before.
            return (two == "the way" || two == "en route" || two == "dalam perjalanan" || two == "tengah jalan")
                && !["to", "ke", "menuju"].contains(reading.word(at + 2))
        }
    }

    /// "Refuels in Riyadh", "singgah di Riyadh untuk mengisi bahan bakar", "stops for fuel at Riyadh".
    func isForFuel(_ move: Move) -> Bool {
        guard let verb = move.verb, verb.cue == .stopover else { return false }
        let words = reading.sentences[move.sentence].words
        let end = min(words.upperBound, move.place.words.upperBound + 6)
        let near = verb.words.lowerBound..<max(verb.words.upperBound, end)
        return near.contains { Self.fuel.contains(reading.word($0)) }
    }

    /// "Flies on to Asia" is no stop beside others.
    func isContinent(_ place: PlaceMention) -> Bool {
        guard place.kind == .wide, let box = place.box else { return false }
        return box.north - box.south >= 60
    }

    /// "Lands at Ben Gurion and spends the night in Jerusalem": a bed in another town of the same state, by road from where he landed (ours:
    /// up to 100 km).
    func dropBeds(_ stops: inout [PlannedStop]) {
        let all = stops
        stops.removeAll { stop in
            stop.mentions.allSatisfy { [.spend, .overnight].contains($0.verb?.cue) && $0.arrival == nil }
                && all.contains { other in
                    let isLanding = other.mentions.contains { [.arrive, .travel].contains($0.verb?.cue) }
                    guard isLanding, other.place.state == stop.place.state, other.place.name != stop.place.name,
                        let one = other.place.centre ?? other.place.airports.first?.position,
                        let two = stop.place.centre ?? stop.place.airports.first?.position
                    else { return false }
                    return Geodesy.distance(one, two).rawValue <= 100_000
                }
        }
    }

    /// "Merz and Macron will travel to Kyiv by night train": the subject is named beside whoever rides.
    func isShared(_ move: Move) -> Bool {
        let sentence = reading.sentences[move.sentence]
        return sentence.persons.contains { person in subject.map { $0.isSame(as: person) } ?? false }
            || sentence.has(.pronoun)
    }
}
