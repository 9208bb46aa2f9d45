import Aero
import Flights
import Tracking
import Watch

/// What was said of silences when they were judged live, so that a replay says the same; kept on disk.
struct JudgementLog {
    struct Line: Codable, Sendable {
        let hex: String
        let since: Int64
        let at: Int64
        let gapClass: String
        let off: Double
    }

    private struct Key: Hashable {
        let aircraft: String
        let since: Int64
        let at: Int64
    }

    private let file: PrivateJSONLines<Line>
    private var labels: [Key: GapLabel] = [:]

    private static let most = 50_000

    init(dataFolder: String) {
        file = PrivateJSONLines(path: "\(dataFolder)/watches/judgements.jsonl", largest: 16 << 20)
        for line in ((try? file.lines()) ?? []).suffix(Self.most) {
            guard let gapClass = GapClass(rawValue: line.gapClass), line.off.isFinite else { continue }
            let label = GapLabel(
                gapClass: gapClass,
                offAtLeast: line.off,
                judgedAt: Timestamp(nanoseconds: line.at)
            )
            labels[Key(aircraft: line.hex, since: line.since, at: line.at)] = label
        }
    }

    /// For questions that were answered before.
    var said: @Sendable (SilenceQuestion) -> GapLabel? {
        let labels = labels
        return { question in
            labels[
                Key(
                    aircraft: question.aircraft.address.hex,
                    since: question.since.nanoseconds,
                    at: question.time.nanoseconds
                )
            ]
        }
    }

    mutating func note(_ step: WatchRun.Step) {
        var lines: [Line] = []
        for (key, detail) in step.details {
            guard case .silence(let since, let label?) = detail, label.gapClass != .landed else { continue }
            let place = Key(aircraft: key.aircraft.hex, since: since.nanoseconds, at: key.time.nanoseconds)
            guard labels[place] == nil else { continue }
            labels[place] = label
            lines.append(
                Line(
                    hex: place.aircraft,
                    since: place.since,
                    at: place.at,
                    gapClass: label.gapClass.rawValue,
                    off: label.offAtLeast
                )
            )
        }
        guard !lines.isEmpty else { return }
        if labels.count > Self.most {
            let kept = labels.sorted { $0.key.at > $1.key.at }.prefix(Self.most / 2)
            labels = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
            try? file.replace(with: labels.map { Self.line($0.key, $0.value) })
        } else {
            try? file.append(contentsOf: lines)
        }
    }

    private static func line(_ key: Key, _ label: GapLabel) -> Line {
        Line(
            hex: key.aircraft,
            since: key.since,
            at: key.at,
            gapClass: label.gapClass.rawValue,
            off: label.offAtLeast
        )
    }
}
