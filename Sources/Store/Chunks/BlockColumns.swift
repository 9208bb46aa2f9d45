import ModeS
import Tracking

/// Reads the columns that `BlockBody` writes, from bytes that may be anything.
struct BlockColumns {
    private let bytes: [UInt8]
    let rowCount: Int
    private var places: [UInt8: Range<Int>] = [:]

    /// Finds the columns.
    ///
    /// - Throws: what is wrong with the frame; the columns themselves are looked at when they are read.
    init(_ bytes: [UInt8]) throws(ChunkError) {
        self.bytes = bytes
        guard !bytes.isEmpty else {
            rowCount = 0
            return
        }
        var reader = ColumnReader(bytes)
        let rows = try reader.varint()
        guard rows > 0, rows <= UInt64(BlockBody.capacity) else { throw .length(rows) }
        rowCount = Int(rows)
        for _ in 0..<(try reader.count(each: 2)) {
            let number = try reader.byte()
            let place = try reader.skip(reader.count())
            guard places.updateValue(place, forKey: number) == nil else { throw .column(number) }
        }
        guard reader.left == 0 else { throw .length(UInt64(reader.left)) }
        // A row takes two bytes of the time column at least, but the first: so few bytes cannot ask for much room.
        guard let times = places[ChunkColumn.time.rawValue], times.count >= 2 * rowCount - 1 else {
            throw .column(ChunkColumn.time.rawValue)
        }
    }

    /// The rows, added to others, with the numbers of receiver sets as the table has them.
    ///
    /// - Parameters:
    ///   - window: which rows are wanted; all without. The columns of a block of which none is are not looked at further.
    ///   - sets: `nil` where the block holds numbers without a list.
    func read(
        _ window: RowWindow? = nil,
        into rows: inout [Observation],
        sets: inout ReceiverSetTable?
    ) throws(ChunkError) {
        guard rowCount > 0 else { return }
        let times = try times()
        if let window, !window.holds(times) { return }
        let speeds: [UInt16] = try deltas(.speed, none: .max)
        let tracks: [UInt16] = try turns(.track, none: .max)
        let (latitudes, longitudes) = try positions(times, speeds, tracks)
        if let window, !window.holds(times, latitudes, longitudes) { return }
        let barometric: [Int16] = try deltas(.barometric, none: .min)
        let geometric = try geometric(barometric)
        let rates: [Int16] = try deltas(.rate, none: .min)
        let levels = try levels()
        let nics = try plane(.nic, none: .max)
        let sources = try plane(.source, none: .max)
        let flags = try plane(.flags, none: 0)
        let heardBy = try heardBy(&sets)
        let details = try details()
        // Where blocks follow each other the list grows by itself, which is quicker.
        if rows.isEmpty { rows.reserveCapacity(rowCount) }
        for index in 0..<rowCount {
            if let window, !window.times.contains(times[index]) { continue }
            guard let source = SourceClass(rawValue: sources[index]) else {
                throw .value(column: ChunkColumn.source.rawValue)
            }
            let row = Observation(
                milliseconds: times[index],
                latitudeSteps: latitudes[index],
                longitudeSteps: longitudes[index],
                barometricSteps: barometric[index],
                geometricSteps: geometric[index],
                rateSteps: rates[index],
                speedTenths: speeds[index],
                trackTenths: tracks[index],
                nicByte: nics[index],
                levelByte: levels[index],
                sourceClass: source,
                flags: Observation.Flags(rawValue: flags[index]),
                heardBy: heardBy[index]
            )
            guard var row else { throw .value(column: ChunkColumn.latitude.rawValue) }
            if !details.isEmpty { row.details = details[index] }
            rows.append(row)
        }
    }
}

extension BlockColumns {
    private func reader(_ number: UInt8) -> ColumnReader? { places[number].map { ColumnReader(bytes, in: $0) } }

    /// What of an optional column is there.
    private struct Presence {
        var form: BlockBody.Form = []
        /// The bitmap; empty when every row has a value.
        var bitmap: Range<Int> = 0..<0
        var count: Int
    }

