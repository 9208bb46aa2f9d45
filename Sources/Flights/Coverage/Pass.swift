public import Aero

/// One aircraft's way through one cell, known to have happened, and who heard it there: one trial of each listener's hearing.
public struct Pass: Hashable, Sendable {
    public let aircraft: AircraftAddress
    public let kind: TransponderKind
    public let cell: CoverageCell
    public let entered: Timestamp
    public let left: Timestamp
    /// Rising, each once.
    public let heardBy: [Listener]
    /// Whether nobody else heard it. Where more did than a row has room for, who else is not known, and nobody counts as having missed it.
    public let isHeardByTheseAlone: Bool

    public init(
        aircraft: AircraftAddress,
        kind: TransponderKind,
        cell: CoverageCell,
        entered: Timestamp,
        left: Timestamp,
        heardBy: [Listener],
        isHeardByTheseAlone: Bool = true
    ) {
        self.aircraft = aircraft
        self.kind = kind
        self.cell = cell
        self.entered = min(entered, left)
        self.left = max(entered, left)
        self.heardBy = Set(heardBy).sorted()
        self.isHeardByTheseAlone = isHeardByTheseAlone
    }

    func isHeard(by listener: Listener) -> Bool {
        var (low, high) = (0, heardBy.count)
        while low < high {
            let middle = (low + high) / 2
            if heardBy[middle] < listener { low = middle + 1 } else { high = middle }
        }
        return low < heardBy.count && heardBy[low] == listener
    }
}
