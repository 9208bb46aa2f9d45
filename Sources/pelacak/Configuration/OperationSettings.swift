import Aero
import Logging
import Site

/// How the site is run for others, settled from flags, environment, file and defaults.
struct OperationSettings: Hashable, Sendable {
    var reading = ReadingRight.public
    var tls: SiteConfiguration.TLSFiles?
    var trustedProxies: [InternetRange] = []
    /// Which other sites' scripts may read.
    var cors = CORSPolicy.nobody
    var hasPublicMetrics = false
    var logFormat = LogFormat.text
    var logLevel: Logger.Level?
    /// Whether what is heard is written down.
    var keepsHistory = true
    /// How late what was heard may come and still be matched by watches. Seconds.
    var watchLateness = WatchSettings().latenessSeconds
    /// How much of it, and for how long.
    var keeping = HistoryKeeping()
    /// The list of aircraft that are not, or not simply, shown; `nil`: the usual one in the data folder.
    var suppress: String?
    /// What is done about aircraft that lists of who is who call limited (LADD); `flag`, `public` or `everywhere`.
    var limitedDisplay = SuppressionMode.public
    /// How strangers are shown where the receiver stands.
    var place = PlaceShowing.hidden
    /// How far from the shown place strangers are shown aircraft, km.
    var publicRange = PublicBound.usual
    /// From which pressure altitude on, feet.
    var publicFloor = PublicBound.usual
    /// How much later strangers are shown everything, in seconds; 0: at once.
    var publicDelay = 0.0
    /// Where others may ask for something to be set right or taken off; `nil`: the site says nowhere.
    var contact: String?

    /// The keys of the configuration file, which are the names of the flags.
    static let keys =
        [
            "read", "tls-certificate", "tls-key", "trusted-proxy", "cors", "metrics", "log-format", "log-level",
            "history", "watch-lateness", "suppress", "ladd", "place", "public-range", "public-floor", "public-delay",
            "contact",
        ] + HistoryKeeping.keys

    /// What was written on the command line.
    struct Flags: Sendable {
        var read: String?
        var tlsCertificate: String?
        var tlsKey: String?
        var trustedProxy: [String] = []
        var cors: [String] = []
        var metrics: String?
        var logFormat: String?
        var logLevel: String?
        var history: String?
        var keepDays: String?
        var keepSize: String?
        var rawHours: String?
        var rawSize: String?
        var suppress: String?
        var ladd: String?
        var place: String?
        var publicRange: String?
        var publicFloor: String?
        var publicDelay: String?
        var contact: String?

        /// What was written under a key of `HistoryKeeping`.
        func keeping(_ key: String) -> String? {
            switch key {
            case "keep-days": keepDays
            case "keep-size": keepSize
            case "raw-hours": rawHours
            case "raw-size": rawSize
            default: nil
            }
        }
    }

    private static let longestDelay = 30 * 86_400.0

    init() {}

