import Aero
import ModeS
import Tracking

/// Who was in an area in a time, each aircraft as one line.
struct AreaSummary {
    /// What is told of one aircraft.
    struct Line {
        let aircraft: ArchivedAircraft
        var first: Observation
        var last: Observation
        var positions = 0
        var claimed = 0
        var lowest: Double?
        var highest: Double?
        var sources: Set<SourceClass> = []
        var names = PastNames()
    }

    /// Aircraft at most.
    let bound: Int
    private let realm: ArchiveRealm
    private(set) var lines: [Line] = []
    private var places: [ArchivedAircraft: Int] = [:]

    init(bound: Int, realm: ArchiveRealm) {
        self.bound = bound
        self.realm = realm
    }

    /// - Returns: false, and nothing is added, when there would be too many aircraft.
    mutating func add(_ traces: [Trace], isForced: Bool) -> Bool {
        let count = traces.count { places[$0.aircraft] == nil }
        guard isForced || lines.count + count <= bound else { return false }
        for trace in traces {
            for row in trace.observations where row.hasPosition {
                let place = places[trace.aircraft] ?? lines.count
                if place == lines.count {
                    places[trace.aircraft] = place
                    lines.append(Line(aircraft: trace.aircraft, first: row, last: row))
                }
                lines[place].note(row, isTold: trace.evidence.isTold(in: realm))
            }
            if let place = places[trace.aircraft] { lines[place].names.note(trace.names) }
        }
        return true
    }

    /// `/api/v1/history/area`.
    func json(during: Range<Timestamp>, _ basis: AnswerBasis, _ book: any AddressBook) -> [UInt8] {
        var json = JSONWriter(capacity: lines.count * 320 + 1024)
        json.beginObject()
        basis.write(to: &json)
        json.member("from", during.lowerBound)
        json.member("to", during.upperBound)
        json.key("aircraft")
        json.beginArray()
        for line in lines.sorted(by: { ($0.first.milliseconds, $0.aircraft) < ($1.first.milliseconds, $1.aircraft) }) {
            line.write(book, to: &json)
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension AreaSummary.Line {
    mutating func note(_ row: Observation, isTold: Bool = false) {
        last = row
        if row.hasPosition {
            positions += 1
            if row.isClaimed || isTold { claimed += 1 }
        }
        sources.insert(row.sourceClass)
        guard let altitude = (row.barometricAltitude ?? row.geometricAltitude)?.rawValue else { return }
        lowest = min(lowest ?? altitude, altitude)
        highest = max(highest ?? altitude, altitude)
    }

    func write(_ book: any AddressBook, to json: inout JSONWriter) {
        json.beginObject()
        names.write(aircraft, book, to: &json)
        for (key, row) in [(JSONKey("first"), first), (JSONKey("last"), last)] {
            json.key(key)
            json.beginObject()
            json.member("time", row.time)
            json.member("latitude", row.position?.latitude, decimals: 5)
            json.member("longitude", row.position?.longitude, decimals: 5)
            json.endObject()
        }
        json.member("positions", positions)
        json.member("claimed", claimed)
        json.member("lowestAltitude", lowest, decimals: 0)
        json.member("highestAltitude", highest, decimals: 0)
        json.key("sources")
        json.strings(sources.sorted { $0.rawValue < $1.rawValue }.map(\.readsbName))
        json.endObject()
    }
}
