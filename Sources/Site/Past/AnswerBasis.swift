import Aero
import Tracking

/// What an answer about the past is made of, gathered while it is put together.
struct AnswerBasis {
    let realm: ArchiveRealm
    private(set) var licences: Set<LicenceTag> = []
    private(set) var origins: Set<String> = []
    private(set) var incompleteDays: Set<Int64> = []
    private var damaged: Set<Int64> = []
    private var withheldRows: [ArchivedAircraft: Int] = [:]
    /// Where to go on: the answer holds everything before it. `nil`: it holds everything.
    var next: Timestamp?

    init(realm: ArchiveRealm) { self.realm = realm }

    /// Chunks that could not be read.
    var damagedChunks: Int { damaged.count }

    /// Aircraft of which something was left out because its terms forbid handing it on.
    var withheld: Int { withheldRows.count }

    mutating func withhold(_ rows: Int, of aircraft: ArchivedAircraft) {
        withheldRows[aircraft, default: 0] += rows
    }

    /// - Parameter isGiven: whether the data themselves go into the answer; days are told of either way.
    mutating func note(_ evidence: ArchiveEvidence, isGiven: Bool = true) {
        incompleteDays.formUnion(evidence.incompleteDays)
        damaged.formUnion(evidence.damagedChunks)
        for (aircraft, rows) in evidence.withheld { withhold(rows, of: aircraft) }
        guard isGiven else { return }
        licences.formUnion(evidence.licences)
        origins.formUnion(evidence.origins)
    }

    /// Takes in what a part of the answer is made of; where that was cut, the whole is.
    mutating func join(_ part: AnswerBasis) {
        licences.formUnion(part.licences)
        origins.formUnion(part.origins)
        incompleteDays.formUnion(part.incompleteDays)
        damaged.formUnion(part.damaged)
        withheldRows.merge(part.withheldRows, uniquingKeysWith: max)
        next = [next, part.next].compactMap(\.self).min()
    }

    mutating func noteIncomplete(_ day: Int64) { incompleteDays.insert(day) }

    /// Whether others told all of it: it was imported from somebody.
    var isTold: Bool { realm == .imported && !origins.isEmpty }

    /// Members of the answer's object.
    func write(to json: inout JSONWriter) {
        if realm == .simulated { json.member("simulated", true) }
        json.member("realm", realm.rawValue)
        json.key("licences")
        json.strings(licences.map(\.rawValue).sorted())
        json.key("credits")
        json.strings(origins.sorted())
        json.key("incompleteDays")
        json.strings(incompleteDays.sorted().map { UTCDay(number: $0).text })
        json.member("damagedChunks", damagedChunks)
        json.member("withheld", withheld)
        json.member("withheldRows", withheldRows.values.reduce(0, +))
        json.member("isCut", next != nil)
        json.member("next", next)
    }
}

extension JSONWriter {
    /// An array of strings.
    mutating func strings(_ list: [String]) {
        beginArray()
        for text in list { string(text) }
        endArray()
    }
}
