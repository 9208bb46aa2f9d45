import Aero
import Tracking

/// Of which aircraft and of which times an import brought rows.
struct ImportedSpans {
    /// ms, as they came or, after `subtract`, rising and apart.
    private var spans: [ArchivedAircraft: [Range<Int64>]] = [:]

    /// Adds what a line of a record says; one that says nothing of the kind is passed over.
    ///
    /// - Parameter wanted: aircraft that are in none of these are passed over too.
    mutating func add(_ line: LedgerLine, of wanted: ImportedSpans? = nil) {
        guard let address = line.aircraft.flatMap({ AircraftAddress($0) }),
            let kind = line.kind.flatMap(ArchivedAircraft.Kind.init(rawValue:)),
            let from = line.from, let to = line.to, from <= to, HistoryStore.times.contains(from),
            HistoryStore.times.contains(to)
        else { return }
        let aircraft = ArchivedAircraft(address, kind: kind)
        guard wanted.map({ $0.spans[aircraft] != nil }) ?? true else { return }
        spans[aircraft, default: []].append(from..<to + 1)
    }

    /// Adds a time, ms.
    mutating func add(_ aircraft: ArchivedAircraft, _ times: ClosedRange<Int64>) {
        spans[aircraft, default: []].append(times.lowerBound..<times.upperBound + 1)
    }

    /// Whether it holds some of the time of an aircraft.
    func meets(_ aircraft: ArchivedAircraft, _ times: ClosedRange<Int64>) -> Bool {
        spans[aircraft]?.contains { $0.lowerBound <= times.upperBound && $0.upperBound > times.lowerBound } ?? false
    }

    /// Whether it holds some of what a line of a record says.
    func meets(_ line: LedgerLine) -> Bool {
        guard !spans.isEmpty else { return false }
        var own = ImportedSpans()
        own.add(line, of: self)
        return own.spans.contains { aircraft, times in
            times.contains { meets(aircraft, $0.lowerBound...$0.upperBound - 1) }
        }
    }

    /// Takes away the times that are in others as well.
    mutating func subtract(_ others: ImportedSpans) {
        for (aircraft, own) in spans {
            spans[aircraft] = Self.subtract(Self.joined(others.spans[aircraft] ?? []), from: Self.joined(own))
        }
    }

    /// By aircraft and time; no two of one aircraft overlap.
    var all: [(aircraft: ArchivedAircraft, times: Range<Int64>)] {
        spans.sorted { $0.key < $1.key }.flatMap { aircraft, own in Self.joined(own).map { (aircraft, $0) } }
    }

    private static func joined(_ ranges: [Range<Int64>]) -> [Range<Int64>] {
        var joined: [Range<Int64>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    private static func subtract(_ others: [Range<Int64>], from own: [Range<Int64>]) -> [Range<Int64>] {
        var left: [Range<Int64>] = []
        var first = 0
        for range in own {
            var start = range.lowerBound
            while first < others.count, others[first].upperBound <= start { first += 1 }
            var next = first
            while next < others.count, others[next].lowerBound < range.upperBound {
                if others[next].lowerBound > start { left.append(start..<others[next].lowerBound) }
                start = max(start, others[next].upperBound)
                next += 1
            }
            if start < range.upperBound { left.append(start..<range.upperBound) }
        }
        return left
    }
}
