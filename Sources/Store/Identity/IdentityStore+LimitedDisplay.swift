public import Aero
import GRDB

extension IdentityStore {
    /// Aircraft that lists call limited (LADD): those that bear the mark now for all time, and those that bore it until the end of the day on
    /// which they did so last. What an undone import said never counted.
    ///
    /// - Parameter index: what is shown of every aircraft now.
    /// - Returns: as rules that mark only; what is done about them is the operator's decision.
    public func limitedDisplay(in index: IdentityIndex) throws(IdentityError) -> [SuppressionRule] {
        let now = index.addresses(marked: .limitedDisplay)
        var rules = now.map { SuppressionRule($0, .flag, reason: .ladd) }
        let still = Set(now)
        for (address, end) in try endsOfLimitedDisplay() where !still.contains(address) {
            rules.append(SuppressionRule(address, .flag, to: end, reason: .ladd))
        }
        return rules
    }

    /// Whether any list says so of anybody, now or earlier: who asks for few aircraft makes no index for nothing.
    public func hasLimitedDisplay() throws(IdentityError) -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM fact WHERE object = 'LADD' AND relation = 11 AND relation \(FactTable.byObject))
                    """
            ) ?? false
        }
    }

    /// When each address was on such a list last, by what was held or by what the list itself said; whole days, for days are counted.
    private func endsOfLimitedDisplay() throws(IdentityError) -> [AircraftAddress: Timestamp] {
        try read { database in
            var ends: [AircraftAddress: Timestamp] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.object = 'LADD' AND f.relation = 11 AND f.relation \(FactTable.byObject)
                    AND f.subject < 33554432 AND (b.kind IS NULL OR b.kind <> 2)
                    """
            )
            while let row = try rows.next() {
                guard let fact = FactTable.fact(of: row), case .address(let address) = fact.subject,
                    fact.polarity == .says, fact.confidence != .refuted,
                    let last = [fact.known.to, fact.validity.to.latest].compactMap(\.self).min()
                else { continue }
                let end = CalendarDay(ofMilliseconds: last.milliseconds).range.upperBound
                ends[address] = max(ends[address] ?? end, end)
            }
            return ends
        }
    }
}
