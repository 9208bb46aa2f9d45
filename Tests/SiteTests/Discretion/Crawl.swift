import Aero

@testable import Site

/// Every path of the site filled with what tells most: of the hidden aircraft, of one that never was, of everything.
enum Crawl {
    private static let hexes = [
        Hiding.hidden.hex, Hiding.hidden.hex.uppercased(), "~" + Hiding.hidden.hex, Hiding.unknown.hex, "484159",
        "400001", "zz",
    ]
    private static let hour = "from=2024-06-18T00:30:00Z&to=2024-06-18T02:30:00Z"
    private static let recent = "from=2024-06-18T08:00:00Z&to=2024-06-18T08:41:00Z"
    private static let week = "from=2024-06-12T00:00:00Z&to=2024-06-18T12:00:00Z"

    /// A flight that others were heard on, one of the hidden aircraft and a silence in it, and nothing at all.
    static let editionMoments = [
        "kind=flight&at=2024-06-18T01:02:00Z", "kind=flight&at=2024-06-15T06:10:00Z",
        "kind=gap&at=2024-06-15T06:50:00Z", "kind=gap&at=2024-06-18T01:02:00Z",
    ]

    /// The targets of a path; `nil` for a path that is not known here: then it must be written here, or nothing watches it.
    static func targets(_ path: String) -> [String]? {
        if let fixed = whole[path] { return fixed }
        if path.hasPrefix("/v2/") { return version2(path) }
        switch path {
        case "/api/v1/aircraft/{hex}", "/api/v1/aircraft/{hex}/trail", "/api/v1/aircraft/{hex}/track",
            "/api/v1/aircraft/{hex}/days":
            return hexes.map { path.replacing("{hex}", with: $0) }
        case "/api/v1/aircraft/{hex}/history":
            return hexes.flatMap { hex in
                [hour, recent, week].map { path.replacing("{hex}", with: hex) + "?\($0)&silent=1" }
            }
        case "/api/v1/aircraft/{hex}/flights", "/api/v1/aircraft/{hex}/between":
            let minutes = "from=2024-06-18T01:01:00Z&to=2024-06-18T01:04:00Z"
            return hexes.flatMap { hex in [hour, week, minutes].map { path.replacing("{hex}", with: hex) + "?\($0)" } }
        case "/api/v1/aircraft/{hex}/editions", "/api/v1/aircraft/{hex}/editions/difference":
            return hexes.flatMap { hex in editionMoments.map { path.replacing("{hex}", with: hex) + "?" + $0 } }
        case "/api/v1/editions":
            return [path, path + "?visit=visit1"] + hexes.map { "\(path)?aircraft=\($0)" }
        case "/api/v1/visits/{id}/editions/difference":
            return ["", "?aircraft=0", "?aircraft=0&lang=id"].map { path.replacing("{id}", with: "visit1") + $0 }
        case "/api/v1/aircraft/{hex}/reach":
            return hexes.map { path.replacing("{hex}", with: $0) + "?at=2024-06-18T01:05:00Z" }
        case "/api/v1/airports/{code}/movements":
            return ["WIII", "UUEE", "XXXX"].map {
                path.replacing("{code}", with: $0) + "?from=2024-06-15T05:00:00Z&to=2024-06-15T12:00:00Z"
            }
        case let path where path.hasPrefix("/api/v1/visits") || path.hasPrefix("/api/v1/editions"):
            return [
                path.replacing("{id}", with: "visit1").replacing("{number}", with: "1")
                    .replacing("{challenge}", with: "1")
            ]
        case "/api/v1/identity/{hex}":
            return hexes.map { path.replacing("{hex}", with: $0) }
        case "/api/v1/history/days/{day}":
            return ["2024-06-18", "2024-06-15", "x"].map { path.replacing("{day}", with: $0) }
        case "/data/traces/{end}/trace_recent_{hex}.json", "/data/traces/{end}/trace_full_{hex}.json":
            return traces(path)
        case "/globe_history/{year}/{month}/{day}/traces/{end}/trace_full_{hex}.json":
            return ["2024/06/18", "2024/06/15"].flatMap { day in
                traces(path.replacing("{year}/{month}/{day}", with: day))
            }
        case "/globe_history/{year}/{month}/{day}/heatmap/{half}.bin.ttf":
            return (["02", "03", "16", "17"].map { "/globe_history/2024/06/18/heatmap/\($0).bin.ttf" })
                + ["/globe_history/2024/06/15/heatmap/02.bin.ttf"]
        default: return tiles(path)
        }
    }

