import Aero
import Site

/// Who changed the list of hidden aircraft, when and why: one line of JSON for each change, beside the list, never shortened by us.
struct SuppressionAudit: Sendable {
    /// What the person who changes it says.
    struct Entry: Sendable {
        /// Who, as he wants to be called: an account or an office, better than a name.
        var who: String
        var why: String
        var when: String
    }

    struct Line: Codable, Hashable, Sendable {
        var when: String
        var who: String
        var action: String
        var rules: [String]
        var why: String

        init(_ entry: Entry, action: String, rules: [String]) {
            (when, who, why) = (entry.when, entry.who, entry.why)
            self.action = action
            self.rules = rules
        }
    }

    let path: String

    /// - Parameter list: the path of the list.
    init(list: String) { path = list + ".audit.jsonl" }

    private var file: PrivateJSONLines<Line> { PrivateJSONLines(path: path, largest: 64 << 20) }

    /// Writes a change down; it is on disk when this returns.
    func append(_ line: Line) throws(SuppressionListError) {
        do { try file.append(line) } catch { throw .unwritable(path: path) }
    }

    /// All that was written down, oldest first; a line that is none of ours is left out.
    func lines() throws(SuppressionListError) -> [Line] {
        do throws(PrivateJSONLinesError) { return try file.lines() } catch {
            switch error {
            case .tooLarge: throw .tooLarge(path: path)
            case .unreadable, .unwritable, .strange: throw .unreadable(path: path)
            }
        }
    }

    /// What was decided so far of what others asked, by reason, for everybody to read: counts and days, no aircraft. That the operator keeps
    /// a visit back is no such request, and would tell of the visit.
    func decisions() -> [DecisionCount] {
        var counts: [SuppressionReason: DecisionCount] = [:]
        for line in (try? lines()) ?? [] {
            for rule in line.rules {
                let word = line.action == "import" ? rule.split(separator: " ").first : rule.split(separator: ",").last
                guard let reason = word.flatMap({ SuppressionReason(rawValue: String($0)) }), reason != .visit else {
                    continue
                }
                var count = counts[reason] ?? DecisionCount(reason: reason)
                switch line.action {
                case "add": count.granted += 1
                case "remove": count.withdrawn += 1
                case "refuse": count.refused += 1
                case "import": count.lists += 1
                default: continue
                }
                count.lastDay = String(line.when.prefix(10))
                counts[reason] = count
            }
        }
        return SuppressionReason.allCases.compactMap { counts[$0] }
    }
}
