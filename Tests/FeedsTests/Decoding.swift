import Aero
import Feeds
import ModeS

extension StreamDecoder {
    /// Decodes bytes in pieces of a fixed size and ends the stream.
    mutating func decodeAll(
        _ bytes: [UInt8],
        pieces: Int = 65_536,
        arrival: Timestamp = Timestamp(seconds: 1_700_000_000)
    ) -> FeedBatch {
        var batch = FeedBatch()
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + pieces)
            decode(bytes.span.extracting(start..<end), arrival: arrival, into: &batch)
            start = end
        }
        finish(into: &batch)
        return batch
    }
}
