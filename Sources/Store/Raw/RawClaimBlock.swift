import Aero
import Feeds
import Foundation

/// Claims and UAT frames of one receiver, a line of JSON for each arrival.
enum RawClaimBlock {
    static func line(_ batch: FeedBatch, _ entry: RawBatchEntry) -> [UInt8] {
        let line = RawClaimLine(
            seq: entry.sequence,
            arrived: entry.arrived.nanoseconds,
            flags: entry.flags.rawValue,
            claims: batch.reports.isEmpty ? nil : batch.reports.map(RawClaim.init),
            uat: batch.uat.isEmpty ? nil : batch.uat.map(RawUAT.init)
        )
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        // Nothing of it can be refused: there are numbers and texts only.
        guard let data = try? encoder.encode(line) else { return [] }
        return [UInt8](data) + [0x0A]
    }

    /// Reads the lines of a block.
    static func read(_ text: [UInt8]) throws(RawDamage) -> [(entry: RawBatchEntry, batch: FeedBatch)] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        var found: [(entry: RawBatchEntry, batch: FeedBatch)] = []
        for line in text.split(separator: 0x0A) {
            guard let read = try? decoder.decode(RawClaimLine.self, from: Data(line)) else { throw .nonsense }
            var batch = FeedBatch()
            for claim in read.claims ?? [] { batch.reports.append(try claim.report()) }
            for frame in read.uat ?? [] { batch.uat.append(try frame.received()) }
            let entry = RawBatchEntry(
                sequence: read.seq,
                arrived: Timestamp(nanoseconds: read.arrived),
                flags: RawBatchEntry.Flags(rawValue: read.flags)
            )
            found.append((entry, batch))
        }
        return found
    }
}
