public import Aero

/// Learned coverage: for each cell, listener and kind of transponder, how often an aircraft known to be there was heard.
///
/// A sum, not a list: it grows with the air that is heard, not with time. Old passes fade by whole days. Who flew is not kept; an
/// aircraft's own passes are taken out again by handing them in (`estimate(…, without:)`).
///
/// Missed passes are counted only within a cell of air where the listener has heard somebody before: elsewhere it stays "never heard".
public struct CoverageGrid: Sendable {
    /// The most counts kept; when full, faded ones make room, and what then has none is told by `refused`.
    public let capacity: Int
    let fading: Fading
    var counts: [CoverageKey: CellCount] = [:]
    private var reach = ListenerReach()
    /// Of which part of the world those are asked that are asked, now. Not kept with the counts.
    public var areas: [UInt32: PolledArea] = [:]
    /// Passes that found no room.
    public private(set) var refused = 0
    private var lastPruned: UInt16 = 0

    /// Counts worth less than this many passes are forgotten when room is needed.
    private static let faint = 0.05

    /// - Parameters:
    ///   - halfLifeDays: after so many days a pass counts half. 30: suggested, not measured.
    ///   - capacity: the most counts; 24 bytes each in the dictionary, which is at most half empty.
    public init(halfLifeDays: Double = 30, capacity: Int = 1 << 20) {
        fading = Fading(halfLifeDays: halfLifeDays)
        self.capacity = max(0, capacity)
    }

    public var halfLifeDays: Double { fading.halfLifeDays }

    /// How many counts there are.
    public var count: Int { counts.count }

    /// Learns from a pass: a success of every listener that heard it, a failure of every other that listened all the while and has been
    /// heard to reach so far.
    ///
    /// Who is asked for an area fails only within it, and not where another heard the pass: what we hear ourselves is kept as ours alone.
    public mutating func note(_ pass: Pass, listening uptimes: Uptimes) {
        for listener in pass.heardBy where count(pass, listener, isHeard: true) {
            reach.note(listener.number, at: pass.cell)
        }
        guard pass.isHeardByTheseAlone else { return }
        for number in reach.listeners(at: pass.cell) {
            if let area = areas[number], !pass.heardBy.isEmpty || !area.covers(pass.cell) { continue }
            // Equal by number; the kind only has to be one that can be made.
            guard let listener = Listener(number: number, kind: .feed), !pass.isHeard(by: listener),
                uptimes.isUp(listener, throughout: pass.entered...pass.left)
            else { continue }
            count(pass, listener, isHeard: false)
        }
    }

    /// The part of what was learned that came from these passes: for leaving it out.
    public func part(of passes: some Sequence<Pass>, listening uptimes: Uptimes) -> CoverageGrid {
        var part = CoverageGrid(halfLifeDays: halfLifeDays, capacity: capacity)
        part.reach = reach
        part.areas = areas
        for pass in passes { part.note(pass, listening: uptimes) }
        return part
    }

    /// What is known of a cell.
    ///
    /// The hours of the cell are asked first; where they hold fewer than `enough` passes, those of the whole day are.
    /// - Parameters:
    ///   - time: what is older by then has faded; later passes count in full.
    ///   - own: the passes that must not count, as `part(of:listening:)` gives them.
    public func estimate(
        of cell: CoverageCell,
        kind: TransponderKind,
        by listener: Listener,
        at time: Timestamp,
        without own: CoverageGrid? = nil,
        enough: Double = 10
    ) -> HearingEstimate {
        let day = Self.day(of: time)
        var (here, whole) = ((heard: 0.0, missed: 0.0), (heard: 0.0, missed: 0.0))
        var hours = HearingHours()
        var heardByBlock = SIMD4<Double>.zero
        for block in 0..<CoverageCell.blocks {
            let key = CoverageKey(cell.with(block: block), listener.number, kind)
            guard let count = counts[key] else { continue }
            let mine = own?.counts[key]
            let all = count.worth(on: day, fading)
            let less = mine?.worth(on: day, fading) ?? (heard: 0, missed: 0)
            let left = (heard: max(0, all.heard - less.heard), missed: max(0, all.missed - less.missed))
            whole = (whole.heard + left.heard, whole.missed + left.missed)
            if block == cell.block { here = left }
            hours.add(mine.map { count.hours.without($0.hours) } ?? count.hours)
            heardByBlock[block] = max(0, count.heardADay(fading) - (mine?.heardADay(fading) ?? 0))
        }
        let isOfWholeDay = here.heard + here.missed < enough
        let taken = isOfWholeDay ? whole : here
        return HearingEstimate(
            heard: taken.heard,
            missed: taken.missed,
            hours: hours,
            heardByBlock: heardByBlock,
            isOfWholeDay: isOfWholeDay
        )
    }

    /// The numbers of those who have heard anybody at a place or beside it, at any height; in no order.
    func listeners(reaching cell: CoverageCell) -> [UInt32] { reach.listeners(at: cell) }

    /// - Returns: whether there was room.
    @discardableResult
    private mutating func count(_ pass: Pass, _ listener: Listener, isHeard: Bool) -> Bool {
        let key = CoverageKey(pass.cell, listener.number, pass.kind)
        let day = Self.day(of: pass.entered)
        guard counts[key] != nil || hasRoom(on: day) else {
            refused += 1
            return false
        }
        counts[key, default: CellCount()].note(isHeard: isHeard, day: day, hour: Self.hour(of: pass.left), fading)
        return true
    }

    private mutating func hasRoom(on day: UInt16) -> Bool {
        if counts.count < capacity { return true }
        guard day > lastPruned else { return false }
        lastPruned = day
        counts = counts.filter { _, count in
            let worth = count.worth(on: day, fading)
            return worth.heard + worth.missed >= Self.faint
        }
        rebuildReach()
        return counts.count < capacity
    }

    mutating func rebuildReach() {
        reach = ListenerReach()
        for (key, count) in counts where count.heard > 0 {
            if let cell = key.cell { reach.note(key.listener, at: cell) }
        }
    }

    mutating func refuse() { refused += 1 }

    static func day(of time: Timestamp) -> UInt16 { UInt16(clamping: time.nanoseconds / 86_400_000_000_000) }
    static func hour(of time: Timestamp) -> UInt32 { UInt32(clamping: time.nanoseconds / 3_600_000_000_000) }
}
