import Aero
import Testing

@testable import Visits

struct StoredActTests {
    @Test("what is read is what was written, of every kind of change", arguments: 0..<MadeVisit.kinds)
    func roundTrip(kind: Int) throws {
        var made = MadeVisit(seed: UInt64(kind) &* 7_919)
        for _ in 0..<100 {
            let act = made.act(kind)
            #expect(try StoredAct.act(StoredAct.bytes(of: act)) == act)
        }
    }

    @Test("a visit made of its changes as they were written is the same visit, changes and all")
    func replay() throws {
        let text = "Putin akan singgah di Yakutsk pada Selasa (18/6) sebelum menuju Pyongyang, kata Kremlin."
        let draft = try Bench.draft(
            Story.story(["id": "x", "published": "2024-06-18T08:00:00+07:00", "text": text]),
            MadePlaces.gazetteer
        )
        let acts: [VisitChange.Act] = [
            .begin(Report(id: 1, addedBy: "desk"), draft), .confirmAll, .moveStop(1, to: 1), .takeBack(3),
            .setTitle("A visit"), .addReport(Report(id: 2, addedBy: "desk"), draft), .setPublic(true), .removeStop(2),
        ]
        var (first, second) = (Visit(), Visit())
        for (index, act) in acts.enumerated() {
            let time = Timestamp(seconds: 1_718_700_000 + Double(index))
            try first.apply(act, by: "desk", at: time)
            try second.apply(try StoredAct.act(StoredAct.bytes(of: act)), by: "desk", at: time)
        }
        #expect(first == second && first.changes.count == acts.count && first.title == "A visit")
        #expect(first.reports.map(\.id) == [1, 2] && first.nextReportID == 3)
    }

    @Test("bytes with one thing changed are read or refused, and what is read can be applied; nothing traps")
    func changedBytes() throws {
        var made = MadeVisit(seed: 4)
        var (read, refused) = (0, 0)
        for round in 0..<6_000 {
            var bytes = StoredAct.bytes(of: made.act(round % MadeVisit.kinds))
            for _ in 0...made.below(3) {
                switch made.below(4) {
                case 0: bytes.remove(at: made.below(bytes.count))
                case 1: bytes.insert(UInt8(made.below(256)), at: made.below(bytes.count))
                case 2: bytes = Array(bytes.prefix(made.below(bytes.count) + 1))
                default: bytes[made.below(bytes.count)] = UInt8(made.below(256))
                }
                if bytes.isEmpty { bytes = [StoredAct.version] }
            }
            guard let act = try? StoredAct.act(bytes) else {
                refused += 1
                continue
            }
            read += 1
            var visit = Visit()
            try? visit.apply(.begin(Report(id: 1, addedBy: "x"), Self.draft), by: "x", at: Bench.entered)
            try? visit.apply(act, by: "x", at: Bench.entered)
            _ = (visit.disagreements, visit.verdicts(), visit.nextReportID)
        }
        #expect(read > 50 && refused > 1_000, "read \(read), refused \(refused)")
    }

    @Test("bytes made up whole are refused, and make no room for what they only announce")
    func madeUp() {
        var made = MadeVisit(seed: 9)
        for _ in 0..<20_000 {
            let bytes = [StoredAct.version] + (0..<made.below(200)).map { _ in UInt8(made.below(256)) }
            #expect(throws: StoredVisitError.self) { try StoredAct.act(bytes) }
        }
        // "setRules" with a count of nearly all there can be, and nothing behind it.
        var writer = StoredWriter()
        writer.byte(StoredAct.version)
        writer.put("setRules")
        writer.number(Visit.most)
        #expect(throws: StoredVisitError.self) { try StoredAct.act(writer.bytes) }
    }

    @Test("another version, rests and too much are refused by name")
    func refusals() throws {
        let bytes = StoredAct.bytes(of: .confirmAll)
        #expect(throws: StoredVisitError.version(2)) { try StoredAct.act([2] + bytes.dropFirst()) }
        #expect(throws: StoredVisitError.rest(bytes: 2)) { try StoredAct.act(bytes + [0, 0]) }
        #expect(throws: StoredVisitError.cutOff) { try StoredAct.act([]) }
        let long = [UInt8](repeating: 1, count: StoredAct.largest + 1)
        #expect(throws: StoredVisitError.tooLong(bytes: long.count)) { try StoredAct.act(long) }
    }

    private static let draft: Draft = {
        var made = MadeVisit(seed: 1)
        guard case .begin(_, let draft) = made.act(0) else {
            preconditionFailure("the first kind of act begins a visit")
        }
        return draft
    }()
}
