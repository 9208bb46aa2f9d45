public import Aero

/// An outlet as its owner wrote it.
public struct OutletDefinition: Hashable, Sendable {
    public let name: String
    public let kind: OutletKind
    /// What may be shown, by key.
    public let settings: [String: [String]]
    /// What must not.
    public let secrets: [String: Secret]
    /// Written in the configuration file: it cannot be changed from the web.
    public let isFromFile: Bool

    private static let longestValue = 2048
    private static let mostValues = 50

    /// Checks an outlet.
    ///
    /// - Parameter values: all that was written, by key, secrets too.
    /// - Throws: `OutletError` with the key that is wrong.
    public init(
        name: String,
        kind: OutletKind,
        values: [String: [String]],
        isFromFile: Bool = false
    ) throws(OutletError) {
        guard Self.isName(name) else {
            throw OutletError("name", .name)
        }
        guard isFromFile || !kind.isOfFileAlone else {
            throw OutletError("kind", .runsProgram(kind))
        }
        let fields = OutletField.all(of: kind)
        if let unknown = values.keys.sorted().first(where: { key in !fields.contains { $0.key == key } }) {
            throw OutletError(unknown, .unknownKey(kind, known: fields.map(\.key)))
        }
        var settings: [String: [String]] = [:]
        var secrets: [String: Secret] = [:]
        for field in fields {
            guard let given = values[field.key], !given.isEmpty else {
                guard !field.isRequired else { throw OutletError(field.key, .needed(kind)) }
                continue
            }
            guard field.isList || given.count == 1 else { throw OutletError(field.key, .notOne) }
            guard given.count <= Self.mostValues, given.allSatisfy(Self.isValue) else {
                throw OutletError(field.key, .length(atMost: Self.longestValue))
            }
            if field.isSecret {
                guard let secret = Secret(given[0]) else { throw OutletError(field.key, .notASCII) }
                secrets[field.key] = secret
            } else {
                settings[field.key] = given
            }
        }
        (self.name, self.kind, self.settings, self.secrets) = (name, kind, settings, secrets)
        self.isFromFile = isFromFile
        _ = try language()
        _ = try perMinute()
        _ = try takesSimulated()
        _ = try channel()
    }

    /// Letters, digits, `.`, `-`, `_`; it stands in paths and rules.
    public static func isName(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]{0,63}/) != nil
    }

    private static func isValue(_ text: String) -> Bool {
        (1...longestValue).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    func text(_ key: String) -> String? { settings[key]?.first }

    /// What may be shown of it: settings as they are, of addresses that hold a key the host, of other secrets the last 4 characters.
    public var shown: [String: String] {
        var shown = settings.mapValues { $0.joined(separator: " ") }
        for (key, secret) in secrets {
            if let address = try? WebAddress(secret.value) {
                shown[key] = "\(address.origin)/\(secret.tail)"
            } else {
                shown[key] = secret.tail
            }
        }
        return shown
    }

    /// The language alerts are told in; English where nothing is said.
    public func language() throws(OutletError) -> OutletLanguage {
        guard let text = text("language") else { return .english }
        guard let language = OutletLanguage(rawValue: text) else {
            throw OutletError("language", .oneOf(["en", "id"]))
        }
        return language
    }

    /// Messages a minute at most; more are told in one.
    func perMinute() throws(OutletError) -> Double {
        guard let text = text("per-minute") else { return kind.usualPerMinute }
        guard let value = Int(text), (1...600).contains(value) else {
            throw OutletError("per-minute", .range(1...600))
        }
        return Double(value)
    }

    /// Whether it is told of synthetic data. What is fetched from this site is: it is labelled there as the sky itself is.
    func takesSimulated() throws(OutletError) -> Bool {
        switch text("simulated") {
        case nil: return kind.isFetched
        case "yes", "true": return true
        case "no", "false": return false
        default: throw OutletError("simulated", .oneOf(["yes", "no"]))
        }
    }

    /// What sends to it; `nil` where nothing is sent.
    func channel() throws(OutletError) -> (any OutletChannel)? {
        switch kind {
        case .webhook: try WebhookChannel(self)
        case .ntfy: try NtfyChannel(self)
        case .telegram: try TelegramChannel(self)
        case .discord: try DiscordChannel(self)
        case .slack: try SlackChannel(self)
        case .matrix: try MatrixChannel(self)
        case .mastodon: try MastodonChannel(self)
        case .email: try EmailChannel(self)
        case .command: try CommandChannel(self)
        case .feed, .browser: nil
        }
    }

    /// An address among the settings or secrets.
    func address(_ key: String, else usual: String? = nil) throws(OutletError) -> WebAddress {
        guard let text = secrets[key]?.value ?? text(key) ?? usual else { throw OutletError(key, .missing) }
        do { return try WebAddress(text) } catch { throw OutletError(key, .address(error)) }
    }

    /// The address of a server, to whose path more is put: no query.
    func server(else usual: String? = nil) throws(OutletError) -> WebAddress {
        let address = try address("server", else: usual)
        guard !address.path.contains("?") else { throw OutletError("server", .query) }
        return address
    }

    /// The addresses it sends to, to be checked when it is made.
    public var addresses: [WebAddress] {
        let texts = [secrets["url"]?.value, text("server")].compactMap(\.self)
        return texts.compactMap { try? WebAddress($0) }
    }
}

extension OutletKind {
    /// Ours, below what the services say they take: Telegram 20 a minute to a group, Discord 30 to a webhook, Slack 60.
    fileprivate var usualPerMinute: Double {
        switch self {
        case .webhook, .command: 120
        case .ntfy, .slack, .matrix: 20
        case .telegram, .discord: 15
        case .mastodon, .email: 6
        case .feed, .browser: 600
        }
    }
}
