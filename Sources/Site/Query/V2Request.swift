import Aero

/// A question of the v2 interface: what stands behind `/v2/` in the path.
///
/// - Source: the interface of adsb.lol (its OpenAPI description, paths under `/v2`), which follows that of ADS-B Exchange.
struct V2Request: Hashable, Sendable {
    let query: AircraftQuery

    /// Nautical miles; a greater radius is answered as this one.
    static let radiusBound = 250.0

    static let paths = [
        "/v2/hex/{hex}", "/v2/icao/{hex}", "/v2/callsign/{callsign}", "/v2/reg/{registration}",
        "/v2/registration/{registration}", "/v2/type/{type}", "/v2/squawk/{squawk}", "/v2/sqk/{squawk}", "/v2/mil",
        "/v2/pia", "/v2/ladd", "/v2/point/{latitude}/{longitude}/{radius}",
        "/v2/lat/{latitude}/lon/{longitude}/dist/{radius}", "/v2/closest/{latitude}/{longitude}/{radius}",
    ]

    /// - Parameter pieces: of the path behind `v2`; a slash at its end is passed over.
    /// - Returns: `nil` when there is no such path.
    init?(_ pieces: [String]) throws(AircraftQueryError) {
        let pieces = pieces.last == "" ? pieces.dropLast() : pieces[...]
        switch (pieces.first, pieces.count) {
        case ("hex", 2), ("icao", 2): query = AircraftQuery(.addresses(try QueryText.addresses(pieces[1])))
        case ("callsign", 2): query = AircraftQuery(.callsigns(try QueryText.names(pieces[1], "callsign")))
        case ("reg", 2), ("registration", 2):
            query = AircraftQuery(.registrations(try QueryText.names(pieces[1], "registration")))
        case ("type", 2): query = AircraftQuery(.types(try QueryText.names(pieces[1], "type")))
        case ("squawk", 2), ("sqk", 2): query = AircraftQuery(.squawks(try QueryText.squawks(pieces[1])))
        case ("mil", 1): query = V2Request.flagged(.military)
        case ("pia", 1): query = V2Request.flagged(.privacyAddress)
        case ("ladd", 1): query = V2Request.flagged(.limitedDisplay)
        case ("point", 4):
            query = AircraftQuery(.circle(try V2Request.circle("point", pieces[1], pieces[2], pieces[3])))
        case ("closest", 4):
            query = AircraftQuery(.closest(try V2Request.circle("closest", pieces[1], pieces[2], pieces[3])))
        case ("lat", 6) where pieces[2] == "lon" && pieces[4] == "dist":
            query = AircraftQuery(.circle(try V2Request.circle("point", pieces[1], pieces[3], pieces[5])))
        default: return nil
        }
    }

    private static func flagged(_ flag: AircraftFlags) -> AircraftQuery {
        var filters = AircraftQuery.Filters()
        filters.anyOf = flag
        return AircraftQuery(.all, filters: filters)
    }

    private static func circle(
        _ name: String,
        _ latitude: String,
        _ longitude: String,
        _ radius: String
    ) throws(AircraftQueryError) -> Circle {
        guard let latitude = QueryText.number(latitude), let longitude = QueryText.number(longitude),
            let radius = QueryText.number(radius), (-360...360).contains(longitude),
            let centre = Position(latitude: latitude, longitude: longitude),
            let circle = Circle(centre: centre, radius: NauticalMiles(min(radius, radiusBound)))
        else { throw .badCircle(name) }
        return circle
    }
}
