import ModeS
import Tracking

/// The columns of some observations of one aircraft, written one after the other, not yet packed.
///
/// Layout: count of rows, count of columns, then for each column its number (a byte), its length, its bytes. A reader skips numbers it does
/// not know. Time comes first; the rest of the order is of no meaning. An optional column that no row has is left out; one that some rows
/// have begins with a bitmap.
struct BlockBody {
    /// What the first byte of an optional column says.
    struct Form: OptionSet {
        let rawValue: UInt8
        /// A bitmap follows: bit `i % 8` of byte `i / 8` is set where row `i` has a value.
        static let hasGaps = Form(rawValue: 1)
        /// All rows that have a value have the same, which is written once.
        static let isConstant = Form(rawValue: 2)
    }

    /// Most rows of one block: what a decoder is asked to make room for is bounded.
    static let capacity = 65_536

    private static let fewSets = 1_024

    private(set) var bytes: [UInt8] = []
    /// Where columns end whose bytes are worth a statistic of their own.
    private(set) var cuts: [Int] = []
    private var column = ColumnWriter()
    private var highs = ColumnWriter()
    private var columns = 0
    private var rowCount = 0

    /// Writes rows: in whatever order they are in, though those that rise in time need fewest bytes.
    ///
    /// - Parameters:
    ///   - rows: at most `capacity`.
    ///   - sets: what `heardBy` points into; `nil`: the numbers are written as they are, and whoever reads them knows the list.
    mutating func write(_ rows: [Observation], sets: [ReceiverSet]?) {
        precondition(rows.count <= Self.capacity, "a block holds \(Self.capacity) rows")
        bytes.removeAll(keepingCapacity: true)
        cuts.removeAll(keepingCapacity: true)
        columns = 0
        rowCount = rows.count
        guard !rows.isEmpty else { return }
        writeTimes(rows)
        writePositions(rows)
        deltas(.barometric, rows, has: { $0.barometricSteps != .min }, value: { Int64($0.barometricSteps) })
        writeGeometric(rows)
        deltas(.speed, rows, has: { $0.speedTenths != .max }, value: { Int64($0.speedTenths) })
        writeTracks(rows)
        deltas(.rate, rows, has: { $0.rateSteps != .min }, value: { Int64($0.rateSteps) })
        writeLevels(rows)
        plane(.nic, rows.indices.map { rows[$0].nicByte }, missing: .max)
        plane(.source, rows.indices.map { rows[$0].sourceClass.rawValue }, missing: nil)
        plane(.flags, rows.indices.map { rows[$0].flags.rawValue }, missing: nil)
        writeHeardBy(rows, sets: sets)
        writeDetails(rows)
        var head = ColumnWriter()
        head.varint(UInt64(rowCount))
        head.varint(UInt64(columns))
        bytes.insert(contentsOf: head.bytes, at: 0)
        cuts = cuts.map { $0 + head.bytes.count }
    }
}

extension BlockBody {
    private mutating func end(_ number: UInt8) {
        var head = ColumnWriter()
        head.bytes.append(number)
        head.varint(UInt64(column.bytes.count + highs.bytes.count))
        bytes += head.bytes
        bytes += column.bytes
        bytes += highs.bytes
        // Measured: below this the table of symbols costs more than it saves.
        if column.bytes.count >= 200 { cuts.append(bytes.count) }
        column.bytes.removeAll(keepingCapacity: true)
        highs.bytes.removeAll(keepingCapacity: true)
        columns += 1
    }

    /// Low bytes in one plane, what is above them in another: noise stays out of what repeats.
    private mutating func split(_ value: Int64) {
        let number = ColumnWriter.zigzag(value)
        column.bytes.append(UInt8(truncatingIfNeeded: number))
        highs.varint(number >> 8)
    }

