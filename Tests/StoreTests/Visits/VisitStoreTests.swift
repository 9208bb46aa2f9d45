import Aero
import Foundation
import GRDB
import Testing
import Visits

@testable import Store

struct VisitStoreTests {
    private let time = Timestamp(seconds: 1_718_700_000)

    private static func with(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-visits-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/visits")
    }

    private static func draft(_ name: String) -> Draft {
        let stop = ItineraryStop(kind: .destination, name: name, airports: [], arrival: ArrivalWindow())
        let drafted = DraftedStop(
            id: 1,
            stop: stop,
            country: nil,
            certainty: .announced,
            spans: [TextSpan(0, 7)],
            report: 1
        )
        return Draft(
            language: .english,
            dateline: Dateline(time: Timestamp(seconds: 1_718_700_000), basis: .given),
            outlet: nil,
            subject: nil,
            stops: [drafted],
            claims: [],
            openPoints: []
        )
    }

    private func begin(_ store: VisitStore, _ text: String = "Yakutsk on Tuesday") throws -> KeptVisit {
        try store.begin(
            [.begin(Report(id: 1, addedBy: "desk"), Self.draft("Yakutsk"))],
            copies: [ReportCopy(report: 1, bytes: Array(text.utf8), isText: true)],
            by: "desk",
            at: time
        )
    }

    @Test("what was acknowledged is there when the database is opened anew, change by change and byte by byte")
    func reopened() throws {
        try Self.with { folder in
            let store = try VisitStore(folder: folder)
            var kept = try begin(store)
            kept = try store.apply([.confirmAll], to: kept.id, after: 1, by: "other", at: time)
            kept = try store.apply([.setTitle("A"), .setPublic(true)], to: kept.id, after: 2, by: "desk", at: time)
            try store.close()
            let again = try VisitStore(folder: folder)
            #expect(try again.visit(kept.id) == kept && kept.version == 4)
            #expect(kept.visit.changes.map(\.by) == ["desk", "other", "desk", "desk"])
            #expect(try again.visit(kept.id)?.words(TextSpan(0, 7), of: 1) == "Yakutsk")
            #expect(try again.visits().map(\.id) == [kept.id] && again.visit("none") == nil)
        }
    }

    @Test("a copy of the files taken while they are open has all that was acknowledged: a crash loses nothing")
    func crash() throws {
        try Self.with { folder in
            let store = try VisitStore(folder: folder)
            var kept = try begin(store)
            for number in 0..<20 {
                kept = try store.apply([.setTitle("\(number)")], to: kept.id, after: nil, by: "desk", at: time)
                let copy = folder + "-\(number)"
                try FileManager.default.copyItem(atPath: folder, toPath: copy)
                #expect(try VisitStore(folder: copy).visit(kept.id) == kept)
            }
        }
    }

    @Test("who changes what he has not seen is told so, and nothing changes; several acts are made all or none")
    func conflicts() throws {
        try Self.with { folder in
            let store = try VisitStore(folder: folder)
            let kept = try begin(store)
            _ = try store.apply([.confirmAll], to: kept.id, after: 1, by: "a", at: time)
            #expect(throws: VisitKeepingError.changedMeanwhile(changes: 2)) {
                try store.apply([.setPublic(true)], to: kept.id, after: 1, by: "b", at: time)
            }
            #expect(throws: VisitKeepingError.refused(.noSuchStop(9))) {
                try store.apply([.setPublic(true), .removeStop(9)], to: kept.id, after: 2, by: "b", at: time)
            }
            #expect(throws: VisitKeepingError.unknownVisit) {
                try store.apply([.confirmAll], to: "none", after: nil, by: "b", at: time)
            }
            let now = try store.visit(kept.id)
            #expect(now?.version == 2 && now?.visit.isPublic == false)
        }
    }

    @Test("two processes see each other's changes")
    func beside() throws {
        try Self.with { folder in
            let (one, other) = (try VisitStore(folder: folder), try VisitStore(folder: folder))
            let kept = try begin(one)
            #expect(try other.visit(kept.id) == kept)
            let changed = try other.apply([.confirmAll], to: kept.id, after: 1, by: "b", at: time)
            #expect(try one.visit(kept.id) == changed)
            _ = try one.remove(kept.id, by: "a", at: time)
            #expect(try other.visit(kept.id) == nil && other.visits().isEmpty)
        }
    }

    @Test("folder and files are for their owner alone; what is removed is in none of them any more")
    func privacy() throws {
        try Self.with { folder in
            let files = FileManager.default
            let store = try VisitStore(folder: folder)
            let secret = "a sentence nobody else shall read"
            let kept = try begin(store, secret)
            func mode(_ path: String) throws -> Int? {
                (try files.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
            }
            func isAnywhere() throws -> Bool {
                try files.contentsOfDirectory(atPath: folder).contains { name in
                    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
                    return bytes.range(of: Data(secret.utf8)) != nil
                }
            }
            #expect(try mode(folder) == 0o700)
            for name in try files.contentsOfDirectory(atPath: folder) {
                #expect(try mode(folder + "/" + name) == 0o600, "\(name)")
            }
            #expect(try isAnywhere())
            #expect(try store.remove(kept.id, by: "desk", at: time))
            #expect(try store.remove(kept.id, by: "desk", at: time) == false)
            #expect(try isAnywhere() == false)
            #expect(try store.copy(ofReport: 1, of: kept.id) == nil)
            let left = try store.database.read { try String.fetchAll($0, sql: "SELECT by FROM removed") }
            #expect(left == ["desk"])
        }
    }

    @Test("changes and reports are written once; a change that is damaged is an error with its number")
    func damage() throws {
        try Self.with { folder in
            let store = try VisitStore(folder: folder)
            let kept = try begin(store)
            for sql in ["UPDATE change SET by = 'x'", "UPDATE report SET bytes = x'00'"] {
                #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: sql) } }
            }
            try store.database.write { database in
                try database.execute(sql: "DROP TRIGGER change_is_kept; UPDATE change SET act = x'0102'")
            }
            let again = try VisitStore(folder: folder)
            #expect {
                try again.visit(kept.id)
            } throws: { error in
                guard case .unreadable(_, let reason) = error as? VisitKeepingError else { return false }
                return reason.contains("change 1 of visit \(kept.id)")
            }
        }
    }

    @Test("what a newer program wrote is left alone")
    func newer() throws {
        try Self.with { folder in
            let store = try VisitStore(folder: folder)
            try store.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('900 later')") }
            try store.close()
            #expect(throws: VisitKeepingError.newerSchema(found: "900 later", known: "001 visits")) {
                try VisitStore(folder: folder)
            }
        }
    }
}
