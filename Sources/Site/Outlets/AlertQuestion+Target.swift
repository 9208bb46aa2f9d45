import Aero
import Watch

extension AlertQuestion {
    /// Reads what is asked: `since`, `before`, `after`, `watch`, `visit`, `limit`.
    init(_ target: RequestTarget) throws(APIError) {
        self.init()
        if let text = target["limit"] {
            guard let limit = Int(text), (1...Self.most).contains(limit) else {
                throw .badRequest("limit", "limit is 1 to \(Self.most)")
            }
            self.limit = limit
        }
        if let text = target["since"] {
            guard let since = HistoryTime.time(text) else {
                throw .badRequest("since", "since is a time: seconds since 1970, or UTC as 2026-11-25T14:05:30Z")
            }
            self.since = since
        }
        before = try Self.number(target, "before")
        after = try Self.number(target, "after")
        guard before == nil || after == nil else { throw .badRequest("before", "ask for before or after, not both") }
        ruleID = target["watch"]
        visit = target["visit"]
    }

    /// The number of an alert; `nil` for what is none.
    static func number(_ text: String) -> Int64? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text)
    }

    private static func number(_ target: RequestTarget, _ name: String) throws(APIError) -> Int64? {
        guard let text = target[name] else { return nil }
        guard let number = number(text) else { throw .badRequest(name, "\(name) is the number of an alert") }
        return number
    }
}
