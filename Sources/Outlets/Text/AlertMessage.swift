public import Aero
public import Watch

/// What an outlet tells: one alert, several at once, or a test. Its texts are safe to be shown, see `SafeText`.
public struct AlertMessage: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case alert, digest, test }

    let kind: Kind
    /// The idempotency key.
    let key: String
    let made: Timestamp
    let language: OutletLanguage
    /// One line.
    let title: String
    /// Lines parted by `\n`.
    let body: String
    /// Where the moment is shown; `nil` where the site's own address is not known.
    let link: String?
    let isSimulated: Bool
    let alerts: [AlertRecord]

    /// Lines of a digest at most.
    private static let mostLines = 20

    /// - Parameter site: the site's own address, `https://…` without a path.
    public init(_ alert: AlertRecord, in language: OutletLanguage, site: WebAddress?) {
        kind = .alert
        key = alert.id
        made = alert.made
        self.language = language
        title = Self.title(alert, language)
        var lines = [SafeText.plain(alert.body(in: language.rawValue))].filter { !$0.isEmpty }
        if alert.corrects != nil { lines.append(OutletWords.corrects(language)) }
        body = lines.joined(separator: "\n")
        link = site.flatMap { Self.link(alert.link, site: $0) }
        isSimulated = alert.isSimulated
        alerts = [alert]
    }

    /// Several alerts as one message.
    public init(
        digest alerts: [AlertRecord],
        key: String,
        made: Timestamp,
        in language: OutletLanguage,
        site: WebAddress?
    ) {
        kind = .digest
        self.key = key
        self.made = made
        self.language = language
        isSimulated = alerts.contains { $0.isSimulated }
        title =
            (isSimulated ? OutletWords.simulated(language) + ": " : "")
            + OutletWords.digest(language, count: alerts.count)
        var lines = alerts.prefix(Self.mostLines).map { "• " + Self.title($0, language) }
        if alerts.count > Self.mostLines {
            lines.append(OutletWords.more(language, count: alerts.count - Self.mostLines))
        }
        body = lines.joined(separator: "\n")
        link = site.map { $0.origin + "/" }
        self.alerts = alerts
    }

    /// A message that says it is a test.
    public init(testOf outlet: String, key: String, made: Timestamp, in language: OutletLanguage) {
        kind = .test
        self.key = key
        self.made = made
        self.language = language
        title = OutletWords.testTitle(language)
        body = OutletWords.testBody(language, outlet: outlet)
        link = nil
        isSimulated = false
        alerts = []
    }

    private static func title(_ alert: AlertRecord, _ language: OutletLanguage) -> String {
        SafeText.clipped(SafeText.line(alert.title(in: language.rawValue)), scalars: 250)
    }

    /// A path of the site and nothing else: never another host, scheme or line.
    private static func link(_ path: String?, site: WebAddress) -> String? {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 1000,
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\\\"<>^`{|}".utf8.contains($0) })
        else { return nil }
        return site.origin + path
    }
}