    private static let whole: [String: [String]] = [
        "/api/v1/openapi.json": ["/api/v1/openapi.json"], "/api/v1/site": ["/api/v1/site"],
        // Apart: they do not end.
        "/api/v1/live": [], "/api/v1/alerts/live": [],
        "/api/v1/outlets": ["/api/v1/outlets"], "/api/v1/outlets/{name}": ["/api/v1/outlets/desk"],
        "/api/v1/outlets/{name}/test": ["/api/v1/outlets/desk/test"],
        "/api/v1/outlets/{name}/again": ["/api/v1/outlets/desk/again"],
        "/feeds/{key}.atom": ["/feeds/public.atom"],
        "/api/v1/aircraft": ["/api/v1/aircraft"], "/api/v1/receivers": ["/api/v1/receivers"],
        "/api/v1/sources": ["/api/v1/sources"], "/api/v1/sources/test": ["/api/v1/sources/test"],
        "/api/v1/sources/{id}": ["/api/v1/sources/field"],
        "/api/v1/sources/{id}/reception": ["hour", "day", "x"].map { "/api/v1/sources/field/reception?span=\($0)" },
        "/api/v1/session": ["/api/v1/session"],
        "/api/v1/providers": ["/api/v1/providers"], "/basemap/{z}/{x}/{tile}": ["/basemap/1/0/1.pbf"],
        "/healthz": ["/healthz"], "/readyz": ["/readyz"], "/metrics": ["/metrics"],
        "/data/receiver.json": ["/data/receiver.json"], "/data/aircraft.json": ["/data/aircraft.json"],
        "/data/stats.json": ["/data/stats.json"], "/data/outline.json": ["/data/outline.json"],
        "/re-api/": queries, "/api/states/all": states, "/api/tracks/all": flights("all"), "/api/tracks": flights(""),
        "/chunks/chunks.json": ["/chunks/chunks.json"],
        "/db2/{prefix}.js": ["/db2/43C6.js", "/db2/4.js", "/db2/ranges.js"],
        "/api/v1/history/days": ["/api/v1/history/days?\(week)", "/api/v1/history/days?from=2024-06-15&to=2024-06-16"],
        "/api/v1/history/area": [
            "/api/v1/history/area?\(hour)", "/api/v1/history/area?\(hour)&silent=1",
            "/api/v1/history/area?\(recent)&limit=1",
            "/api/v1/history/area?\(hour)&box=0,50.01,3,50.02",
            "/api/v1/history/area?from=2024-06-15T00:00:00Z&to=2024-06-15T12:00:00Z",
        ],
        "/api/v1/history/near": [
            "/api/v1/history/near?lat=50.013&lon=1&at=2024-06-18T01:00:30Z",
            "/api/v1/history/near?lat=50.013&lon=1&at=2024-06-18T01:00:30Z&limit=1",
            "/api/v1/history/near?lat=50.013&lon=1&at=2024-06-15T00:00:30Z&radius=463000",
        ],
        "/api/v1/history/callsigns": [
            "/api/v1/history/callsigns?\(week)&callsign=\(Hiding.callsign)",
            "/api/v1/history/callsigns?\(week)&callsign=QX*", "/api/v1/history/callsigns?\(hour)&callsign=QX*&limit=1",
            "/api/v1/history/callsigns?\(week)&callsign=KL*",
        ],
        "/api/v1/coverage": ["/api/v1/coverage?realm=real", "/api/v1/coverage?band=0"],
        "/api/v1/identity": ["G-HIDE", "GHIDE", "G-HIDF", "N1"].map { "/api/v1/identity?registration=\($0)" },
        "/api/v1/places": ["/api/v1/places?q=j&lang=en"],
        "/api/v1/places/nearest": ["/api/v1/places/nearest?lat=-6.1&lon=106.7"],
        "/api/v1/pins": ["/api/v1/pins"], "/api/v1/pins/{number}": ["/api/v1/pins/1"],
        "/api/v1/watches": ["/api/v1/watches"], "/api/v1/watches/{id}": ["/api/v1/watches/roof"],
        "/api/v1/watches/preview": ["/api/v1/watches/preview"],
        "/api/v1/watches/areas": ["/api/v1/watches/areas"],
        "/api/v1/watches/areas/{name}": ["/api/v1/watches/areas/bay"],
        "/api/v1/watches/examples": ["/api/v1/watches/examples"], "/api/v1/watching": ["/api/v1/watching"],
        "/api/v1/alerts": ["/api/v1/alerts", "/api/v1/alerts?limit=1"],
        "/api/v1/alerts/{id}": ["/api/v1/alerts/00112233445566778899000000000000"],
        "/api/v1/alerts/{id}/messages": ["/api/v1/alerts/00112233445566778899000000000000/messages"],
        "/api/v1/history/replay": ["/api/v1/history/replay?\(hour)&spacing=5", "/api/v1/history/replay?\(recent)"],
    ]

