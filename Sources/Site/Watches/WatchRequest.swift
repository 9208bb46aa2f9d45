import Foundation
import Tracking
import Watch

/// A body that brings a rule: `{"rule": {…}}` or `{"yaml": "…"}`, with what else is asked.
struct WatchRequest {
    let text: WatchText
    let days: Int?
    let realm: ArchiveRealm?

    /// - Throws: `APIError` 400 for what is no JSON, 422 for what cannot be meant.
    init(_ body: [UInt8]) throws(APIError) {
        let tree: RuleValue
        do throws(RuleError) { tree = try RuleValue(json: body) } catch {
            throw .badRequest("json", "the body is not JSON: \(error)")
        }
        guard case .map(let members) = tree.content else { throw .badRequest("json", "the body is an object") }
        var (rule, yaml): (RuleValue?, String?) = (nil, nil)
        var (days, realm): (Int?, ArchiveRealm?) = (nil, nil)
        for member in members {
            switch (member.key, member.value.content) {
            case ("rule", .map): rule = member.value
            case ("rule", _): throw .invalid("rule", "a rule is an object")
            case ("yaml", .text(let text)): yaml = text
            case ("yaml", _): throw .invalid("yaml", "yaml is a text")
            case ("days", .number(let number)):
                guard let whole = Int(exactly: number), (1...30).contains(whole) else {
                    throw .invalid("days", "days is a whole number from 1 to 30")
                }
                days = whole
            case ("days", _): throw .invalid("days", "days is a whole number from 1 to 30")
            case ("realm", .text(let word)):
                guard let known = ArchiveRealm(rawValue: word) else {
                    throw .invalid("realm", "realm is real, imported or simulated")
                }
                realm = known
            default: throw .invalid(String(member.key.prefix(32)), "this key has no meaning here")
            }
        }
        switch (rule, yaml) {
        case (let rule?, nil): text = .json(Array(rule.json.utf8))
        case (nil, let yaml?): text = .yaml(yaml)
        default: throw .invalid("rule", "give a rule, or a text in yaml, not both")
        }
        self.days = days
        self.realm = realm
    }

    /// `{"enabled": true}`.
    static func isEnabled(_ body: [UInt8]) throws(APIError) -> Bool {
        struct Change: Decodable { var enabled: Bool }
        return try SourceRequest.decode(Change.self, body).enabled
    }
}
