import Aero
import Site

/// Who was heard by one source since its slots began, and how far.
struct ReceptionCensus: Hashable, Sendable {
    /// Aircraft of one slot.
    struct Count: Hashable, Sendable {
        var aircraft = 0
        var positioned = 0

        /// The same aircraft are counted each time, and more of them: a slot holds the most.
        func add(to slot: inout ReceptionSlot, farthest: [Double]) {
            slot.aircraft = max(slot.aircraft, aircraft)
            slot.positioned = max(slot.positioned, positioned)
            guard !farthest.isEmpty else { return }
            slot.farthest = slot.farthest.isEmpty ? farthest : zip(slot.farthest, farthest).map(max)
        }
    }

    var hour = Count()
    var day = Count()
    /// Metres by sector, of the last seconds; empty where nobody was placed.
    private(set) var farthest: [Double] = []

    init() {}

    /// Counts a position that was heard from a receiver's place.
    mutating func note(_ position: Position, from place: Position) {
        let metres = Geodesy.distance(place, position).rawValue
        let degrees = Geodesy.initialBearing(from: place, to: position).rawValue
        guard metres.isFinite, degrees.isFinite else { return }
        if farthest.isEmpty { farthest = [Double](repeating: 0, count: ReceptionSlot.sectorCount) }
        let sector = min(ReceptionSlot.sectorCount - 1, max(0, Int(degrees / 360 * Double(ReceptionSlot.sectorCount))))
        farthest[sector] = max(farthest[sector], metres)
    }
}
