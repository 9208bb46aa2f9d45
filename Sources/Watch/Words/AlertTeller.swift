public import Aero
import Flights

/// Makes alerts as they are kept and sent: title and text in both languages, what may be told of place, the link, the evidence.
public struct AlertTeller: Sendable {
    public let gazetteer: Gazetteer
    /// Of the program, for the evidence.
    public let version: String
    public let isSimulated: Bool

    public init(gazetteer: Gazetteer, version: String, isSimulated: Bool) {
        self.gazetteer = gazetteer
        self.version = version
        self.isSimulated = isSimulated
    }

    /// - Parameter made: by the wall's clock.
    public func record(of found: FoundAlert, made: Timestamp) -> AlertRecord {
        let alert = found.alert
        let norms = AlertNorms(found)
        var (titles, bodies): ([String: String], [String: String]) = ([:], [:])
        for language in WatchLanguage.allCases {
            let text = AlertText(found: found, norms: norms, teller: self, language: language)
            titles[language.rawValue] = text.title
            bodies[language.rawValue] = text.body
        }
        let hexes = alert.bound.flatMap(\.aircraft).map(\.hex)
        return AlertRecord(
            id: alert.id,
            ruleID: alert.ruleID,
            ruleVersion: alert.ruleVersion,
            ruleName: found.rule.name,
            time: alert.time,
            made: made,
            title: titles,
            body: bodies,
            aircraft: Self.once(hexes),
            place: norms.place,
            link: link(Self.once(hexes), alert.time),
            evidence: AlertEvidence(found: found, teller: self).json,
            outlets: found.rule.outcome.outlets,
            isSimulated: isSimulated,
            isPublic: found.rule.outcome.isPublic && !found.isRestricted,
            suppressedBefore: alert.suppressedBefore,
            visit: found.rule.visit
        )
    }

    /// What an earlier alert said turned out to be wrong.
    public func correction(of earlier: AlertRecord, _ retraction: WatchRetraction, made: Timestamp) -> AlertRecord {
        let who = retraction.event.aircraft.hex
        var (titles, bodies): ([String: String], [String: String]) = ([:], [:])
        for language in WatchLanguage.allCases {
            let said =
                switch retraction.reason {
                case .flewOn: WatchPhrase.correctionFlewOn.text(language, who)
                case .landedElsewhere:
                    WatchPhrase.correctionElsewhere.text(
                        language,
                        who,
                        retraction.airport.map { WatchPlaceText(gazetteer: gazetteer, language: language).airport($0) }
                            ?? "?"
                    )
                }
            titles[language.rawValue] = WatchPhrase.correctionTitle.text(
                language,
                earlier.unlabelledTitle(in: language.rawValue)
            )
            bodies[language.rawValue] = said
        }
        var hash = StableHash()
        hash.add("correction")
        hash.add(earlier.id)
        return AlertRecord(
            id: hash.digits,
            ruleID: earlier.ruleID,
            ruleVersion: earlier.ruleVersion,
            ruleName: earlier.ruleName,
            time: retraction.time,
            made: made,
            title: titles,
            body: bodies,
            aircraft: earlier.aircraft,
            link: link(earlier.aircraft, retraction.time),
            evidence: Array(
                RuleValue(
                    .map([
                        RuleMember("corrects", RuleValue(.text(earlier.id))),
                        RuleMember("reason", RuleValue(.text(retraction.reason.rawValue))),
                        RuleMember("version", RuleValue(.text(version))),
                    ])
                ).json.utf8
            ),
            outlets: earlier.outlets,
            isSimulated: earlier.isSimulated,
            isPublic: earlier.isPublic,
            visit: earlier.visit,
            corrects: earlier.id
        )
    }

    /// Tells the owner of a rule that it was stopped.
    public func stopped(_ rule: WatchRule, at time: Timestamp, size: Int, made: Timestamp) -> AlertRecord {
        var hash = StableHash()
        hash.add("stopped")
        hash.add(rule.id)
        hash.add(UInt64(rule.version))
        hash.add(UInt64(bitPattern: time.nanoseconds))
        return AlertRecord(
            id: hash.digits,
            ruleID: rule.id,
            ruleVersion: rule.version,
            ruleName: rule.name,
            time: time,
            made: made,
            title: [
                "en": "Watch stopped: \(rule.name)",
                "id": "Pengawasan dihentikan: \(rule.name)",
            ],
            body: [
                "en":
                    "It remembered \(size) things, more than a rule may, and tells nothing until it is put to work again.",
                "id":
                    "Ia mengingat \(size) hal, lebih dari yang boleh, dan tidak memberi tahu apa pun sampai dijalankan lagi.",
            ],
            outlets: rule.outcome.outlets,
            isSimulated: isSimulated,
            visit: rule.visit
        )
    }

    /// The moment on the map.
    private func link(_ hexes: [String], _ time: Timestamp) -> String? {
        guard !hexes.isEmpty else { return nil }
        let moment = WatchTimeText.minute(time).replacing(" ", with: "T") + ":00Z"
        let realm = isSimulated ? "&realm=simulated" : ""
        return "/#a=\(hexes.prefix(8).joined(separator: ","))&at=\(moment)\(realm)"
    }

    private static func once(_ texts: [String]) -> [String] {
        var told: Set<String> = []
        return texts.filter { told.insert($0).inserted }
    }
}
