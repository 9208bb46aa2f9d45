import Aero
import Flights
import Foundation

/// What became of the questions to providers, off the record that is kept of them: `DATA/captures/YYYY-MM-DD.jsonl`.
actor PollRecord {
    private struct Line: Decodable {
        let time: String
        let source: String
        let request: String
        let status: Int
        let failure: String?
    }

    fileprivate struct Entry {
        let time: Timestamp
        let request: String
        let outcome: PollOutcome
    }

    private struct Day {
        /// Bytes that were read: whole lines.
        var size: UInt64 = 0
        var entries: [String: [Entry]] = [:]
    }

    private let folder: String
    /// The days that were read last.
    private var days: [Int64: Day] = [:]
    private static let mostDays = 2
    /// Bytes, as much as is written in a day.
    private static let largest: UInt64 = 65 << 20

    init(dataFolder: String) { folder = "\(dataFolder)/captures" }

    /// The questions for an area in a time, in order. One that asked for another area is taken as answered in part.
    func polls(of source: AreaSource, in range: Range<Timestamp>) -> [Poll] {
        let numbers = Self.day(range.lowerBound)...Self.day(range.upperBound)
        return numbers.flatMap { number -> [Poll] in
            let entries = day(number).entries[source.name] ?? []
            let start = entries.partition(from: range.lowerBound)
            return entries[start...].prefix { $0.time < range.upperBound }.map { entry in
                let isOther = entry.outcome == .answered && entry.request != source.request
                return Poll(time: entry.time, outcome: isOther ? .filtered : entry.outcome)
            }
        }
    }

    private static func day(_ time: Timestamp) -> Int64 { time.milliseconds / 86_400_000 }

    /// What is written of a day by now; only what was added since it was looked at is read.
    private func day(_ number: Int64) -> Day {
        let start = Timestamp(seconds: Double(number) * 86_400)
        var day = days[number] ?? Day()
        guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(TimeText.iso(start).prefix(10)).jsonl") else {
            return Day()
        }
        defer { try? handle.close() }
        guard let size = try? handle.seekToEnd(), size <= Self.largest else { return day }
        // Another lies there, or it was cut: from the beginning.
        if size < day.size { day = Day() }
        if size > day.size {
            Self.read(handle, from: start, into: &day)
            if days.count >= Self.mostDays, days[number] == nil, let oldest = days.keys.min() { days[oldest] = nil }
            days[number] = day
        }
        return day
    }

    private static func read(_ handle: FileHandle, from start: Timestamp, into day: inout Day) {
        guard (try? handle.seek(toOffset: day.size)) != nil, let data = try? handle.readToEnd(),
            let end = data.lastIndex(of: UInt8(ascii: "\n"))
        else { return }
        day.size += UInt64(end + 1 - data.startIndex)
        let decoder = JSONDecoder()
        for text in data[...end].split(separator: UInt8(ascii: "\n")) {
            guard let line = try? decoder.decode(Line.self, from: text), let time = time(line.time, on: start) else {
                continue
            }
            let outcome: PollOutcome =
                switch (line.status, line.failure) {
                // 304: as before.
                case (200, nil), (304, nil): .answered
                case (429, _), (503, _): .throttled
                default: .failed
                }
            let entry = Entry(time: time, request: line.request, outcome: outcome)
            let place = day.entries[line.source]?.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
            day.entries[line.source, default: []].insert(entry, at: place)
        }
    }

    /// The time of a line as the record writes it, `2026-11-26T10:03:01.789Z`; `nil` for anything else.
    private static func time(_ text: String, on day: Timestamp) -> Timestamp? {
        let parts = text.dropLast().split(separator: "T")
        let fields = parts.last?.split(separator: ":") ?? []
        guard text.hasSuffix("Z"), parts.count == 2, fields.count == 3, let hours = Int(fields[0]),
            let minutes = Int(fields[1]), let seconds = Double(fields[2]), (0..<24).contains(hours),
            (0..<60).contains(minutes), (0..<61).contains(seconds)
        else { return nil }
        return day.advanced(bySeconds: Double(hours * 3_600 + minutes * 60) + seconds)
    }
}

extension [PollRecord.Entry] {
    /// The place of the first that is not earlier.
    fileprivate func partition(from moment: Timestamp) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].time < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
