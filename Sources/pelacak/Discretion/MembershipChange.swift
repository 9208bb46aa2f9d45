import Aero

/// What a newer list of members makes of the lines of its reason: who came, who left, whose mode is another. Lines of other reasons, and
/// those that ended before, stay as they stand.
struct MembershipChange: Sendable {
    private(set) var added = 0
    private(set) var ended = 0
    private(set) var changed = 0
    private(set) var kept = 0
    /// The list as it is to be written.
    private(set) var text: String

    /// - Parameters:
    ///   - text: the list as it stands; it was read without an error.
    ///   - from: from when on newcomers are hidden or marked; `nil`: also in all that was heard before.
    ///   - now: when those that left are shown again.
    init(
        of text: String,
        to members: Set<AircraftAddress>,
        _ mode: SuppressionMode,
        _ reason: SuppressionReason,
        from: Timestamp?,
        at now: Timestamp
    ) {
        let wanted = Set(members.map(\.bits))
        var missing = wanted
        var lines: [String] = []
        self.text = text
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            guard var rule = try? SuppressionList.rule(line), rule.reason == reason,
                rule.to.map({ $0 > now }) ?? true
            else {
                lines.append(String(line))
                continue
            }
            if wanted.contains(rule.address.bits) {
                missing.remove(rule.address.bits)
                if rule.mode == mode {
                    kept += 1
                    lines.append(String(line))
                } else {
                    changed += 1
                    rule.mode = mode
                    lines.append(SuppressionList.line(rule))
                }
            } else {
                ended += 1
                rule.to = now
                // One that was to begin later never does.
                if rule.times != nil { lines.append(SuppressionList.line(rule)) }
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty { lines = [SuppressionList.head] }
        for address in members.sorted(by: { $0.rawValue < $1.rawValue }) where missing.contains(address.bits) {
            missing.remove(address.bits)
            added += 1
            lines.append(SuppressionList.line(SuppressionRule(address, mode, from: from, reason: reason)))
        }
        self.text = lines.joined(separator: "\n") + "\n"
    }

    /// Those who stood on the list before.
    var before: Int { kept + changed + ended }

    /// In one line, for people.
    var sentence: String { "\(added) new, \(ended) ended, \(changed) with another mode, \(kept) as before" }
}