    /// Settles.
    ///
    /// - Parameter file: values by key as they stand in the configuration file.
    /// - Throws: `UsageError` for what cannot be meant.
    init(_ flags: Flags, environment: [String: String], file: [String: [String]]) throws(UsageError) {
        func stated(_ flag: String?, _ key: String) -> String? {
            if let flag { return flag }
            let variable = "PELACAK_" + key.uppercased().replacing("-", with: "_")
            if let value = environment[variable], !value.isEmpty { return value }
            return file[key]?.first
        }
        if let text = stated(flags.read, "read") {
            guard let right = ReadingRight(rawValue: text) else {
                throw UsageError("read \(text): write public or token")
            }
            reading = right
        }
        switch (stated(flags.tlsCertificate, "tls-certificate"), stated(flags.tlsKey, "tls-key")) {
        case (nil, nil): break
        case (let certificate?, let key?): tls = SiteConfiguration.TLSFiles(certificate: certificate, key: key)
        default: throw UsageError("TLS needs both a certificate (--tls-certificate FILE) and its key (--tls-key FILE)")
        }
        func list(_ flags: [String], _ key: String) -> [String] {
            if !flags.isEmpty { return flags }
            let variable = environment["PELACAK_" + key.uppercased().replacing("-", with: "_")] ?? ""
            let words = variable.split(separator: " ").map(String.init)
            return words.isEmpty ? file[key] ?? [] : words
        }
        cors = try Self.policy(list(flags.cors, "cors"))
        guard cors == .nobody || reading == .public else {
            throw UsageError(
                "cors lets other sites' scripts read as strangers do: with read: token they could read nothing"
            )
        }
        for text in list(flags.trustedProxy, "trusted-proxy") {
            guard let range = InternetRange(text) else {
                throw UsageError(
                    "trusted-proxy \(text): write an address such as 127.0.0.1, or a range such as 10.0.0.0/8"
                )
            }
            trustedProxies.append(range)
        }
        switch stated(flags.metrics, "metrics") {
        case nil, "token": break
        case "public": hasPublicMetrics = true
        case let other?: throw UsageError("metrics \(other): write token or public")
        }
        switch stated(flags.history, "history")?.lowercased() {
        case nil, "on", "yes", "true": break
        case "off", "no", "false": keepsHistory = false
        case let other?: throw UsageError("history \(other): write on or off")
        }
        if let text = stated(nil, "watch-lateness") {
            guard let seconds = Double(text), (0...300).contains(seconds) else {
                throw UsageError("watch-lateness \(text): write seconds, 0 to 300")
            }
            watchLateness = seconds
        }
        suppress = stated(flags.suppress, "suppress")
        if let text = stated(flags.ladd, "ladd") {
            guard let mode = SuppressionMode(rawValue: text), mode != .embargo else {
                throw UsageError("ladd \(text): write public, flag or everywhere")
            }
            limitedDisplay = mode
        }
        if let text = stated(flags.place, "place") {
            guard let showing = PlaceShowing(rawValue: text) else {
                throw UsageError("place \(text): write hidden, blurred or exact")
            }
            place = showing
        }
        if let text = stated(flags.publicRange, "public-range") {
            publicRange = try PublicBound(text, key: "public-range", unit: "kilometres", within: 1...1000)
        }
        if let text = stated(flags.publicFloor, "public-floor") {
            publicFloor = try PublicBound(text, key: "public-floor", unit: "feet", within: 0...60_000)
        }
        if let text = stated(flags.publicDelay, "public-delay") {
            guard let seconds = Double(text), (0...Self.longestDelay).contains(seconds) else {
                throw UsageError("public-delay \(text): write seconds, 0 to \(Int(Self.longestDelay)) (30 days)")
            }
            publicDelay = seconds
        }
        if let text = stated(flags.contact, "contact") {
            guard (3...200).contains(text.utf8.count), !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw UsageError("contact: write an address for mail, a link or a sentence, 3 to 200 bytes in one line")
            }
            contact = text
        }
        keeping = try HistoryKeeping { stated(flags.keeping($0), $0) }
        if let text = stated(flags.logFormat, "log-format") {
            guard let format = LogFormat(rawValue: text) else {
                throw UsageError("log-format \(text): write text or json")
            }
            logFormat = format
        }
        if let text = stated(flags.logLevel, "log-level") {
            guard let level = Logger.Level(rawValue: text) else {
                let known = Logger.Level.allCases.map(\.rawValue)
                throw UsageError(
                    "log-level \(text)\(NearestName.hint(text, among: known)): write \(known.joined(separator: ", "))"
                )
            }
            logLevel = level
        }
    }

    private static func policy(_ origins: [String]) throws(UsageError) -> CORSPolicy {
        if origins.isEmpty { return .nobody }
        if origins == ["*"] { return .everybody }
        var named: Set<String> = []
        for text in origins {
            guard let origin = CORSPolicy.origin(text) else {
                throw UsageError("cors \(text): write an origin such as https://example.org, or * alone for every site")
            }
            named.insert(origin)
        }
        return .origins(named)
    }

    /// The part of the sky that strangers are shown, without its middle: bounded so that the place of three or more receivers is kept,
    /// unless the operator says otherwise.
    ///
    /// - Parameter hasReceiver: where it stands is known; without, there is no place from which a range could be counted.
    func shownSky(hasReceiver: Bool) -> ShownSky {
        let protects = hasReceiver && place != .exact
        let range = publicRange.settled(usual: protects ? PlaceProtection.severalRange.rawValue / 1000 : nil)
        let floor = publicFloor.settled(usual: protects ? PlaceProtection.floor.rawValue : nil)
        return ShownSky(range: range.map { Metres($0 * 1000) }, floor: floor.map { Feet($0) })
    }

    /// Puts what concerns the site into its configuration.
    func apply(to configuration: inout SiteConfiguration) {
        configuration.reading = reading
        configuration.tls = tls
        configuration.trustedProxies = trustedProxies
        configuration.cors = cors
        configuration.hasPublicMetrics = hasPublicMetrics
        configuration.tellsReceptionToStrangers = place == .exact
    }
}
