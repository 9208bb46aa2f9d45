import Aero
import Foundation
import GRDB

@testable import Store

/// A store in a folder of its own, and made files to import. No real list is used anywhere.
final class IdentityUnderTest {
    let folder: TemporaryFolder
    let store: IdentityStore
    private var files = 0

    init() throws {
        folder = try TemporaryFolder()
        store = try IdentityStore(folder: folder.path + "/store")
    }

    static func day(_ number: Int64) -> Timestamp { CalendarDay.instant((20_000 + number) * CalendarDay.milliseconds) }

    func file(_ text: String, _ name: String = "made.csv") throws -> String {
        files += 1
        return try folder.write("files/\(files)/\(name)", Array(text.utf8))
    }

    func file(_ bytes: [UInt8], _ name: String) throws -> String {
        files += 1
        return try folder.write("files/\(files)/\(name)", bytes)
    }

    @discardableResult
    func take(
        _ text: String,
        _ format: IdentityFormat = .tar1090,
        source: String? = nil,
        licence: LicenceTag? = nil,
        on day: Int64 = 1
    ) throws -> IdentityImportReport {
        try store.take(
            IdentityImportRequest(format, path: try file(text), source: source, licence: licence),
            at: Self.day(day)
        )
    }

    /// What is held of an address: `relation object` lines, sorted; what follows by arithmetic left out.
    func held(_ hex: String, known: Int64? = nil) throws -> [String] {
        guard let address = AircraftAddress(hex) else { return ["no address"] }
        let facts = try store.facts(of: [.address(address)], known: known.map(Self.day))
        return facts.filter { known != nil || $0.known.to == nil }.map { "\($0.relation.name) \($0.object)" }.sorted()
    }

    /// All that is held, as known on a day, as text: for comparing.
    func everything(known: Timestamp) throws -> [String] {
        try store.read { database in
            let change = try FactTable.change(by: known, in: database)
            return try Row.fetchAll(
                database,
                sql: "SELECT \(FactTable.columns) FROM \(FactTable.tables) WHERE \(FactTable.held(after: change))"
            ).compactMap(FactTable.fact).map { fact in
                "\(fact.subject) \(fact.relation.name) \(fact.object) \(fact.validity) \(fact.source) \(fact.confidence) \(fact.polarity)"
                    + " since \(fact.known.from.milliseconds)"
            }.sorted()
        }
    }
}
