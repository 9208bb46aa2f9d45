public import Aero
import Foundation
import GRDB

extension IdentityStore {
    /// Writes facts as CSV, each row with its source and licence. It is read back as our own form.
    ///
    /// - Parameter path: of a file that is not there yet.
    /// - Parameter known: as known then; `nil` for what is held now.
    /// - Parameter hidden: 24 bits of the addresses of which nothing is written, in both spaces of addresses.
    /// - Parameter leavesOut: whether rows that may not be handed on are left out instead of refusing the whole.
    /// - Throws: `forbidden` with the licences that block it and how many rows there are without them, `incompatible`.
    public func export(
        to path: String,
        known: Timestamp? = nil,
        hiding hidden: [UInt32] = [],
        leavingOutForbidden leavesOut: Bool = false
    ) throws(IdentityError) -> IdentityExport {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .unreadable(path: path, reason: "there is a file of that name")
        }
        return try read { database in
            let change = try known.map { try FactTable.change(by: $0, in: database) }
            let held =
                "\(FactTable.held(after: change)) AND (f.subject >= 33554432 OR f.subject & 16777215 NOT IN (SELECT value FROM json_each(?)))"
            let excluded = "[\(hidden.map(String.init).joined(separator: ","))]"
            let (mix, blocked) = try Self.mix(held, excluded, leavesOut: leavesOut, in: database)
            let file = try ExportFile(path)
            let rows = try Self.write(held, excluded, to: file, in: database)
            let sum = try file.close()
            try file.name(replaces: false)
            return IdentityExport(
                rows: rows,
                licence: mix.licence,
                origins: mix.origins,
                leftOut: blocked,
                sha256: sum
            )
        }
    }

    private static func mix(
        _ held: String,
        _ excluded: String,
        leavesOut: Bool,
        in database: Database
    ) throws -> (mix: (licence: LicenceTag?, origins: [String]), blocked: Int) {
        var free: [LicenceTag: Int] = [:]
        var blocked: [LicenceTag: Int] = [:]
        var origins: [String] = []
        let counts = try Row.fetchAll(
            database,
            sql:
                "SELECT s.licence, s.name, count(*) FROM fact f JOIN source s ON s.id = f.source WHERE \(held) GROUP BY s.id ORDER BY s.name",
            arguments: [excluded]
        )
        for row in counts {
            let licence = LicenceTag(rawValue: row[0]) ?? .unknown
            if licence.isRedistributable {
                free[licence, default: 0] += row[2] as Int
                origins.append(row[1])
            } else {
                blocked[licence, default: 0] += row[2] as Int
            }
        }
        let rows = free.values.reduce(0, +)
        if !blocked.isEmpty, !leavesOut { throw IdentityError.forbidden(blocked, rowsWithout: rows) }
        let mix = LicenceMix(Set(free.keys))
        if let (first, second) = mix.contradiction { throw IdentityError.incompatible(first, second) }
        return ((mix.result, origins), blocked.values.reduce(0, +))
    }

    private static func write(
        _ held: String,
        _ excluded: String,
        to file: ExportFile,
        in database: Database
    ) throws -> Int {
        let licences = LicenceTag.allCases.filter(\.isRedistributable).map { "'\($0.rawValue)'" }.joined(
            separator: ", "
        )
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(FactTable.columns), s.name FROM \(FactTable.tables)
                WHERE \(held) AND s.licence IN (\(licences)) ORDER BY f.subject, f.relation, f.source
                """,
            arguments: [excluded]
        )
        var out = TextBuffer()
        out.text(
            "subject,relation,object,valid_from,valid_to,confidence,kind,polarity,reason,source,licence,known_from,known_to\n"
        )
        var count = 0
        while let row = try rows.next() {
            guard let fact = FactTable.fact(of: row) else { continue }
            append(fact, source: row[11], to: &out)
            count += 1
            if out.bytes.count > 1 << 16 {
                try file.write(out.bytes)
                out.removeAll()
            }
        }
        try file.write(out.bytes)
        return count
    }

    private static func append(_ fact: IdentityFact, source: String, to out: inout TextBuffer) {
        let cells = [
            fact.subject.description, fact.relation.name, fact.object, IdentityDate.text(fact.validity.from),
            IdentityDate.text(fact.validity.to), fact.confidence.name, fact.kind.name,
            fact.polarity == .says ? "says" : "denies",
            fact.reason, source, fact.licence.rawValue,
        ]
        for cell in cells {
            out.field(cell)
            out.byte(",")
        }
        out.time(fact.known.from.milliseconds)
        out.byte(",")
        if let to = fact.known.to { out.time(to.milliseconds) }
        out.byte("\n")
    }
}
