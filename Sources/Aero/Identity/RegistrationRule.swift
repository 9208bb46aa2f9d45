/// A state's rule between registration and address, and how far it was seen to hold. Evidence, not truth.
public struct RegistrationRule: Hashable, Sendable {
    /// How it is spoken of: `RA-nnnnn`, `D-A`, `N`.
    public let name: String
    /// In tar1090-db c6a8036 of 6 April 2026, 589,248 rows with a registration; `nil` where nobody measured.
    public let inLargeList: HitRate?
    /// In plane-alert-db c2709be of 22 August 2026, 17,198 rows: mostly state aircraft.
    public let inStateList: HitRate?

    init(_ name: String, _ inLargeList: HitRate? = nil, _ inStateList: HitRate? = nil) {
        self.name = name
        self.inLargeList = inLargeList
        self.inStateList = inStateList
    }

    /// Whether it fails so often in one of the lists (below nine of ten) that a contradiction says little.
    public var isWeak: Bool { [inLargeList, inStateList].contains { ($0?.share ?? 1) < 0.9 } }

    static let russian = RegistrationRule("RA-nnnnn", HitRate(right: 1_780, of: 1_858), HitRate(right: 296, of: 297))
    /// State and experimental aircraft of Russia share the numbers with civil ones.
    static let russianState = RegistrationRule("RF-nnnnn", HitRate(right: 65, of: 146), HitRate(right: 496, of: 524))
    static let american = RegistrationRule("N", HitRate(right: 379_981, of: 380_153), HitRate(right: 2_967, of: 2_990))
}
