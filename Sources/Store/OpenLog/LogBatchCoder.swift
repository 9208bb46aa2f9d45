import Aero
import ModeS
import Tracking

/// A batch as the bytes of one entry of the open log: terms, sets of receivers, names, rows in the order in which they came.
///
/// Written to be quick, not small: an entry lives a quarter of an hour.
enum LogBatchCoder {
    /// Rows of one entry: what is read at once when the log is read again is bounded.
    static let rowsPerEntry = 100_000
    private static let detailMark: UInt8 = 0x80

    static func write(_ batch: ObservationBatch, rows: Range<Int>, names: Bool, into writer: inout ColumnWriter) {
        text(batch.licence.rawValue, into: &writer)
        writer.bytes.append(batch.origin == nil ? 0 : 1)
        text(batch.origin ?? "", into: &writer)
        writer.varint(UInt64(batch.receiverSets.count))
        for set in batch.receiverSets {
            writer.varint(UInt64(set.ids.count))
            for id in set.ids { writer.varint(UInt64(id)) }
            writer.varint(UInt64(set.beyond))
        }
        let changes = names ? batch.names : []
        writer.varint(UInt64(changes.count))
        for change in changes {
            writer.fixed(key(change.aircraft))
            writer.signed(change.milliseconds)
            writer.bytes.append(change.field.rawValue)
            text(change.value, into: &writer)
        }
        writer.varint(UInt64(rows.count))
        writer.bytes.reserveCapacity(writer.bytes.count + 44 * rows.count)
        var before: Int64 = 0
        for index in rows { write(batch.rows[index].aircraft, batch.rows[index].observation, &before, &writer) }
    }

    private static func write(
        _ aircraft: ArchivedAircraft,
        _ row: Observation,
        _ before: inout Int64,
        _ writer: inout ColumnWriter
    ) {
        writer.fixed(key(aircraft))
        var there: UInt8 = row.hasPosition ? 1 : 0
        if row.barometricSteps != .min { there |= 2 }
        if row.geometricSteps != .min { there |= 4 }
        if row.rateSteps != .min { there |= 8 }
        if row.speedTenths != .max { there |= 16 }
        if row.trackTenths != .max { there |= 32 }
        if row.nicByte != .max { there |= 64 }
        if row.levelByte != .max { there |= 128 }
        writer.bytes.append(there)
        writer.bytes.append(row.sourceClass.rawValue | (row.hasDetails ? detailMark : 0))
        writer.bytes.append(row.flags.rawValue)
        writer.signed(row.milliseconds &- before)
        before = row.milliseconds
        writer.varint(UInt64(row.heardBy))
        if there & 1 != 0 {
            writer.fixed(UInt32(bitPattern: row.latitudeSteps))
            writer.fixed(UInt32(bitPattern: row.longitudeSteps))
        }
        if there & 2 != 0 { writer.fixed(UInt16(bitPattern: row.barometricSteps)) }
        if there & 4 != 0 { writer.fixed(UInt16(bitPattern: row.geometricSteps)) }
        if there & 8 != 0 { writer.fixed(UInt16(bitPattern: row.rateSteps)) }
        if there & 16 != 0 { writer.fixed(row.speedTenths) }
        if there & 32 != 0 { writer.fixed(row.trackTenths) }
        if there & 64 != 0 { writer.bytes.append(row.nicByte) }
        if there & 128 != 0 { writer.bytes.append(row.levelByte) }
        guard row.hasDetails, let details = row.details else { return }
        for number in DetailColumn.allCases {
            guard let value = number.value(in: details) else { continue }
            writer.bytes.append(number.rawValue)
            writer.signed(value)
        }
        writer.bytes.append(0)
    }

