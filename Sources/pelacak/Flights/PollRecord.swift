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

    private struct Entry {
        let time: Timestamp
        let request: String
        let outcome: PollOutcome
    }

    private struct Day {
        let size: Int
        let entries: [String: [Entry]]
    }

    private let folder: String
    /// The days that were read last.
    private var days: [Int64: Day] = [:]
    private static let mostDays = 2
    /// Bytes, as much as is written in a day.
    private static let largest = 65 << 20

    init(dataFolder: String) { folder = "\(dataFolder)/captures" }

    /// The questions for an area in a time, in order. One that asked for another area is taken as answered in part.
    func polls(of source: AreaSource, in range: Range<Timestamp>) -> [Poll] {
        let numbers = Self.day(range.lowerBound)...Self.day(range.upperBound)
        return numbers.flatMap { number in
            (day(number).entries[source.name] ?? []).filter { range.contains($0.time) }.map { entry in
                let isOther = entry.outcome == .answered && entry.request != source.request
                return Poll(time: entry.time, outcome: isOther ? .filtered : entry.outcome)
            }
        }
    }

    private static func day(_ time: Timestamp) -> Int64 { time.milliseconds / 86_400_000 }

    private func day(_ number: Int64) -> Day {
        let name = TimeText.iso(Timestamp(seconds: Double(number) * 86_400)).prefix(10)
        let path = "\(folder)/\(name).jsonl"
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
        if let known = days[number], known.size == size ?? 0 { return known }
        let read = Self.read(path, size ?? 0)
        if days.count >= Self.mostDays, days[number] == nil, let oldest = days.keys.min() { days[oldest] = nil }
        days[number] = read
        return read
    }

    private static func read(_ path: String, _ size: Int) -> Day {
        guard (1...largest).contains(size), let data = FileManager.default.contents(atPath: path) else {
            return Day(size: size, entries: [:])
        }
        let decoder = JSONDecoder()
        var entries: [String: [Entry]] = [:]
        for text in data.split(separator: UInt8(ascii: "\n")) {
            guard let line = try? decoder.decode(Line.self, from: text), let time = try? TimeText.parse(line.time)
            else {
                continue
            }
            let outcome: PollOutcome =
                line.status == 200 && line.failure == nil ? .answered : line.status == 429 ? .throttled : .failed
            entries[line.source, default: []].append(Entry(time: time, request: line.request, outcome: outcome))
        }
        return Day(size: size, entries: entries.mapValues { $0.sorted { $0.time < $1.time } })
    }
}