    /// Time: unit (what all differences are multiples of), usual difference in it, first time, then how far each difference is from the usual one.
    private mutating func writeTimes(_ rows: [Observation]) {
        var unit: UInt64 = 0
        for index in 1..<max(1, rows.count) where unit != 1 {
            unit = Self.commonDivisor(unit, (rows[index].milliseconds &- rows[index - 1].milliseconds).magnitude)
        }
        // Differences above Int64 wrap; they are then written in milliseconds.
        let step = unit == 0 || unit > UInt64(Int64.max) ? 1 : Int64(unit)
        let stride = max(1, rows.count / 64)
        var sample = Swift.stride(from: 1, to: rows.count, by: stride).map {
            (rows[$0].milliseconds &- rows[$0 - 1].milliseconds) / step
        }
        sample.sort()
        let usual = sample.isEmpty ? 0 : sample[sample.count / 2]
        column.varint(UInt64(step))
        column.signed(usual)
        column.signed(rows[0].milliseconds)
        for index in 1..<max(1, rows.count) {
            split((rows[index].milliseconds &- rows[index - 1].milliseconds) / step &- usual)
        }
        end(ChunkColumn.time.rawValue)
    }

    private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    private mutating func writePositions(_ rows: [Observation]) {
        guard presence(rows, has: \.hasPosition) else { return }
        var path = PathReckoner()
        var east = ColumnWriter()
        var eastHighs = ColumnWriter()
        for index in rows.indices where rows[index].hasPosition {
            let row = rows[index]
            let guess = path.guess(row.milliseconds, speedTenths: row.speedTenths, trackTenths: row.trackTenths)
            split(Int64(row.latitudeSteps) - Int64(guess.latitude))
            let side = ColumnWriter.zigzag(PathReckoner.wrapped(Int64(row.longitudeSteps) - Int64(guess.longitude)))
            east.bytes.append(UInt8(truncatingIfNeeded: side))
            eastHighs.varint(side >> 8)
            path.follow(row.milliseconds, latitude: row.latitudeSteps, longitude: row.longitudeSteps)
        }
        end(ChunkColumn.latitude.rawValue)
        swap(&column, &east)
        swap(&highs, &eastHighs)
        end(ChunkColumn.longitude.rawValue)
    }

    /// Geometric altitude: how much more it changed than the barometric one.
    private mutating func writeGeometric(_ rows: [Observation]) {
        guard presence(rows, has: { $0.geometricSteps != .min }) else { return }
        var before = AltitudePair()
        for index in rows.indices where rows[index].geometricSteps != .min {
            let guess = before.guess(barometric: rows[index].barometricSteps)
            column.signed(Int64(rows[index].geometricSteps) - guess)
            before.follow(barometric: rows[index].barometricSteps, geometric: rows[index].geometricSteps)
        }
        end(ChunkColumn.geometric.rawValue)
    }

    private mutating func writeTracks(_ rows: [Observation]) {
        guard presence(rows, has: { $0.trackTenths != .max }) else { return }
        var before: Int64 = 0
        for index in rows.indices where rows[index].trackTenths != .max {
            let now = Int64(rows[index].trackTenths)
            column.signed(CircleDelta.delta(from: before, to: now))
            before = now
        }
        end(ChunkColumn.track.rawValue)
    }

    private mutating func writeLevels(_ rows: [Observation]) {
        guard presence(rows, has: { $0.levelByte != .max }) else { return }
        var mean = LevelMean()
        for index in rows.indices where rows[index].levelByte != .max {
            column.signed(Int64(rows[index].levelByte) - mean.guess)
            mean.follow(rows[index].levelByte)
        }
        end(ChunkColumn.level.rawValue)
    }

