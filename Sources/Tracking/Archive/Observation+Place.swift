import ModeS

extension Observation {
    /// Whether it holds a place that the aircraft sent itself.
    public var hasSentPlace: Bool {
        guard hasPosition, !flags.contains(.notOwn) else { return false }
        switch sourceClass {
        case .adsbICAO, .adsbOther, .adsbICAOWithoutTransponder: return true
        case .adsrICAO, .adsrOther, .tisbICAO, .tisbTrackFile, .tisbOther, .adsContract, .multilateration, .modeS,
            .modeAC,
            .other:
            return false
        }
    }

    /// Whether it holds a place that others computed while the aircraft sent something else.
    public var hasComputedPlace: Bool { hasPosition && (sourceClass == .multilateration || flags.contains(.notOwn)) }

    /// Its class of sources as a number, for who does not know their names.
    public var sourceNumber: UInt8 { sourceClass.rawValue }
}
