public import Aero

extension CoverageGrid {
    /// What a map shows of a half degree at one height: how often the best listener hears, at all hours together.
    public struct LayerCell: Hashable, Sendable {
        /// The south-western corner; half a degree wide and high.
        public let corner: Position
        public let estimate: HearingEstimate
    }

    /// The cells of a height that somebody is known to have crossed, from south-west to north-east.
    ///
    /// - Parameter isShown: which corners are wanted.
    public func layer(
        _ band: AltitudeBand,
        kind: TransponderKind,
        at time: Timestamp,
        where isShown: (Position) -> Bool = { _ in true }
    ) -> [LayerCell] {
        var best: [UInt32: LayerCell] = [:]
        var asked: Set<UInt64> = []
        for key in counts.keys where key.kind == kind {
            guard let cell = key.cell, cell.band == band, let corner = cell.corner, isShown(corner),
                asked.insert(UInt64(key.listener) << 32 | UInt64(cell.ground)).inserted,
                let listener = Listener(number: key.listener, kind: .feed)
            else { continue }
            // More passes than there are: always those of the whole day.
            let estimate = estimate(of: cell, kind: kind, by: listener, at: time, enough: .infinity)
            guard let mean = estimate.mean else { continue }
            if let known = best[cell.ground]?.estimate.mean, known >= mean { continue }
            best[cell.ground] = LayerCell(corner: corner, estimate: estimate)
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The numbers of listeners of whom anything is known; in no order.
    public var listenerNumbers: Set<UInt32> { Set(counts.keys.lazy.map(\.listener)) }

    /// Listeners of whom anything is known.
    public var listenerCount: Int { listenerNumbers.count }
}