    private static var queries: [String] {
        let bases = [
            "all", "all_with_pos", "box=52,53,4,5", "circle=52.31,4.77,30", "closest=52.31,4.77,250",
            "find_hex=\(Hiding.hidden.hex)", "find_hex=\(Hiding.hidden.hex),484159", "find_callsign=\(Hiding.callsign)",
            "all&filter_squawk=6543", "all&filter_callsign_prefix=QXH", "all&filter_ladd", "status", "nonsense=1",
        ]
        return bases.flatMap { base in ["", "&jv2", "&binCraft", "&binCraft&zstd"].map { "/re-api/?\(base)\($0)" } }
    }

    private static var states: [String] {
        let now = Int(Tracks.now.seconds)
        return [
            "", "?icao24=\(Hiding.hidden.hex)", "?lamin=52&lomin=4&lamax=53&lomax=5", "?extended=1",
            "?time=\(now - 880)", "?time=\(now - 200)",
        ].map { "/api/states/all" + $0 }
    }

    private static func flights(_ end: String) -> [String] {
        let path = end.isEmpty ? "/api/tracks" : "/api/tracks/\(end)"
        return [Hiding.hidden.hex, Hiding.unknown.hex].flatMap { hex in
            ["0", "\(Int(Tracks.now.seconds) - 800)"].map { "\(path)?icao24=\(hex)&time=\($0)" }
        }
    }

    private static func version2(_ path: String) -> [String] {
        var filled = [path]
        func fill(_ name: String, _ values: [String]) {
            filled = filled.flatMap { one in
                one.contains(name) ? values.map { one.replacing(name, with: $0) } : [one]
            }
        }
        fill("{hex}", [Hiding.hidden.hex, Hiding.unknown.hex, "\(Hiding.hidden.hex),484159"])
        fill("{callsign}", [Hiding.callsign, "KLM1023"])
        fill("{registration}", ["PH-BXA", "G-HIDE"])
        fill("{type}", ["A320", "B738"])
        fill("{squawk}", ["6543", "1234"])
        fill("{latitude}", ["52.31"])
        fill("{longitude}", ["4.77"])
        fill("{radius}", ["1", "250"])
        return filled + filled.map { "/api" + $0 }
    }

    private static func traces(_ path: String) -> [String] {
        [Hiding.hidden.hex, Hiding.unknown.hex, "484159", "3c0002"].map { hex in
            path.replacing("{end}", with: hex.suffix(2)).replacing("{hex}", with: hex)
        }
    }

    private static func tiles(_ path: String) -> [String]? {
        let number = Position(latitude: 52.31, longitude: 4.77).map { GlobeTile(of: $0).number } ?? 0
        if path.hasPrefix("/data/globe") { return [path.replacing("{tile}", with: "\(number)")] }
        if path.hasPrefix("/data/aircraft.binCraft") { return [path] }
        let quarters = (0..<6).map { back in
            let piece = Int64(ChunkPlan.length * 1000)
            return (Tracks.now.milliseconds / piece - Int64(back)) * piece
        }
        switch path {
        case "/data/history_{n}.json": return [0, 30, 55, 59].map { "/data/history_\($0).json" }
        case "/chunks/{chunk}": return quarters.map { "/chunks/\(ChunkPlan.name($0))" } + ["/chunks/x"]
        default: return nil
        }
    }
}
