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
        /// Rows, with a position or without.
        var observations = 0
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
    /// Those who were heard in that time and never with a position; `nil`: nobody asked.
    private(set) var silent: [Line]?
    var isSilentCut = false
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

    /// Begins the list of those who were heard without a position.
    mutating func beginSilent() { silent = [] }

    /// - Parameter trace: with a row at least.
    mutating func addSilent(_ trace: Trace) {
        guard let first = trace.observations.first else { return }
        var line = Line(aircraft: trace.aircraft, first: first, last: first)
        for row in trace.observations { line.note(row, isTold: trace.evidence.isTold(in: realm)) }
        line.names.note(trace.names)
        silent?.append(line)
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
        if let silent {
            json.key("silent")
            json.beginArray()
            for line in silent.sorted(by: {
                ($0.first.milliseconds, $0.aircraft) < ($1.first.milliseconds, $1.aircraft)
            }) {
                line.writeSilent(book, to: &json)
            }
            json.endArray()
            json.member("isSilentCut", isSilentCut)
        }
        json.endObject()
        return json.bytes
    }
}

extension AreaSummary.Line {
    mutating func note(_ row: Observation, isTold: Bool = false) {
        last = row
        observations += 1
        if row.hasPosition { positions += 1 }
        if row.isClaimed || isTold { claimed += 1 }
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
        writeRest(to: &json)
    }

    /// Of one that was heard without a position: nothing says where it was.
    func writeSilent(_ book: any AddressBook, to json: inout JSONWriter) {
        json.beginObject()
        names.write(aircraft, book, to: &json)
        for (key, row) in [(JSONKey("first"), first), (JSONKey("last"), last)] {
            json.key(key)
            json.beginObject()
            json.member("time", row.time)
            json.endObject()
        }
        json.member("observations", observations)
        writeRest(to: &json)
    }

    private func writeRest(to json: inout JSONWriter) {
        json.member("claimed", claimed)
        json.member("lowestAltitude", lowest, decimals: 0)
        json.member("highestAltitude", highest, decimals: 0)
        json.key("sources")
        json.strings(sources.sorted { $0.rawValue < $1.rawValue }.map(\.readsbName))
        json.endObject()
    }
}
