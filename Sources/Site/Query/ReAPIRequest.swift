import Aero

/// A question of readsb's query interface, `/re-api/?…`.
///
/// - Source: readsb README-json.md, "--net-api-port query formats"; the names of options as its clients send them.
struct ReAPIRequest: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        /// `{"now", "aircraft", "resultCount", "ptime"}`.
        case plain
        /// As the v2 interface answers.
        case v2
        case binCraft
    }

    var query: AircraftQuery
    var form = Form.plain
    /// The answer is a zstd frame.
    var isZstd = false

    /// - Parameter options: decoded pairs of the query; names count in either case, `_` (a client's way round caches) is passed over.
    init(_ options: [(name: String, value: String)]) throws(AircraftQueryError) {
        var reader = Reader()
        for option in options where option.name != "_" { try reader.take(option.name.lowercased(), option.value) }
        query = AircraftQuery(try reader.base(), filters: reader.filters)
        form = reader.form
        isZstd = reader.isZstd
    }

    private struct Reader {
        var filters = AircraftQuery.Filters()
        var form = Form.plain
        var isZstd = false
        private var seen: Set<String> = []
        private var found: AircraftQuery.Base?
        private var addresses: [AircraftAddress]?

        mutating func take(_ name: String, _ value: String) throws(AircraftQueryError) {
            guard seen.insert(name == "hexlist" ? "find_hex" : name).inserted else { throw .repeatedOption(name) }
            if try takeBase(name, value) { return }
            if try takeFilter(name, value) { return }
            switch name {
            case "json": form = .plain
            case "jv2": form = .v2
            case "bincraft": form = .binCraft
            case "zstd": isZstd = true
            default: throw .unknownOption(Reader.shown(name))
            }
        }

        func base() throws(AircraftQueryError) -> AircraftQuery.Base {
            switch (found, addresses) {
            case (nil, nil): throw .noBase
            case (nil, let addresses?): return .addresses(addresses)
            case (.box(let box, _), let addresses?): return .box(box, or: addresses)
            case (_?, _?): throw .severalBases("find_hex")
            case (let base?, nil): return base
            }
        }

        private mutating func takeBase(_ name: String, _ value: String) throws(AircraftQueryError) -> Bool {
            let base: AircraftQuery.Base
            switch name {
            case "all": base = .all
            case "all_with_pos": base = .allWithPosition
            case "box": base = .box(try Reader.box(value), or: [])
            case "circle": base = .circle(try Reader.circle(name, value))
            case "closest": base = .closest(try Reader.circle(name, value))
            case "find_callsign": base = .callsigns(try QueryText.names(value, name))
            case "find_reg": base = .registrations(try QueryText.names(value, name))
            case "find_type": base = .types(try QueryText.names(value, name))
            case "find_hex", "hexlist":
                addresses = try QueryText.addresses(value)
                return true
            default: return false
            }
            guard found == nil else { throw .severalBases(name) }
            found = base
            return true
        }

        private mutating func takeFilter(_ name: String, _ value: String) throws(AircraftQueryError) -> Bool {
            switch name {
            case "filter_callsign_exact": filters.callsign = try Reader.name(name, value)
            case "filter_callsign_prefix": filters.callsignPrefix = try Reader.name(name, value)
            case "filter_squawk":
                guard let squawk = Squawk(value) else { throw .badSquawk }
                filters.squawk = squawk
            case "filter_type": filters.types = try QueryText.names(value, name)
            case "filter_with_pos": filters.needsPosition = true
            case "above_alt_baro": filters.lowestAltitude = Feet(try Reader.number(name, value))
            case "below_alt_baro": filters.highestAltitude = Feet(try Reader.number(name, value))
            case "filter_mil": filters.anyOf.insert(.military)
            case "filter_pia": filters.anyOf.insert(.privacyAddress)
            case "filter_ladd": filters.anyOf.insert(.limitedDisplay)
            default: return false
            }
            return true
        }

        private static func name(_ option: String, _ value: String) throws(AircraftQueryError) -> String {
            let names = try QueryText.names(value, option)
            guard names.count == 1 else { throw .badName(option) }
            return names[0]
        }

        private static func number(_ option: String, _ value: String) throws(AircraftQueryError) -> Double {
            guard let number = QueryText.number(value) else { throw .badNumber(option) }
            return number
        }

        private static func box(_ value: String) throws(AircraftQueryError) -> Box {
            guard let edges = QueryText.numbers(value, count: 4),
                let box = Box(south: edges[0], north: edges[1], west: edges[2], east: edges[3])
            else { throw .badBox }
            return box
        }

        private static func circle(_ option: String, _ value: String) throws(AircraftQueryError) -> Circle {
            guard let numbers = QueryText.numbers(value, count: 3), (-360...360).contains(numbers[1]),
                let centre = Position(latitude: numbers[0], longitude: numbers[1]),
                let circle = Circle(centre: centre, radius: NauticalMiles(numbers[2]))
            else { throw .badCircle(option) }
            return circle
        }

        /// What may be repeated of an option's name.
        private static func shown(_ name: String) -> String {
            let isPlain = name.utf8.count <= 32 && name.utf8.allSatisfy { $0 == 0x5F || (97...122).contains($0) }
            return isPlain && !name.isEmpty ? name : "of that name"
        }
    }
}
