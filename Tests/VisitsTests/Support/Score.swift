import Aero
import Foundation

@testable import Visits

/// How a draft compares with what was expected, by the metrics of the stories' README.
struct Score {
    var (proposed, expected, found) = (0, 0, 0)
    var (claimsProposed, claimsExpected, claimsFound) = (0, 0, 0)
    var (windows, contained) = (0, 0)
    var ratios: [Double] = []
    var traps: [String] = []
    var (subjects, subjectsRight) = (0, 0)
    var missing: [String] = []

    var stopF1: Double { f1(found, proposed, expected) }
    var claimsF1: Double { f1(claimsFound, claimsProposed, claimsExpected) }
    var containment: Double { windows == 0 ? 1 : Double(contained) / Double(windows) }
    var medianRatio: Double { ratios.isEmpty ? 1 : ratios.sorted()[ratios.count / 2] }

    private func f1(_ found: Int, _ proposed: Int, _ expected: Int) -> Double {
        proposed + expected == 0 ? 1 : 2 * Double(found) / Double(proposed + expected)
    }

    init() {}

    init(_ draft: Draft, _ story: Story) {
        expected = story.stops.count
        proposed = draft.stops.count
        var matches: [(expected: Int, proposed: Int)] = []
        for (index, wanted) in story.stops.enumerated() {
            let free = draft.stops.indices.filter { number in !matches.contains { $0.proposed == number } }
            let fitting = free.first { number in
                let codes = draft.stops[number].stop.airports.prefix(3).map(\.code)
                return wanted.codes.isEmpty ? codes.isEmpty : codes.contains { wanted.codes.contains($0) }
            }
            if let fitting { matches.append((index, fitting)) } else { missing.append("stop \(wanted.place)") }
        }
        let ordered = Self.inOrder(matches)
        found = ordered.count
        if ordered.count < matches.count { missing.append("order") }
        for match in matches { window(draft.stops[match.proposed], story.stops[match.expected]) }
        claims(draft, story)
        subjects = 1
        subjectsRight = Self.isSubject(draft, story) ? 1 : 0
        if subjectsRight == 0 { missing.append("subject is \(draft.subject?.name ?? draft.subject?.role ?? "none")") }
        for stop in draft.stops where story.mustNot.contains(stop.stop.name) { traps.append(stop.stop.name) }
    }

    /// Of all stories together, told line by line where something is missing.
    static func sum(of stories: [Story], _ places: Gazetteer, named name: String) throws -> Score {
        var sum = Score()
        for story in stories {
            let score = Score(try Bench.draft(story, places), story)
            if !score.missing.isEmpty { print(score.line(story.id), score.missing.joined(separator: "; ")) }
            sum = sum + score
        }
        print(sum.line(name), "stop F1", sum.stopF1, "claims F1", sum.claimsF1)
        return sum
    }

    /// The longest run of matches whose order is that expected.
    private static func inOrder(_ matches: [(expected: Int, proposed: Int)]) -> [Int] {
        var best: [[Int]] = []
        for match in matches {
            let before = best.filter { ($0.last ?? -1) < match.proposed }.max { $0.count < $1.count } ?? []
            best.append(before + [match.proposed])
        }
        return best.max { $0.count < $1.count } ?? []
    }

    private mutating func window(_ stop: DraftedStop, _ wanted: Story.ExpectedStop) {
        guard wanted.start != nil || wanted.end != nil else { return }
        windows += 1
        let (start, end) = (stop.stop.arrival.start, stop.stop.arrival.end)
        let holdsStart = wanted.start.map { wanted in start.map { $0 <= wanted } ?? true } ?? true
        let holdsEnd = wanted.end.map { wanted in end.map { $0 >= wanted } ?? true } ?? true
        if holdsStart, holdsEnd {
            contained += 1
        } else {
            missing.append("window \(wanted.place) \(Self.words(start)) \(Self.words(end))")
        }
        guard let first = wanted.start, let last = wanted.end else { return }
        guard let start, let end else {
            ratios.append(.infinity)
            return
        }
        ratios.append(end.seconds(since: start) / max(3_600, last.seconds(since: first)))
    }

    static func words(_ time: Timestamp?) -> String {
        time.map { Date(timeIntervalSince1970: $0.seconds).formatted(.iso8601) } ?? "open"
    }

    private mutating func claims(_ draft: Draft, _ story: Story) {
        claimsExpected = story.claims.count
        claimsProposed = draft.claims.count
        var free = draft.claims.map { Self.key($0.kind.rawValue, $0.speaker?.line) }
        for wanted in story.claims {
            let key = Self.key(wanted.kind, wanted.speaker)
            if let index = free.firstIndex(of: key) {
                free.remove(at: index)
                claimsFound += 1
            } else {
                missing.append("claim \(key)")
            }
        }
        for key in free { missing.append("more: \(key)") }
    }

    private static func key(_ kind: String, _ speaker: String?) -> String {
        // Without articles, of which Indonesian has two for one of many.
        let articles: Set<Substring> = ["a", "an", "the", "seorang", "sebuah"]
        let words = (speaker ?? "-").lowercased().split(separator: " ").filter { !articles.contains($0) }
        return kind + " by " + words.joined(separator: " ")
    }

    /// By name, or by an office and its state where the text has no name.
    private static func isSubject(_ draft: Draft, _ story: Story) -> Bool {
        guard let subject = draft.subject else { return story.subject.isEmpty }
        if let name = subject.name, story.subject.contains(name) || name.contains(story.subject) { return true }
        // "A match by role and state is enough when the text gives no name."
        if subject.name == nil, let role = subject.role, role.contains(" "),
            story.subject.lowercased().contains(bare(role))
        {
            return true
        }
        if subject.name == nil, let state = leaderState(of: story.subject), subject.state == state { return true }
        let state = story.state.isEmpty ? states[story.subject] : story.state
        return state != nil && subject.state?.description == state
    }

    /// The state of somebody whose name the text does not have, by the list of leaders.
    private static func leaderState(of name: String) -> StateCode? {
        let tokens = Tokenizer.tokens(of: name)
        return tokens.indices.lazy.compactMap { Leader.table.hits(tokens, at: $0, before: tokens.count)?.values.first }
            .first.flatMap { StateCode($0.state) }
    }

    private static func bare(_ role: String) -> String {
        let role = role.lowercased().hasPrefix("the ") ? String(role.dropFirst(4)) : role
        return role.lowercased().replacing("'s ", with: " ").replacing("\u{2019}s ", with: " ")
    }

    /// States of subjects whose name the text does not have.
    private static let states = ["Vladimir Putin": "RU", "Xi Jinping": "CN", "US president (Joe Biden)": "US"]

    static func + (one: Score, other: Score) -> Score {
        var sum = one
        sum.proposed += other.proposed
        sum.expected += other.expected
        sum.found += other.found
        sum.claimsProposed += other.claimsProposed
        sum.claimsExpected += other.claimsExpected
        sum.claimsFound += other.claimsFound
        sum.windows += other.windows
        sum.contained += other.contained
        sum.ratios += other.ratios
        sum.traps += other.traps
        sum.subjects += other.subjects
        sum.subjectsRight += other.subjectsRight
        return sum
    }

    func line(_ name: String) -> String {
        let ratio = medianRatio.isFinite ? String(format: "%.2f", medianRatio) : "open"
        return
            "\(name): stops \(found)/\(expected) of \(proposed), claims \(claimsFound)/\(claimsExpected) of \(claimsProposed), windows \(contained)/\(windows) ratio \(ratio), subject \(subjectsRight)/\(subjects), traps \(traps)"
    }
}
