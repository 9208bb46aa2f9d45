import Aero
import Tracking

/// What is asked for: a callsign, or with `*` at its end whatever begins so.
struct CallsignPattern: Hashable, Sendable {
    let prefix: String
    let isWhole: Bool

    /// - Returns: `nil` for what no callsign is: 1 to 8 of A-Z, 0-9, with `*` at the end from two of them on.
    init?(_ text: String) {
        // Capitals of other letters may be two plain ones.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var name = text.uppercased()
        isWhole = name.last != "*"
        if !isWhole { name.removeLast() }
        let isName = name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        guard isName, (isWhole ? 1...8 : 2...8).contains(name.utf8.count) else { return nil }
        prefix = name
    }

    var text: String { isWhole ? prefix : prefix + "*" }

    func matches(_ value: String) -> Bool { isWhole ? value == prefix : value.hasPrefix(prefix) }
}

/// Who used a callsign, when: a line for each time that an aircraft began to use it, to where it used another or fell silent.
struct CallsignUses {
    let pattern: CallsignPattern
    var lines: [AreaSummary.Line] = []

    /// `/api/v1/history/callsigns`.
    func json(during: Range<Timestamp>, _ basis: AnswerBasis, _ book: any AddressBook) -> [UInt8] {
        var json = JSONWriter(capacity: lines.count * 320 + 1024)
        json.beginObject()
        basis.write(to: &json)
        json.member("from", during.lowerBound)
        json.member("to", during.upperBound)
        json.member("callsign", pattern.text)
        json.key("uses")
        json.beginArray()
        for line in lines { line.write(book, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension HistoryReader {
    /// A use begins at most so long before the time asked for, and is looked through for so long. Seconds.
    private static let longestUse = 86_400.0
    /// Silence after which a callsign is told anew: the same call is then another use. ms, as `ObservationWriter` has it.
    private static let silence: Int64 = 3_600_000
    /// Names and paths that are looked through for one answer.
    private static let mostNames = 10_000
    private static let mostPaths = 1_000

    private static func time(_ milliseconds: Int64) -> Timestamp {
        let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return Timestamp(nanoseconds: overflow ? (milliseconds < 0 ? .min : .max) : nanoseconds)
    }

    /// Who used a callsign between two times, in the order in which they began to.
    ///
    /// - Parameter limit: uses at most; `basis.next` says where to go on.
    func uses(
        of pattern: CallsignPattern,
        during range: Range<Timestamp>,
        limit: Int,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> CallsignUses {
        let since = range.lowerBound.advanced(bySeconds: -Self.longestUse)
        let names = try await ask { () async throws(ArchiveError) in
            try await archive.names(
                matching: pattern.prefix,
                field: .callsign,
                during: min(since, range.lowerBound)..<range.upperBound,
                limit: Self.mostNames
            )
        }
        var uses = CallsignUses(pattern: pattern)
        var ends: [ArchivedAircraft: Int64] = [:]
        var looked = 0
        for name in names where pattern.matches(name.value) {
            // The same call told again, by another receiver or under other terms, is the same use.
            if let end = ends[name.aircraft], name.milliseconds <= end { continue }
            let begin = Self.time(name.milliseconds)
            guard uses.lines.count < limit, looked < Self.mostPaths else {
                basis.next = max(range.lowerBound, begin)
                return uses
            }
            looked += 1
            let end = min(range.upperBound, begin.advanced(bySeconds: Self.longestUse))
            let trace = try await ask { () async throws(ArchiveError) in
                try await archive.trace(of: name.aircraft, during: begin..<end, withoutPositions: true)
            }
            let line = AreaSummary.Line(use: name, trace, silence: Self.silence)
            ends[name.aircraft] = line?.last.milliseconds ?? name.milliseconds
            guard let line, line.last.time >= range.lowerBound else { continue }
            let isGiven = mayGive(trace.evidence)
            basis.note(trace.evidence, isGiven: isGiven)
            if isGiven { uses.lines.append(line) } else { basis.withhold(trace.observations.count, of: name.aircraft) }
        }
        if names.count == Self.mostNames, let last = names.last {
            basis.next = max(range.lowerBound, Self.time(last.milliseconds))
        }
        return uses
    }
}

extension AreaSummary.Line {
    /// The rows of a trace from where a callsign was told, to where another was or silence began.
    fileprivate init?(use name: IdentityChange, _ trace: Trace, silence: Int64) {
        let change = trace.names.first {
            $0.field == .callsign && $0.milliseconds > name.milliseconds && $0.value != name.value
        }
        let end = change?.milliseconds ?? .max
        guard let first = trace.observations.first, first.milliseconds < end else { return nil }
        self.init(aircraft: trace.aircraft, first: first, last: first)
        for row in trace.observations where row.milliseconds < end {
            guard row.milliseconds - last.milliseconds <= silence else { break }
            note(row)
        }
        names.note(trace.names.filter { $0.milliseconds <= last.milliseconds })
        names.note([name])
    }
}
