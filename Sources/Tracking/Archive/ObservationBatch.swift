public import Aero

/// Rows of many aircraft in the order in which they became known, with what they share.
public struct ObservationBatch: Sendable {
    public struct Row: Hashable, Sendable {
        public let aircraft: ArchivedAircraft
        public let observation: Observation
        public init(_ aircraft: ArchivedAircraft, _ observation: Observation) {
            self.aircraft = aircraft
            self.observation = observation
        }
    }

    public var rows: [Row] = []
    /// What aircraft called themselves, from when on.
    public var names: [IdentityChange] = []
    /// `Observation.heardBy` is a place here; the first is always the empty set.
    public private(set) var receiverSets: [ReceiverSet] = [.empty]
    private var places: [ReceiverSet: UInt32] = [.empty: 0]
    /// Under which terms all of it came, and from whom.
    public let licence: LicenceTag
    /// Who is to be credited: the provider or the import; `nil` for what our receivers heard.
    public let origin: String?

    public init(licence: LicenceTag = .own, origin: String? = nil) {
        self.licence = licence
        self.origin = origin
    }

    /// The place of a set, new or known.
    public mutating func place(of set: ReceiverSet) -> UInt32 {
        if let place = places[set] { return place }
        let place = UInt32(receiverSets.count)
        receiverSets.append(set)
        places[set] = place
        return place
    }

    public var isEmpty: Bool { rows.isEmpty && names.isEmpty }
}
