import Aero
import Site

/// When nobody watched, on disk, and when the program was alive last.
struct WatchingBook: Sendable {
    struct Line: Codable, Sendable {
        let from: Double
        let to: Double
        let why: String
    }

    private let file: PrivateJSONLines<Line>
    private let alive: String
    private(set) var gaps: [WatchingReport.Gap] = []

    private static let most = 5_000

    init(dataFolder: String) {
        file = PrivateJSONLines(path: "\(dataFolder)/watches/watching.jsonl", largest: 4 << 20)
        alive = "\(dataFolder)/watches/alive"
        let lines = (try? file.lines()) ?? []
        gaps = lines.suffix(Self.most).compactMap { line in
            guard let reason = WatchingReport.Gap.Reason(rawValue: line.why) else { return nil }
            return WatchingReport.Gap(
                from: Timestamp(seconds: line.from),
                to: Timestamp(seconds: line.to),
                reason: reason
            )
        }
    }

    /// Writes a gap that is over.
    mutating func add(_ from: Timestamp, _ to: Timestamp, _ reason: WatchingReport.Gap.Reason) {
        guard from < to else { return }
        gaps.append(WatchingReport.Gap(from: from, to: to, reason: reason))
        if gaps.count > Self.most { gaps.removeFirst(gaps.count - Self.most) }
        // What cannot be written down is known until the end of the program.
        try? file.append(Line(from: from.seconds, to: to.seconds, why: reason.rawValue))
    }

    /// When the program lived last; `nil` where it never did.
    var lastAlive: Timestamp? { AliveFile.read(alive) }

    func noteAlive(_ now: Timestamp) { AliveFile.write(now, alive) }

    /// Gaps in a time, as the engine is told of them.
    func ranges(in range: Range<Timestamp>) -> [Range<Timestamp>] {
        gaps.compactMap { gap in
            guard let to = gap.to, range.lowerBound <= gap.from, to <= range.upperBound else { return nil }
            return gap.from..<to
        }
    }
}
