import Aero

extension PollQuery {
    private static let words: [PollFormat: [String]] = [
        .readsb: [], .v2: ["circle", "hex", "reg", "type", "mil"], .openSky: ["box", "icao24"],
    ]
    private static let mostNames = 200

    /// Takes the question out of a source's options.
    ///
    /// - Throws: `PollSourceError` that says what to write.
    public init(
        taking options: inout [String: String],
        format: PollFormat
    ) throws(PollSourceError) {
        let known = Self.words[format] ?? []
        let given = known.filter { options[$0] != nil }
        guard given.count <= 1 else {
            throw PollSourceError(field: "query", "ask one question only: \(given.joined(separator: "= or "))=")
        }
        guard let word = given.first, let value = options.removeValue(forKey: word) else {
            guard known.isEmpty else {
                throw PollSourceError(
                    field: "query",
                    "say what to ask for: \(known.map(Self.example).joined(separator: ", "))"
                )
            }
            self = .document
            return
        }
        switch word {
        case "circle": self = try Self.circle(value)
        case "hex", "icao24": self = .addresses(try Self.addresses(value, word))
        case "reg": self = .registrations(try Self.names(value, word, longest: 10))
        case "type": self = .types(try Self.names(value, word, longest: 4))
        case "box": self = try Self.box(value)
        default:
            guard ["1", "true", ""].contains(value) else {
                throw PollSourceError(field: "query", "mil=\(value): write mil=1")
            }
            self = .military
        }
    }

    private static func example(_ word: String) -> String {
        switch word {
        case "circle": "circle=52.3,4.8,50"
        case "hex": "hex=4840d6"
        case "reg": "reg=PH-BVA"
        case "type": "type=B738"
        case "box": "box=45.8,5.9,47.8,10.5"
        case "icao24": "icao24=4b1814"
        default: "\(word)=1"
        }
    }

    private static func numbers(_ text: String, _ count: Int) -> [Double]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let values = parts.compactMap { Double($0) }.filter(\.isFinite)
        return parts.count == count && values.count == count ? values : nil
    }

    private static func circle(_ text: String) throws(PollSourceError) -> PollQuery {
        guard let values = numbers(text, 3), abs(values[1]) <= 180,
            let centre = Position(latitude: values[0], longitude: values[1]), (0.1...1000).contains(values[2])
        else {
            throw PollSourceError(
                field: "circle",
                "circle=\(text.prefix(60)): write LAT,LON,NM, for example circle=52.3,4.8,50"
            )
        }
        return .circle(centre, radius: NauticalMiles(values[2]))
    }

    private static func box(_ text: String) throws(PollSourceError) -> PollQuery {
        guard let values = numbers(text, 4), values.allSatisfy({ abs($0) <= 180 }), abs(values[0]) <= 90,
            abs(values[2]) <= 90
        else {
            throw PollSourceError(
                field: "box",
                "box=\(text.prefix(60)): write SOUTH,WEST,NORTH,EAST, for example box=45.8,5.9,47.8,10.5"
            )
        }
        guard values[0] < values[2], values[1] < values[3] else {
            throw PollSourceError(
                field: "box",
                "box=\(text.prefix(60)): south must be less than north and west less than east; over the 180th meridian write two "
                    + "sources"
            )
        }
        return .box(south: values[0], west: values[1], north: values[2], east: values[3])
    }

    private static func addresses(_ text: String, _ word: String) throws(PollSourceError) -> [AircraftAddress] {
        var list: [AircraftAddress] = []
        for part in text.split(separator: ",") {
            guard let address = AircraftAddress(part), address.isICAO else {
                throw PollSourceError(field: word, "\(word)=\(part.prefix(20)): an address is six hexadecimal digits")
            }
            list.append(address)
        }
        guard (1...mostNames).contains(list.count) else {
            throw PollSourceError(field: word, "\(word)= takes 1 to \(mostNames) addresses, with commas between")
        }
        return list
    }

    private static func names(_ text: String, _ word: String, longest: Int) throws(PollSourceError) -> [String] {
        let list = text.split(separator: ",").map { $0.uppercased() }
        let isPlain = list.allSatisfy { name in
            name.utf8.count <= longest
                && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }
        }
        guard isPlain, (1...mostNames).contains(list.count) else {
            throw PollSourceError(
                field: word,
                "\(word)=\(text.prefix(40)): write 1 to \(mostNames) names of letters, digits and dashes, with commas between"
            )
        }
        return list
    }
}
