public import Aero
public import Watch

/// An outlet that is ready to send.
public struct Outlet: Sendable {
    public let definition: OutletDefinition
    let channel: (any OutletChannel)?
    let language: OutletLanguage
    let perMinute: Double
    /// Whether it is told of synthetic data too, which is then said in each message.
    let takesSimulated: Bool
    /// The site's own address, for links.
    let site: WebAddress?

    /// - Throws: `OutletError` where the definition cannot be meant.
    public init(_ definition: OutletDefinition, site: WebAddress? = nil) throws(OutletError) {
        self.definition = definition
        self.site = site
        channel = try definition.channel()
        language = try definition.language()
        perMinute = try definition.perMinute()
        takesSimulated = try definition.takesSimulated()
    }

    private init(_ other: Outlet, channel: any OutletChannel) {
        (definition, language, perMinute, site) = (other.definition, other.language, other.perMinute, other.site)
        takesSimulated = other.takesSimulated
        self.channel = channel
    }

    public var name: String { definition.name }

    /// The delivery of an alert, rendered: what is kept and sent from now on.
    ///
    /// Synthetic data go to nobody who did not ask for them: such a delivery is withheld.
    public func draft(of alert: AlertRecord) -> DeliveryDraft {
        guard takesSimulated || !alert.isSimulated else {
            return DeliveryDraft(
                outlet: name,
                lane: Self.lane(alert),
                payload: [],
                start: .withheld(reason: .reason(.simulated))
            )
        }
        let payload = channel?.payload(AlertMessage(alert, in: language, site: site))
        return DeliveryDraft(
            outlet: name,
            lane: Self.lane(alert),
            payload: payload ?? [],
            start: payload == nil ? .fetched : .waiting
        )
    }

    /// The delivery of an alert to an outlet there is none of: a dead letter, which can be sent again once there is.
    public static func missing(_ name: String, for alert: AlertRecord) -> DeliveryDraft {
        DeliveryDraft(
            outlet: name,
            lane: lane(alert),
            payload: [],
            start: .dead(reason: .reason(.noOutlet))
        )
    }

    /// Alerts of one rule about the same aircraft arrive in order.
    private static func lane(_ alert: AlertRecord) -> String {
        alert.ruleID + " " + alert.aircraft.sorted().joined(separator: " ")
    }

    func digest(_ alerts: [AlertRecord], key: String, made: Timestamp) -> [UInt8] {
        channel?.payload(AlertMessage(digest: alerts, key: key, made: made, in: language, site: site)) ?? []
    }

    /// Tries once.
    public func send(
        _ payload: [UInt8],
        key: String,
        now: Timestamp,
        through client: OutboundClient
    ) async -> DeliveryOutcome {
        guard let channel else { return .delivered }
        return await channel.send(payload, key: key, now: now, through: client)
    }

    /// Sends a message that says it is a test, at once and once.
    ///
    /// - Returns: `delivered` for outlets that are fetched, where there is nothing to send.
    public func test(key: String, now: Timestamp, through client: OutboundClient) async -> DeliveryOutcome {
        guard let channel else { return .delivered }
        let message = AlertMessage(testOf: name, key: key, made: now, in: language)
        return await channel.send(channel.payload(message), key: key, now: now, through: client)
    }

    /// What somebody who tries a feed finds in it: it says that it is a test.
    public static func test(ofFeed name: String, id: String, made: Timestamp) -> AlertRecord {
        func texts(_ words: (OutletLanguage) -> String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: OutletLanguage.allCases.map { ($0.rawValue, words($0)) })
        }
        return AlertRecord(
            id: id,
            ruleID: "test",
            ruleVersion: 1,
            ruleName: "test",
            time: made,
            made: made,
            title: texts(OutletWords.testTitle),
            body: texts { OutletWords.testBody($0, outlet: name) }
        )
    }

    /// The same outlet with what its service said of itself: how long a message may be.
    ///
    /// - Returns: `nil` where nothing is to be asked or nothing was said.
    public func learned(through client: OutboundClient) async -> Outlet? {
        guard var mastodon = channel as? MastodonChannel,
            let characters = await mastodon.askedCharacters(through: client), characters != mastodon.characters
        else { return nil }
        mastodon.characters = characters
        return Outlet(self, channel: mastodon)
    }
}
