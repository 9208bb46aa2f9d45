import Aero
import ModeS

extension FeedBatch {
    /// The batch cut into batches that each span at most so many seconds; frames first, then reports, Mode A/C replies, UAT frames.
    func pieces(ofSeconds seconds: Double) -> [FeedBatch] {
        var pieces: [FeedBatch] = []
        Self.cut(frames, seconds, \.time) { slice in
            pieces.append(FeedBatch(frames: Array(slice), sawSimulationMark: sawSimulationMark, connection: connection))
        }
        Self.cut(reports, seconds, \.time) { slice in
            pieces.append(
                FeedBatch(reports: Array(slice), sawSimulationMark: sawSimulationMark, connection: connection)
            )
        }
        Self.cut(modeAC, seconds, \.time) { slice in
            pieces.append(FeedBatch(modeAC: Array(slice), sawSimulationMark: sawSimulationMark, connection: connection))
        }
        Self.cut(uat, seconds, \.time) { slice in
            pieces.append(FeedBatch(uat: Array(slice), sawSimulationMark: sawSimulationMark, connection: connection))
        }
        return pieces.isEmpty ? [self] : pieces
    }

    private static func cut<Item>(
        _ items: [Item],
        _ seconds: Double,
        _ time: (Item) -> Timestamp,
        _ give: (ArraySlice<Item>) -> Void
    ) {
        var start = 0
        for index in items.indices where index > start {
            guard abs(time(items[index]).seconds(since: time(items[start]))) > seconds else { continue }
            give(items[start..<index])
            start = index
        }
        if start < items.count { give(items[start...]) }
    }
}
