import Aero
import ModeS
import Site
import Tracking

extension LiveSky {
    func counts() -> SkyCounts {
        let statistics = table.statistics
        var counts = SkyCounts()
        for (format, number) in statistics.framesByFormat.enumerated()
        where DownlinkFormat(rawValue: UInt8(format)) != nil {
            let repaired = statistics.repairedByFormat[format]
            counts.frames[SkyCounts.FrameKind(format: UInt8(format), isRepaired: false)] = number - repaired
            counts.frames[SkyCounts.FrameKind(format: UInt8(format), isRepaired: true)] = repaired
        }
        counts.uatFrames = statistics.uatFrames
        counts.reports = statistics.reports
        counts.unreadable = statistics.parityFailures + statistics.unknownFormats
        counts.duplicates = statistics.copies
        counts.ambiguous = statistics.ambiguous
        counts.decided = statistics.decidedByCopies
        counts.withheld = statistics.withheld
        counts.believed = statistics.believed
        counts.tracksMade = statistics.tracksMade
        counts.positions = [
            "global": statistics.globalPositions, "local": statistics.localPositions,
            "stated": statistics.statedPositions, "claimed": statistics.claimedPositions,
        ]
        for refusal in Refusal.allCases { counts.refusals[refusal.description] = statistics.refused(refusal) }
        for sourceClass in SourceClass.allCases { counts.aircraft[sourceClass.readsbName] = 0 }
        let since = time.advanced(bySeconds: -Self.shownSeconds)
        for track in table.tracks where track.lastHeard >= since {
            counts.aircraft[track.sourceClass.readsbName, default: 0] += 1
        }
        for (id, ledger) in feeds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where ledger.parent == nil {
            for status in feeders(of: id) {
                counts.feeders.append(SkyCounts.Feeder(source: ledger.name, status: status))
            }
        }
        return counts
    }
}
