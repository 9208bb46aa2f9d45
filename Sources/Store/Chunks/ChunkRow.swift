import Aero
import Foundation
import GRDB
import Tracking

/// A chunk as it lies in the database.
struct ChunkRow {
    static let columns = """
        chunk.id, chunk.address, chunk.address_kind, chunk.start, chunk.length, chunk.terms, chunk.form, chunk.n, \
        chunk.blocks, chunk.data
        """

    let id: Int64
    let key: ChunkKey
    let count: Int
    let blocks: [UInt8]?
    let data: [UInt8]

    init(_ row: Row) {
        id = row[0]
        key = ChunkKey(
            aircraft: Self.aircraft(row[1], row[2]),
            terms: row[5],
            hasPositions: row[6] == 0,
            start: row[3],
            length: row[4]
        )
        count = row[7]
        blocks = row.bytes(8)
        data = row.bytes(9) ?? []
    }

    /// Whether the columns of a key are such as a program writes: who asks for that aircraft and form finds the chunk.
    static func isKey(_ address: Int64, _ kind: Int64, form: Int64) -> Bool {
        let aircraft = aircraft(address, kind)
        return Int64(aircraft.address.rawValue) == address && Int64(aircraft.kind.rawValue) == kind
            && (form == 0 || form == 1)
    }

    /// An aircraft by its two columns; what no program wrote becomes something that nobody asks for.
    static func aircraft(_ address: Int64, _ kind: Int64) -> ArchivedAircraft {
        let bits = UInt32(truncatingIfNeeded: address)
        return ArchivedAircraft(
            address & 0x100_0000 == 0 ? AircraftAddress(icao: bits) : AircraftAddress(other: bits),
            kind: ArchivedAircraft.Kind(rawValue: UInt8(truncatingIfNeeded: kind)) ?? .ambiguous
        )
    }
}

extension Row {
    /// The bytes of a column, copied once.
    func bytes(_ index: Int) -> [UInt8]? {
        guard let data: Data = self[index] else { return nil }
        return [UInt8](data)
    }
}
