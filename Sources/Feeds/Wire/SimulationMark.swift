/// The label of simulated data in SBS-1, which carries no frames: a status line whose last field says `SIMULATED`.
///
/// `STA,,1,1,DFFFFF,1,<date>,<time>,<date>,<time>,SIMULATED`. Programs that know SBS take it for the change of an aircraft's
/// state and pass over it. Formats with frames carry `SimulationMarker` instead.
enum SimulationMark {
    /// Field 11.
    static let word = "SIMULATED"
    /// Field 1.
    static let kind = "STA"

    /// Whether the fields of a line are the label.
    static func matches(_ line: Span<UInt8>, _ fields: SBSFields) -> Bool {
        fields.count >= 11 && fields.equals(line, 0, kind) && fields.equals(line, 10, word)
    }
}
