import Aero
import Flights
import Tracking

/// What was said of silences, and since when. What was told once stays known, whatever is said later.
struct VerdictLog: Sendable {
    /// A silence, by whose it is and when it began.
    struct Silence: Hashable, Sendable {
        let aircraft: ArchivedAircraft
        /// Milliseconds since 1970.
        let from: Int64
    }

    /// Silences that are remembered at most; those that were judged first go first.
    static let mostSilences = 100_000
    /// Milliseconds since 1970 that are read.
    static let farthest: Int64 = 9_000_000_000_000

    private var said: [Silence: [GapLabel]] = [:]
    /// Lines that a file of it would have.
    private(set) var lineCount = 0

    static func file(dataFolder: String, realm: ArchiveRealm) -> PrivateJSONLines<VerdictLine> {
        PrivateJSONLines(path: "\(dataFolder)/coverage/\(realm.rawValue).verdicts.jsonl", largest: 64 << 20)
    }

    init(_ lines: [VerdictLine] = []) {
        for line in lines {
            guard let (silence, label) = line.content else { continue }
            said[silence, default: []].append(label)
        }
        lineCount = said.values.reduce(0) { $0 + $1.count }
        forgetOldest()
    }

    /// A verdict after what was said before, and the line that tells of it; `nil` where the same is said as before.
    mutating func settle(
        _ verdict: GapVerdict,
        of aircraft: ArchivedAircraft
    ) -> (verdict: GapVerdict, line: VerdictLine?) {
        let silence = Silence(aircraft: aircraft, from: verdict.gap.last.time.milliseconds)
        let before = said[silence] ?? []
        let settled = verdict.after(before)
        guard before.last?.gapClass != settled.gapClass else { return (settled, nil) }
        lineCount += settled.said.count - before.count
        said[silence] = settled.said
        forgetOldest()
        return (settled, VerdictLine(settled.label, silence))
    }

    /// All of it, to be written in the place of a file that has grown.
    var lines: [VerdictLine] {
        said.sorted { ($0.value[0].judgedAt, $0.key.from) < ($1.value[0].judgedAt, $1.key.from) }
            .flatMap { silence, labels in labels.map { VerdictLine($0, silence) } }
    }

    private mutating func forgetOldest() {
        guard said.count > Self.mostSilences else { return }
        let oldest = said.sorted { $0.value[0].judgedAt < $1.value[0].judgedAt }.prefix(said.count / 2)
        for (silence, _) in oldest { said[silence] = nil }
        lineCount = said.values.reduce(0) { $0 + $1.count }
    }
}