    private mutating func writeHeardBy(_ rows: [Observation], sets: [ReceiverSet]?) {
        guard let sets else {
            var before: Int64 = 0
            for row in rows {
                column.signed(Int64(row.heardBy) - before)
                before = Int64(row.heardBy)
            }
            return end(ChunkColumn.heardBy.rawValue)
        }
        // A list of their own for few sets, which is usual; a dictionary where a list would be longer than the rows.
        var counts = [Int](repeating: 0, count: min(sets.count, Self.fewSets))
        var more: [Int: Int] = [:]
        func place(_ row: Observation) -> Int { Int(row.heardBy) < sets.count ? Int(row.heardBy) : 0 }
        for index in rows.indices {
            let place = place(rows[index])
            if place < counts.count { counts[place] += 1 } else { more[place, default: 0] += 1 }
        }
        for (place, count) in counts.enumerated() where count > 0 { more[place] = count }
        // The most usual set is 0: mostly one byte, mostly the same.
        let order = more.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        for (number, place) in order.enumerated() {
            if place < counts.count { counts[place] = number } else { more[place] = number }
        }
        // The first of a list is the empty set: where nobody is told for any row, nothing is written.
        if order == [0], sets.first ?? .empty == .empty { return }
        column.varint(UInt64(order.count))
        for key in order {
            let set = sets[key]
            column.varint(UInt64(set.ids.count))
            var before: UInt32 = 0
            for id in set.ids {
                column.varint(UInt64(id &- before))
                before = id
            }
            column.varint(UInt64(set.beyond))
        }
        end(ChunkColumn.receiverSets.rawValue)
        guard order.count > 1 else { return }
        for index in rows.indices {
            let place = place(rows[index])
            column.varint(UInt64(place < counts.count ? counts[place] : more[place] ?? 0))
        }
        end(ChunkColumn.heardBy.rawValue)
    }

    private mutating func writeDetails(_ rows: [Observation]) {
        guard rows.indices.contains(where: { rows[$0].hasDetails }) else { return }
        let details = rows.map(\.details)
        for number in DetailColumn.allCases {
            let values = details.map { $0.flatMap { number.value(in: $0) } }
            guard presence(values, has: { $0 != nil }) else { continue }
            var before: Int64 = 0
            for case let value? in values {
                column.signed(value - before)
                before = value
            }
            end(number.rawValue)
        }
    }
}

extension BlockBody {
    /// Begins an optional column: what it says first, and the bitmap if there are gaps.
    ///
    /// - Returns: whether any row has a value; if not, nothing is written.
    @inline(__always)
    private mutating func presence<Row>(_ rows: [Row], form: Form = [], has: (Row) -> Bool) -> Bool {
        var there = 0
        for row in rows where has(row) { there += 1 }
        guard there > 0 else { return false }
        guard there < rows.count else {
            column.bytes.append(form.rawValue)
            return true
        }
        column.bytes.append(form.union(.hasGaps).rawValue)
        for start in stride(from: 0, to: rows.count, by: 8) {
            var byte: UInt8 = 0
            for index in start..<min(start + 8, rows.count) where has(rows[index]) { byte |= 1 << UInt8(index - start) }
            column.bytes.append(byte)
        }
        return true
    }

    /// A column of differences from one value to the next.
    @inline(__always)
    private mutating func deltas(
        _ number: ChunkColumn,
        _ rows: [Observation],
        has: (Observation) -> Bool,
        value: (Observation) -> Int64
    ) {
        guard presence(rows, has: has) else { return }
        var before: Int64 = 0
        for index in rows.indices where has(rows[index]) {
            let now = value(rows[index])
            column.signed(now - before)
            before = now
        }
        end(number.rawValue)
    }

    /// A column of bytes, once if they are all the same.
    ///
    /// Measured: with the rows themselves and two closures it was a sixth of all that writing costs.
    /// - Parameter missing: what stands for no value; `nil`: every row has one.
    private mutating func plane(_ number: ChunkColumn, _ values: [UInt8], missing: UInt8?) {
        guard let constant = values.first(where: { $0 != missing }) else { return }
        var isConstant = true
        for value in values where value != constant && value != missing { isConstant = false }
        guard presence(values, form: isConstant ? .isConstant : [], has: { $0 != missing }) else { return }
        if isConstant {
            column.bytes.append(constant)
        } else {
            for value in values where value != missing { column.bytes.append(value) }
        }
        end(number.rawValue)
    }
}