    private func presence(_ reader: inout ColumnReader) throws(ChunkError) -> Presence {
        let form = BlockBody.Form(rawValue: try reader.byte())
        guard form.contains(.hasGaps) else { return Presence(form: form, count: rowCount) }
        let bitmap = try reader.skip((rowCount + 7) / 8)
        var count = 0
        for place in bitmap { count += bytes[place].nonzeroBitCount }
        // Bits beyond the last row would be counted and never read.
        let spare = bitmap.count * 8 - rowCount
        guard spare == 0 || bytes[bitmap.upperBound - 1] >> UInt8(8 - spare) == 0 else { throw .length(UInt64(count)) }
        return Presence(form: form, bitmap: bitmap, count: count)
    }

    private func isThere(_ index: Int, _ presence: Presence) -> Bool {
        presence.bitmap.isEmpty || bytes[presence.bitmap.lowerBound + index / 8] & 1 << UInt8(index % 8) != 0
    }

    /// Numbers written in two planes: low bytes, then what is above.
    private struct Planes {
        let low: Range<Int>
        var high: ColumnReader

        /// - Parameter count: how many numbers are to come.
        init(_ reader: ColumnReader, count: Int) throws(ChunkError) {
            high = reader
            low = try high.skip(count)
        }

        mutating func next(_ index: Int) throws(ChunkError) -> Int64 {
            let above = try high.varint()
            guard above >> 56 == 0 else { throw .length(above) }
            return ColumnReader.unzigzag(above << 8 | UInt64(high.bytes[low.lowerBound + index]))
        }
    }

    private func times() throws(ChunkError) -> [Int64] {
        guard var reader = reader(ChunkColumn.time.rawValue) else { throw .column(ChunkColumn.time.rawValue) }
        let step = Int64(truncatingIfNeeded: try reader.varint())
        let usual = try reader.signed()
        var now = try reader.signed()
        var planes = try Planes(reader, count: rowCount - 1)
        var times = [now]
        times.reserveCapacity(rowCount)
        for index in 0..<rowCount - 1 {
            now = now &+ (usual &+ (try planes.next(index))) &* step
            times.append(now)
        }
        return times
    }

    private func positions(
        _ times: [Int64],
        _ speeds: [UInt16],
        _ tracks: [UInt16]
    ) throws(ChunkError) -> ([Int32], [Int32]) {
        var latitudes = [Int32](repeating: .min, count: rowCount)
        var longitudes = latitudes
        guard var north = reader(ChunkColumn.latitude.rawValue) else { return (latitudes, longitudes) }
        guard let east = reader(ChunkColumn.longitude.rawValue) else { throw .column(ChunkColumn.longitude.rawValue) }
        let presence = try presence(&north)
        var norths = try Planes(north, count: presence.count)
        var easts = try Planes(east, count: presence.count)
        var path = PathReckoner()
        var next = 0
        for index in 0..<rowCount where isThere(index, presence) {
            let guess = path.guess(times[index], speedTenths: speeds[index], trackTenths: tracks[index])
            let latitude = Int64(guess.latitude) &+ (try norths.next(next))
            let side = try easts.next(next)
            guard (-9_000_000...9_000_000).contains(latitude), (-36_000_000...36_000_000).contains(side) else {
                throw .value(column: ChunkColumn.latitude.rawValue)
            }
            latitudes[index] = Int32(latitude)
            longitudes[index] = Int32(PathReckoner.wrapped(Int64(guess.longitude) + side))
            path.follow(times[index], latitude: latitudes[index], longitude: longitudes[index])
            next += 1
        }
        return (latitudes, longitudes)
    }

    /// Fills a column: for each row that has a value, what `next` makes of the number written.
    private func column<Value: FixedWidthInteger>(
        _ number: ChunkColumn,
        none: Value,
        next: (_ written: Int64, _ index: Int) -> Int64
    ) throws(ChunkError) -> [Value] {
        var values = [Value](repeating: none, count: rowCount)
        guard var reader = reader(number.rawValue) else { return values }
        let presence = try presence(&reader)
        for index in 0..<rowCount where isThere(index, presence) {
            let written = try reader.signed()
            // The sum of a sensible value and this stays far from overflow.
            guard written.magnitude < 1 << 40, let value = Value(exactly: next(written, index)), value != none else {
                throw .value(column: number.rawValue)
            }
            values[index] = value
        }
        return values
    }

