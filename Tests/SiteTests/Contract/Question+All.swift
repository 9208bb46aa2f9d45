extension Question {
    private static let roof = #"{"name":"roof","address":"127.0.0.1:30005","format":"beast","clock":"gps"}"#
    private static let new = #"{"name":"new","specification":"beast+tcp://127.0.0.1:30005"}"#

    /// Questions about the sky of `ContractTests`, and every error there is.
    static let reading: [Question] = [
        .get("/api/v1/openapi.json"), .get("/api/v1/site"), .get("/api/v1/aircraft"), .get("/api/v1/aircraft/484159"),
        .get("/api/v1/aircraft/3c0001"), .get("/api/v1/aircraft/~2a00f3"), .get("/api/v1/aircraft/%7E2A00F3"),
        .get("/api/v1/aircraft/zz", 400), .get("/api/v1/aircraft/000001", 404),
        .get("/api/v1/aircraft/484159/trail"), .get("/api/v1/aircraft/3c0001/trail"),
        .get("/api/v1/aircraft/zz/trail", 400), .get("/api/v1/aircraft/000001/trail", 404),
        .get("/api/v1/aircraft/484159/track"), .get("/api/v1/aircraft/3c0001/track"),
        .get("/api/v1/aircraft/zz/track", 400), .get("/api/v1/aircraft/000001/track", 404),
        .get("/api/v1/receivers"), .get("/api/v1/sources"), .get("/api/v1/live?view=x", 400),
        .get("/api/v1/live?every=0", 400), .get("/data/aircraft.json"), .get("/data/receiver.json"),
        .get("/basemap/1/0/1.pbf"), .get("/basemap/9/9/9.pbf", 404), .get("/basemap/9/%19/9.pbf", 400),
    ]

    /// Questions about what sources received.
    static let reception: [Question] = [
        .get("/api/v1/sources/roof/reception"), .get("/api/v1/sources/roof/reception?span=day"),
        .get("/api/v1/sources/field/reception?span=hour"), .get("/api/v1/sources/none/reception", 404),
        .get("/api/v1/sources/roof/reception?span=week", 400), .get("/api/v1/sources/roof/reception?x=1", 400),
        .get("/api/v1/sources/roof/reception", 403, ["X-Forwarded-For": "192.0.2.9"]),
    ]

    private static let hour = "from=2024-06-18T01:00:00Z&to=2024-06-18T02:00:00Z"

    /// Questions about the past of `ContractTests`.
    static let history: [Question] = [
        .get("/api/v1/aircraft/484159/history?\(hour)"),
        .get("/api/v1/aircraft/484159/history?\(hour)&silent=1&limit=7"),
        .get("/api/v1/aircraft/~2a00f3/history?\(hour)"), .get("/api/v1/aircraft/484159/days"),
        .get("/api/v1/aircraft/000001/days"), .get("/api/v1/history/days?from=2024-06-01&to=2024-07-01"),
        .get("/api/v1/history/days/2024-06-18"), .get("/api/v1/history/area?\(hour)"),
        .get("/api/v1/history/near?lat=50&lon=1&at=2024-06-18T01:00:30Z"),
        .get("/api/v1/history/replay?\(hour)&spacing=5&box=0,40,10,60"),
        .get("/api/v1/history/callsigns?\(hour)&callsign=KLM*"),
    ]

    /// Questions about flights.
    static let flights: [Question] = [
        .get("/api/v1/aircraft/8a0123/flights?from=2024-06-18&to=2024-06-19"),
        .get("/api/v1/aircraft/000001/flights?from=2024-06-18&to=2024-06-19&lang=id"),
        .get("/api/v1/aircraft/8a0123/reach?at=2024-06-18T01:40:00Z"), .get("/api/v1/aircraft/000001/reach"),
        .get("/api/v1/aircraft/8a0123/between?from=2024-06-18T01:20:00Z&to=2024-06-18T02:00:00Z"),
        .get("/api/v1/airports/WIII/movements?from=2024-06-18&to=2024-06-19"),
        .get("/api/v1/airports/XXXX/movements?from=2024-06-18&to=2024-06-19", 404),
        .get("/api/v1/coverage?band=0"), .get("/api/v1/coverage?realm=real&kind=replies"),
        .get("/api/v1/aircraft/zz/flights", 400), .get("/api/v1/aircraft/zz/reach", 400),
        .get("/api/v1/aircraft/zz/between", 400), .get("/api/v1/airports/WIII/movements", 400),
        .get("/api/v1/coverage?band=x", 400), .get("/api/v1/coverage", 403, ["X-Forwarded-For": "192.0.2.9"]),
    ]

    /// Of these a server without history, or with one that cannot be read, gives none.
    static let flightsOfArchives: [String] = [
        "/api/v1/aircraft/8a0123/flights?from=2024-06-18&to=2024-06-19", "/api/v1/aircraft/8a0123/reach",
        "/api/v1/aircraft/8a0123/between?from=2024-06-18&to=2024-06-19",
        "/api/v1/airports/WIII/movements?from=2024-06-18&to=2024-06-19",
    ]

    /// Questions about who is who.
    static let identities: [Question] = [
        .get("/api/v1/identity/14fa3a"), .get("/api/v1/identity/14fa3a?asOf=2026-11-25&at=2024-06-18&realm=real"),
        .get("/api/v1/identity/a00001"), .get("/api/v1/identity/484159"), .get("/api/v1/identity/~2a00f3"),
        .get("/api/v1/identity/000001"), .get("/api/v1/identity/ffffff"), .get("/api/v1/identity/zz", 400),
        .get("/api/v1/identity?registration=RA-64508"), .get("/api/v1/identity?registration=n1"),
        .get("/api/v1/identity?registration=PK-GAA"), .get("/api/v1/identity?registration=-", 400),
    ]

    /// Questions about places.
    static let places: [Question] = [
        .get("/api/v1/places?q=jakarta&lang=id"), .get("/api/v1/places?q=WIII"), .get("/api/v1/places?q=kor"),
        .get("/api/v1/places?q=x&kinds=airport,city&limit=3"), .get("/api/v1/places", 400),
        .get("/api/v1/places?q=\(String(repeating: "x", count: 50))"),
        .get("/api/v1/places?q=\(String(repeating: "x", count: 51))", 400),
        .get("/api/v1/places/nearest?lat=-6.2&lon=106.8&limit=2"),
        .get("/api/v1/places/nearest?lat=0&lon=0&sizes=all&radius=9000"), .get("/api/v1/places/nearest?lat=0", 400),
    ]

    /// Questions about the past that make no sense, one for each path.
    static let nonsenseOfHistory: [Question] = [
        .get("/api/v1/aircraft/zz/history?\(hour)", 400), .get("/api/v1/aircraft/zz/days", 400),
        .get("/api/v1/history/days", 400), .get("/api/v1/history/days/x", 400), .get("/api/v1/history/area", 400),
        .get("/api/v1/history/near", 400), .get("/api/v1/history/replay", 400),
        .get("/api/v1/history/callsigns", 400),
    ]

    /// Questions that change the sources, in an order in which they make sense.
    static let writing: [Question] = [
        .write("POST", "/api/v1/sources", roof, 409), .write("POST", "/api/v1/sources", new, 201),
        .write("POST", "/api/v1/sources", "{", 400), .write("POST", "/api/v1/sources", "{}", 422),
        .write("POST", "/api/v1/sources", #"{"name":"readonly","specification":"x"}"#, 503),
        .write("POST", "/api/v1/sources", roof, 403, ["Origin": "http://elsewhere.example"]),
        .write("POST", "/api/v1/sources", large, 413),
        .write("POST", "/api/v1/sources/test", #"{"specification":"beast+tcp://127.0.0.1:30005"}"#, 200),
        .write("POST", "/api/v1/sources/test", "x", 400, ["Content-Type": "text/plain"]),
        .write("POST", "/api/v1/sources/test", "{}", 422),
        .write("POST", "/api/v1/sources/test", roof, 403, ["Sec-Fetch-Site": "cross-site"]),
        .write("POST", "/api/v1/sources/test", large, 413),
        .write("PATCH", "/api/v1/sources/new", #"{"paused":true}"#, 200),
        .write("PATCH", "/api/v1/sources/new", #"{"paused":true,"confirm":null}"#, 422),
        .write("PATCH", "/api/v1/sources/new", "[", 400), .write("PATCH", "/api/v1/sources/new", "{}", 422),
        .write("PATCH", "/api/v1/sources/none", #"{"paused":true}"#, 404),
        .write("PATCH", "/api/v1/sources/new", #"{"paused":true}"#, 403, ["Host": "evil.example"]),
        .write("PATCH", "/api/v1/sources/new", large, 413),
        .write("DELETE", "/api/v1/sources/new", "{}", 400), .write("DELETE", "/api/v1/sources", "{}", 405),
        .write("GET", "/api/v1/sources/new", "{}", 405), .write("DELETE", "/api/v1/sources/new", nil, 204),
        .write("DELETE", "/api/v1/sources/new", nil, 404),
        .write("DELETE", "/api/v1/sources/roof", nil, 403, ["Origin": "null"]),
    ]

    private static let pin =
        #"{"hex":"484159","box":[1,50,2,51],"from":"2024-06-18","to":"2024-06-19","reason":"seen"}"#

    /// Questions about what is kept for good, in an order in which they make sense.
    static let pins: [Question] = [
        .get("/api/v1/pins"), .write("POST", "/api/v1/pins", pin, 201), .get("/api/v1/pins?realm=simulated"),
        .write("POST", "/api/v1/pins?realm=real", #"{"hex":"~2a00f3","reason":"watched"}"#, 201),
        .write("POST", "/api/v1/pins", "{", 400), .write("POST", "/api/v1/pins", "{}", 422),
        .write("POST", "/api/v1/pins", #"{"reason":"nothing"}"#, 422),
        .write("POST", "/api/v1/pins", #"{"reason":"open","from":"2024-06-18"}"#, 422),
        .write("POST", "/api/v1/pins", #"{"reason":"box","box":[1,2,3]}"#, 422),
        .write("POST", "/api/v1/pins", #"{"reason":"back","from":"2024-06-19","to":"2024-06-18"}"#, 422),
        .write("POST", "/api/v1/pins", large, 413), .get("/api/v1/pins?realm=imaginary", 400),
        .write("POST", "/api/v1/pins", pin, 403, ["Origin": "http://elsewhere.example"]),
        .get("/api/v1/pins", 403, ["X-Forwarded-For": "192.0.2.9"]), .get("/api/v1/pins?realm=imported", 404),
        .write("POST", "/api/v1/pins?realm=imported", pin, 404), .write("DELETE", "/api/v1/pins/9", nil, 404),
        .write("DELETE", "/api/v1/pins/x", nil, 404), .write("DELETE", "/api/v1/pins/1", "{}", 400),
        .write("DELETE", "/api/v1/pins/1", nil, 403, ["Origin": "null"]), .write("DELETE", "/api/v1/pins/1", nil, 204),
        .write("DELETE", "/api/v1/pins/1", nil, 404),
    ]

    private static let rule = #"{"rule":{"name":"n","where":{"A":{}},"when":{"takeoff":{}}}}"#
    private static let asText = #"{"yaml":"name: n\nwhere: {A: {}}\nwhen: {takeoff: {}}"}"#
    private static let wrong = #"{"rule":{"where":{}}}"#
    private static let area = #"{"circle":{"latitude":-6,"longitude":106.8,"km":50}}"#

    /// Questions about watches, in an order in which they make sense.
    static let watches: [Question] = [
        .get("/api/v1/watches"), .get("/api/v1/watches/roof"), .get("/api/v1/watches/none", 404),
        .get("/api/v1/watches/examples"), .get("/api/v1/watches", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .get("/api/v1/watches/roof", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .get("/api/v1/watches/examples", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .write("POST", "/api/v1/watches", rule, 201), .write("POST", "/api/v1/watches", asText, 409),
        .write("POST", "/api/v1/watches", wrong, 422), .write("POST", "/api/v1/watches", "{", 400),
        .write("POST", "/api/v1/watches", #"{"rule":{},"yaml":""}"#, 422),
        .write("POST", "/api/v1/watches", large, 413),
        .write("POST", "/api/v1/watches", rule, 403, ["Origin": "http://elsewhere.example"]),
        .write("PUT", "/api/v1/watches/roof", asText, 200), .write("PUT", "/api/v1/watches/none", rule, 404),
        .write("PUT", "/api/v1/watches/roof", wrong, 422), .write("PUT", "/api/v1/watches/roof", "[", 400),
        .write("PUT", "/api/v1/watches/roof", large, 413),
        .write("PUT", "/api/v1/watches/roof", rule, 403, ["Origin": "http://elsewhere.example"]),
        .write("PATCH", "/api/v1/watches/roof", #"{"enabled":false}"#, 200),
        .write("PATCH", "/api/v1/watches/roof", "{}", 422), .write("PATCH", "/api/v1/watches/roof", "[", 400),
        .write("PATCH", "/api/v1/watches/none", #"{"enabled":false}"#, 404),
        .write("PATCH", "/api/v1/watches/roof", large, 413),
        .write("PATCH", "/api/v1/watches/roof", "{}", 403, ["Origin": "http://elsewhere.example"]),
        .write("POST", "/api/v1/watches/preview", rule, 200),
        .write("POST", "/api/v1/watches/preview", #"{"yaml":"name: n","days":3,"realm":"real"}"#, 200),
        .write("POST", "/api/v1/watches/preview", #"{"yaml":"name: n","realm":"imported"}"#, 404),
        .write("POST", "/api/v1/watches/preview", #"{"yaml":"name: n","days":31}"#, 422),
        .write("POST", "/api/v1/watches/preview", "{", 400), .write("POST", "/api/v1/watches/preview", large, 413),
        .write("POST", "/api/v1/watches/preview", rule, 403, ["Origin": "http://elsewhere.example"]),
        .write("DELETE", "/api/v1/watches/roof", "{}", 400),
        .write("DELETE", "/api/v1/watches/roof", nil, 403, ["Origin": "null"]),
        .write("DELETE", "/api/v1/watches/roof", nil, 204), .write("DELETE", "/api/v1/watches/roof", nil, 404),
        .get("/api/v1/watching"), .get("/api/v1/watching?since=2024-06-18"), .get("/api/v1/watching?since=x", 400),
        .get("/api/v1/watching", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .get("/api/v1/alerts"), .get("/api/v1/alerts?watch=roof&limit=1"), .get("/api/v1/alerts?limit=0", 400),
        .get("/api/v1/alerts/00112233445566778899000000000000"), .get("/api/v1/alerts/x", 404),
        .get("/api/v1/alerts/00112233445566778899000000000000/messages"), .get("/api/v1/alerts/x/messages", 404),
        .get(
            "/api/v1/alerts/00112233445566778899000000000000/messages",
            403,
            ["X-Forwarded-For": "192.0.2.9"]
        ),
        .get("/api/v1/alerts?visit=visit-1"), .get("/api/v1/alerts?visit=v", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .get("/api/v1/watches/areas"), .get("/api/v1/watches/areas", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .write("PUT", "/api/v1/watches/areas/bay", area, 200), .write("PUT", "/api/v1/watches/areas/bay", "{}", 422),
        .write("PUT", "/api/v1/watches/areas/Bay", area, 422),
        .write("PUT", "/api/v1/watches/areas/bay", area, 400, ["Content-Type": "text/plain"]),
        .write("PUT", "/api/v1/watches/areas/one-more", area, 409),
        .write("PUT", "/api/v1/watches/areas/bay", large, 413),
        .write("PUT", "/api/v1/watches/areas/bay", area, 403, ["Origin": "http://elsewhere.example"]),
        .write("DELETE", "/api/v1/watches/areas/used", nil, 409),
        .write("DELETE", "/api/v1/watches/areas/none", nil, 404),
        .write("DELETE", "/api/v1/watches/areas/bay", "{}", 400),
        .write("DELETE", "/api/v1/watches/areas/bay", nil, 403, ["Origin": "null"]),
        .write("DELETE", "/api/v1/watches/areas/bay", nil, 204),
    ]

    static let watchesThatFail: [Question] = [
        .write("POST", "/api/v1/watches", rule, 503), .write("PUT", "/api/v1/watches/roof", rule, 503),
        .write("PATCH", "/api/v1/watches/roof", #"{"enabled":true}"#, 503),
        .write("DELETE", "/api/v1/watches/roof", nil, 503), .write("POST", "/api/v1/watches/preview", rule, 503),
        .write("PUT", "/api/v1/watches/areas/bay", area, 503),
        .write("DELETE", "/api/v1/watches/areas/bay", nil, 503),
        .get("/api/v1/alerts", 503), .get("/api/v1/alerts/00112233445566778899000000000000", 503),
        .get("/api/v1/alerts/00112233445566778899000000000000/messages", 503),
    ]

    static let withoutWatches: [Question] = [
        .get("/api/v1/watches", 404), .get("/api/v1/watches/examples", 404), .get("/api/v1/watching", 404),
        .get("/api/v1/alerts", 404), .write("POST", "/api/v1/watches", rule, 404),
        .get("/api/v1/watches/areas", 404), .write("PUT", "/api/v1/watches/areas/bay", area, 404),
    ]

    static let watchesWithoutToken: [Question] = [
        .write("POST", "/api/v1/watches", rule, 401), .write("PUT", "/api/v1/watches/roof", rule, 401),
        .write("PATCH", "/api/v1/watches/roof", #"{"enabled":true}"#, 401),
        .write("DELETE", "/api/v1/watches/roof", nil, 401), .write("POST", "/api/v1/watches/preview", rule, 401),
        .write("PUT", "/api/v1/watches/areas/bay", area, 401), .write("DELETE", "/api/v1/watches/areas/bay", nil, 401),
    ]

    static let pinsOfABrokenArchive: [Question] = [
        .get("/api/v1/pins", 503), .write("POST", "/api/v1/pins", pin, 503),
        .write("DELETE", "/api/v1/pins/1", nil, 503),
    ]

    static let pinsWithoutToken: [Question] = [
        .get("/api/v1/pins", 401), .write("POST", "/api/v1/pins", pin, 401),
        .write("DELETE", "/api/v1/pins/1", nil, 401),
    ]

    private static let phone = #"{"name":"phone","kind":"ntfy","settings":{"topic":"t"}}"#

    /// Questions about outlets, and alerts as they are followed, in an order in which they make sense.
    static let outlets: [Question] = [
        .get("/api/v1/alerts/live?after=x", 400), .get("/feeds/public.atom"), .get("/feeds/\(FakeOutbox.key).atom"),
        .get("/feeds/00.atom", 404), .get("/feeds/public.atom", 304, ["If-None-Match": "*"]),
        .get("/feeds/public.atom?lang=id"), .get("/feeds/public.atom?lang=de", 400),
        .get("/api/v1/outlets"), .get("/api/v1/outlets", 403, ["X-Forwarded-For": "192.0.2.9"]),
        .write("POST", "/api/v1/outlets", phone, 201), .write("POST", "/api/v1/outlets", phone, 409),
        .write("POST", "/api/v1/outlets", #"{"name":"news","kind":"feed"}"#, 201),
        .write("POST", "/api/v1/outlets", #"{"name":"m","kind":"email"}"#, 422),
        .write("POST", "/api/v1/outlets", FakeOutbox.refused, 422),
        .write("POST", "/api/v1/outlets", "{", 400), .write("POST", "/api/v1/outlets", "{}", 422),
        .write("POST", "/api/v1/outlets", large, 413),
        .write("POST", "/api/v1/outlets", phone, 403, ["Origin": "http://elsewhere.example"]),
        .write("POST", "/api/v1/outlets/phone/test", nil, 200), .write("POST", "/api/v1/outlets/mail/test", nil, 200),
        .write("POST", "/api/v1/outlets/none/test", nil, 404), .write("POST", "/api/v1/outlets/phone/test", "{}", 400),
        .write("POST", "/api/v1/outlets/phone/test", nil, 403, ["Origin": "null"]),
        .write("POST", "/api/v1/outlets/phone/again", nil, 200), .write("POST", "/api/v1/outlets/none/again", nil, 404),
        .write("POST", "/api/v1/outlets/phone/again", "{}", 400),
        .write("POST", "/api/v1/outlets/phone/again", nil, 403, ["Origin": "null"]),
        .write("DELETE", "/api/v1/outlets/mail", nil, 409), .write("DELETE", "/api/v1/outlets/phone", "{}", 400),
        .write("DELETE", "/api/v1/outlets/phone", nil, 403, ["Origin": "null"]),
        .write("DELETE", "/api/v1/outlets/phone", nil, 204), .write("DELETE", "/api/v1/outlets/phone", nil, 404),
    ]

    /// The same paths where the token is missing, where nothing is kept, and where it cannot be read.
    static func outletsRefused(reading: Int, writing: Int) -> [Question] {
        [
            .get("/api/v1/outlets", reading), .write("POST", "/api/v1/outlets", phone, writing),
            .write("POST", "/api/v1/outlets/desk/test", nil, writing),
            .write("POST", "/api/v1/outlets/desk/again", nil, writing),
            .write("DELETE", "/api/v1/outlets/desk", nil, writing),
        ]
    }

    /// Questions without the token where one is needed.
    static let unauthorized: [Question] = [
        .write("POST", "/api/v1/sources", roof, 401), .write("POST", "/api/v1/sources/test", roof, 401),
        .write("PATCH", "/api/v1/sources/roof", #"{"paused":true}"#, 401),
        .write("DELETE", "/api/v1/sources/roof", nil, 401), .get("/api/v1/sources"), .get("/api/v1/receivers"),
    ]

    private static let large = "\"" + String(repeating: "x", count: 17_000) + "\""
}