    /// - Throws: for bytes that `write` did not make.
    static func read(_ reader: inout ColumnReader) throws(ChunkError) -> ObservationBatch {
        guard let licence = LicenceTag(rawValue: try text(&reader)) else { throw .value(column: 0) }
        let hasOrigin = try reader.byte() == 1
        let origin = try text(&reader)
        var batch = ObservationBatch(licence: licence, origin: hasOrigin ? origin : nil)
        var places: [UInt32] = []
        for _ in 0..<(try reader.count(each: 2)) {
            var ids: [UInt32] = []
            for _ in 0..<(try reader.count()) { ids.append(UInt32(truncatingIfNeeded: try reader.varint())) }
            let beyond = try reader.varint()
            guard ids.count <= ReceiverSet.capacity, beyond <= UInt64(UInt32.max) else { throw .length(beyond) }
            places.append(batch.place(of: ReceiverSet(ids, beyond: Int(beyond))))
        }
        for _ in 0..<(try reader.count(each: 7)) {
            let aircraft = try aircraft(&reader)
            let time = try reader.signed()
            guard let field = IdentityChange.Field(rawValue: try reader.byte()),
                let change = IdentityChange(aircraft, at: time, field, try text(&reader))
            else { throw .value(column: 0) }
            batch.names.append(change)
        }
        let count = try reader.count(each: 9)
        batch.rows.reserveCapacity(count)
        var before: Int64 = 0
        for _ in 0..<count { batch.rows.append(try row(&reader, &before, places)) }
        guard reader.left == 0 else { throw .length(UInt64(reader.left)) }
        return batch
    }

    private static func row(
        _ reader: inout ColumnReader,
        _ before: inout Int64,
        _ places: [UInt32]
    ) throws(ChunkError) -> ObservationBatch.Row {
        let aircraft = try aircraft(&reader)
        let there = try reader.byte()
        let source = try reader.byte()
        let flags = Observation.Flags(rawValue: try reader.byte())
        before &+= try reader.signed()
        let place = try reader.varint()
        func has(_ bit: UInt8) -> Bool { there & bit != 0 }
        let latitude = has(1) ? Int32(bitPattern: try reader.fixed(UInt32.self)) : .min
        let longitude = has(1) ? Int32(bitPattern: try reader.fixed(UInt32.self)) : .min
        let barometric = has(2) ? Int16(bitPattern: try reader.fixed(UInt16.self)) : .min
        let geometric = has(4) ? Int16(bitPattern: try reader.fixed(UInt16.self)) : .min
        let rate = has(8) ? Int16(bitPattern: try reader.fixed(UInt16.self)) : .min
        let speed = has(16) ? try reader.fixed(UInt16.self) : .max
        let track = has(32) ? try reader.fixed(UInt16.self) : .max
        let nic = has(64) ? try reader.byte() : .max
        let level = has(128) ? try reader.byte() : .max
        guard let sourceClass = SourceClass(rawValue: source & ~detailMark) else { throw .value(column: 0) }
        let made = Observation(
            milliseconds: before,
            latitudeSteps: latitude,
            longitudeSteps: longitude,
            barometricSteps: barometric,
            geometricSteps: geometric,
            rateSteps: rate,
            speedTenths: speed,
            trackTenths: track,
            nicByte: nic,
            levelByte: level,
            sourceClass: sourceClass,
            flags: flags,
            heardBy: place < UInt64(places.count) ? places[Int(place)] : 0
        )
        guard var made else { throw .value(column: 0) }
        if source & detailMark != 0 {
            var details = ObservationDetails()
            while case let number = try reader.byte(), number != 0 {
                guard let column = DetailColumn(rawValue: number) else { throw .column(number) }
                try column.set(reader.signed(), in: &details)
            }
            made.details = details
        }
        return ObservationBatch.Row(aircraft, made)
    }

    /// Address with its space in 25 bits, the kind in two more.
    private static func key(_ aircraft: ArchivedAircraft) -> UInt32 {
        aircraft.address.rawValue | UInt32(aircraft.kind.rawValue) << 25
    }

    private static func aircraft(_ reader: inout ColumnReader) throws(ChunkError) -> ArchivedAircraft {
        let key = try reader.fixed(UInt32.self)
        guard key >> 27 == 0, let kind = ArchivedAircraft.Kind(rawValue: UInt8(key >> 25)) else {
            throw .value(column: 0)
        }
        let address = key & 0x100_0000 == 0 ? AircraftAddress(icao: key) : AircraftAddress(other: key)
        return ArchivedAircraft(address, kind: kind)
    }

    private static func text(_ text: String, into writer: inout ColumnWriter) {
        let bytes = text.utf8
        writer.varint(UInt64(bytes.count))
        writer.bytes += bytes
    }

    private static func text(_ reader: inout ColumnReader) throws(ChunkError) -> String {
        let place = try reader.skip(reader.count())
        guard let text = String(validating: reader.bytes[place], as: UTF8.self) else { throw .value(column: 0) }
        return text
    }
}
