/// An airport, airfield, seaplane base or heliport.
public struct Airport: Hashable, Sendable {
    /// Its code in OurAirports (`WIII`, `US-0420`), else its code in `airportsdata`: each airport has one, and none has another's.
    public let identity: String
    /// Four letters of ICAO's location indicators.
    public let icao: String?
    /// Three letters.
    public let iata: String?
    public let country: StateCode
    /// The airport's reference point.
    public let position: Position
    /// Height of the field above mean sea level.
    public let elevation: Feet?
    public let size: AirportSize
    /// Whether airlines flew there by timetable in October 2022.
    public let hasScheduledService: Bool
    /// Name in the IANA time zone database; known for airports of the newer register.
    public let timeZone: String?
    /// The town it serves, as its list spells it.
    public let municipality: String?
    /// The city that town is, where one of that name lies within 90 km.
    public let city: CityID?
    /// The first of a language is the one to show.
    public let names: [PlaceName]
    /// Open runways, longest first; empty where the list has none, which does not say that there is none.
    public let runways: [Runway]

    /// The code to tell it by, of ICAO where it has one. `Gazetteer.airport(code:)` finds it by either.
    public var code: String { Self.code(identity: identity, icao: icao) }

    /// Two registers: where they differ the code of ICAO is the newer (Lima is SPJC, not SPIM), but in Indonesia, whose identities are
    /// (Palu is WAFF, not WAML), and at Juba.
    static func code(identity: String, icao: String?) -> String {
        guard let icao else { return identity }
        let isIndicator = identity.utf8.count == 4 && identity.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        let isNewer = ["WA", "WI", "HJ"].contains(identity.prefix(2)) && icao != "WIEE"
        return isIndicator && isNewer ? identity : icao
    }

    public init(
        identity: String,
        icao: String?,
        iata: String?,
        country: StateCode,
        position: Position,
        elevation: Feet?,
        size: AirportSize,
        hasScheduledService: Bool,
        timeZone: String?,
        municipality: String?,
        city: CityID?,
        names: [PlaceName],
        runways: [Runway]
    ) {
        self.identity = identity
        self.icao = icao
        self.iata = iata
        self.country = country
        self.position = position
        self.elevation = elevation
        self.size = size
        self.hasScheduledService = hasScheduledService
        self.timeZone = timeZone
        self.municipality = municipality
        self.city = city
        self.names = names
        self.runways = runways
    }

    /// The same airport with other runways.
    public func with(_ runways: [Runway]) -> Airport {
        Airport(
            identity: identity,
            icao: icao,
            iata: iata,
            country: country,
            position: position,
            elevation: elevation,
            size: size,
            hasScheduledService: hasScheduledService,
            timeZone: timeZone,
            municipality: municipality,
            city: city,
            names: names,
            runways: runways
        )
    }

    /// The longest runway's length; `nil` if no runway's length is known.
    public var longestRunway: Feet? { runways.compactMap(\.length).max() }
}