    private func deltas<Value: FixedWidthInteger>(_ number: ChunkColumn, none: Value) throws(ChunkError) -> [Value] {
        var before: Int64 = 0
        return try column(number, none: none) { written, _ in
            before += written
            return before
        }
    }

    private func turns<Value: FixedWidthInteger>(_ number: ChunkColumn, none: Value) throws(ChunkError) -> [Value] {
        var before: Int64 = 0
        return try column(number, none: none) { written, _ in
            before = CircleDelta.end(from: before, by: written)
            return before
        }
    }

    private func geometric(_ barometric: [Int16]) throws(ChunkError) -> [Int16] {
        var pair = AltitudePair()
        return try column(.geometric, none: .min) { written, index in
            let value = pair.guess(barometric: barometric[index]) + written
            guard let small = Int16(exactly: value) else { return value }
            pair.follow(barometric: barometric[index], geometric: small)
            return value
        }
    }

    private func levels() throws(ChunkError) -> [UInt8] {
        var mean = LevelMean()
        return try column(.level, none: .max) { written, _ in
            let value = mean.guess + written
            if let small = UInt8(exactly: value) { mean.follow(small) }
            return value
        }
    }

    private func plane(_ number: ChunkColumn, none: UInt8) throws(ChunkError) -> [UInt8] {
        var values = [UInt8](repeating: none, count: rowCount)
        guard var reader = reader(number.rawValue) else { return values }
        let presence = try presence(&reader)
        let constant = presence.form.contains(.isConstant) ? try reader.byte() : nil
        for index in 0..<rowCount where isThere(index, presence) {
            values[index] = if let constant { constant } else { try reader.byte() }
        }
        return values
    }

    private func heardBy(_ sets: inout ReceiverSetTable?) throws(ChunkError) -> [UInt32] {
        var heardBy = [UInt32](repeating: 0, count: rowCount)
        var reader = reader(ChunkColumn.heardBy.rawValue)
        guard sets != nil else {
            var before: Int64 = 0
            for index in 0..<rowCount where reader != nil {
                before &+= try reader?.signed() ?? 0
                heardBy[index] = UInt32(truncatingIfNeeded: before)
            }
            return heardBy
        }
        let places = try receiverSets().map { sets?.place(of: $0) ?? 0 }
        for index in 0..<rowCount {
            let place = try reader?.varint() ?? 0
            guard place < UInt64(max(1, places.count)) else { throw .value(column: ChunkColumn.heardBy.rawValue) }
            heardBy[index] = places.isEmpty ? 0 : places[Int(place)]
        }
        return heardBy
    }

    private func receiverSets() throws(ChunkError) -> [ReceiverSet] {
        guard var reader = reader(ChunkColumn.receiverSets.rawValue) else { return [] }
        var sets: [ReceiverSet] = []
        for _ in 0..<(try reader.count(each: 2)) {
            let size = try reader.count()
            guard size <= ReceiverSet.capacity else { throw .length(UInt64(size)) }
            var ids: [UInt32] = []
            var id: UInt32 = 0
            for _ in 0..<size {
                id &+= UInt32(truncatingIfNeeded: try reader.varint())
                ids.append(id)
            }
            let beyond = try reader.varint()
            guard beyond <= UInt64(UInt32.max) else { throw .length(beyond) }
            sets.append(ReceiverSet(ids, beyond: Int(beyond)))
        }
        return sets
    }

    private func details() throws(ChunkError) -> [ObservationDetails?] {
        var details: [ObservationDetails?] = []
        for number in DetailColumn.allCases {
            guard var reader = reader(number.rawValue) else { continue }
            if details.isEmpty { details = Array(repeating: nil, count: rowCount) }
            let presence = try presence(&reader)
            var value: Int64 = 0
            for index in 0..<rowCount where isThere(index, presence) {
                value &+= try reader.signed()
                var one = details[index] ?? ObservationDetails()
                try number.set(value, in: &one)
                details[index] = one
            }
        }
        return details
    }
}
