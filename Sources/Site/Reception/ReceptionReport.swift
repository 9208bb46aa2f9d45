public import Aero

/// What one source received in the last hour, or the last day.
public struct ReceptionReport: Hashable, Sendable {
    /// Whose place bearings and ranges are counted from.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        /// Nobody's is known, or several receivers stand behind the source.
        case none
        /// The site's receiver.
        case site
        /// The source has a place of its own, which is never told.
        case own
    }

    public var id: String
    public var name: String
    public var span: ReceptionSpan
    /// The latest moment that was received, by the source's own time: now, for one that is open.
    public var end: Timestamp
    /// What it gave is simulated.
    public var isSimulated: Bool
    /// Its samples are demodulated here.
    public var hasRadio: Bool
    public var place: Place
    /// Oldest first, at most as many as the span has; those in which it was not open are missing.
    public var slots: [ReceptionSlot]

    public init(
        id: String,
        name: String,
        span: ReceptionSpan,
        end: Timestamp,
        isSimulated: Bool = false,
        hasRadio: Bool = false,
        place: Place = .none,
        slots: [ReceptionSlot] = []
    ) {
        self.id = id
        self.name = name
        self.span = span
        self.end = end
        self.isSimulated = isSimulated
        self.hasRadio = hasRadio
        self.place = place
        self.slots = slots
    }

    /// The farthest of all slots in each sector, metres; empty where nobody was placed.
    var farthest: [Double] {
        var all: [Double] = []
        for slot in slots where slot.farthest.count == ReceptionSlot.sectorCount {
            all = all.isEmpty ? slot.farthest : zip(all, slot.farthest).map(max)
        }
        return all
    }

    /// Messages of all slots by level; empty where no level was told.
    var levels: [Int] {
        var all: [Int] = []
        for slot in slots where slot.levels.count == ReceptionSlot.levelCount {
            all = all.isEmpty ? slot.levels : zip(all, slot.levels).map(+)
        }
        return all
    }
}
