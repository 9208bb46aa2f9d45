import Aero
import Foundation
import Site

/// `DIR/reception.json`: what live sources received in the last hour and day. For its owner's eyes only: how far is heard in which
/// direction tells where a receiver stands.
struct ReceptionFile: Sendable {
    private struct Document: Codable {
        var version: Int
        var sources: [Source]
    }

    private struct Source: Codable {
        var name: String
        /// Seconds since 1970.
        var last: Double
        var simulated: Bool?
        var radio: Bool
        var hour: [KeptReceptionSlot]
        var day: [KeptReceptionSlot]
    }

    let path: String
    /// Of the most sources with everything that can be told of them.
    private static let largest = 64 << 20
    private static let longestName = 1024

    init(folder: String) { path = folder + "/reception.json" }

    /// What was kept, of the last day alone.
    ///
    /// - Returns: `nil` for a file that cannot be read, or is none of ours; nothing is lost by it but a day of charts.
    func read(at now: Timestamp) -> ReceptionBook? {
        guard FileManager.default.fileExists(atPath: path) else { return ReceptionBook() }
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: Self.largest + 1),
            data.count <= Self.largest, let document = try? JSONDecoder().decode(Document.self, from: data),
            document.version == 1, document.sources.count <= ReceptionBook.capacity
        else { return nil }
        var book = ReceptionBook()
        for source in document.sources where source.name.utf8.count <= Self.longestName {
            let last = Timestamp(seconds: source.last)
            let age = now.seconds(since: last)
            guard age < Double(ReceptionSpan.day.seconds), age > -ReceptionHistory.longestStep else { continue }
            book.change(source.name, isRecording: false) {
                $0.take(
                    hour: Self.slots(source.hour, of: .hour, until: last),
                    day: Self.slots(source.day, of: .day, until: last),
                    last: last,
                    isSimulated: source.simulated,
                    hasRadio: source.radio
                )
            }
        }
        return book
    }

    /// Puts what live sources received in the place of what was kept.
    ///
    /// - Returns: whether it could be written.
    func write(_ book: ReceptionBook) -> Bool {
        let sources = book.histories.sorted { $0.key < $1.key }.compactMap { name, history -> Source? in
            guard !history.isRecording, let last = history.last else { return nil }
            return Source(
                name: name,
                last: last.seconds,
                simulated: history.isSimulated,
                radio: history.hasRadio,
                hour: history.slots(of: .hour).map(KeptReceptionSlot.init),
                day: history.slots(of: .day).map(KeptReceptionSlot.init)
            )
        }
        let isFirst = !FileManager.default.fileExists(atPath: path)
        guard !sources.isEmpty || !isFirst else { return true }
        guard let data = try? JSONEncoder().encode(Document(version: 1, sources: sources)) else { return false }
        return PrivateFile.replace(path, with: data)
    }

    private static func slots(
        _ kept: [KeptReceptionSlot],
        of span: ReceptionSpan,
        until end: Timestamp
    ) -> [ReceptionSlot] {
        kept.prefix(span.slotCount).compactMap { $0.slot(length: span.slotSeconds) }.filter {
            $0.start <= span.slotStart(at: end)
        }
    }
}
