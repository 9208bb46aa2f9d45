import Logging
import Site

/// How the site is run for others, settled from flags, environment, file and defaults.
struct OperationSettings: Hashable, Sendable {
    var reading = ReadingRight.public
    var tls: SiteConfiguration.TLSFiles?
    var trustedProxies: [AddressRange] = []
    var hasPublicMetrics = false
    var logFormat = LogFormat.text
    var logLevel: Logger.Level?

    /// The keys of the configuration file, which are the names of the flags.
    static let keys = ["read", "tls-certificate", "tls-key", "trusted-proxy", "metrics", "log-format", "log-level"]

    /// What was written on the command line.
    struct Flags: Sendable {
        var read: String?
        var tlsCertificate: String?
        var tlsKey: String?
        var trustedProxy: [String] = []
        var metrics: String?
        var logFormat: String?
        var logLevel: String?
    }

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
        let variable = environment["PELACAK_TRUSTED_PROXY"].map { $0.split(separator: " ").map(String.init) } ?? []
        let proxies =
            flags.trustedProxy.isEmpty
            ? (variable.isEmpty ? file["trusted-proxy"] ?? [] : variable) : flags.trustedProxy
        for text in proxies {
            guard let range = AddressRange(text) else {
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

    /// Puts what concerns the site into its configuration.
    func apply(to configuration: inout SiteConfiguration) {
        configuration.reading = reading
        configuration.tls = tls
        configuration.trustedProxies = trustedProxies
        configuration.hasPublicMetrics = hasPublicMetrics
    }
}
