/// The streams of messages a transponder sends, each with its own beat.
///
/// - Source: RTCA DO-260B, 2.2.3.3 (squitter rates); replies at the rates of a sky with some radars and other aircraft about.
enum MessageKind: Int, CaseIterable, Sendable {
    case position, velocity, identification, operationalStatus, acquisition, reply, airAir, statusOrTarget

    /// Seconds between two messages.
    func interval(onGround: Bool, moving: Bool) -> Double {
        switch self {
        case .position: onGround && !moving ? 5 : 0.5
        case .velocity: 0.5
        case .identification: onGround && !moving ? 10 : 5
        case .operationalStatus: onGround && !moving ? 5 : 2.5
        case .acquisition: 1
        case .reply: onGround ? 6 : 1.1
        case .airAir: 2.2
        case .statusOrTarget: 1.25
        }
    }

    /// Whether a transponder sends it.
    func isSent(by equipment: Transponder.Equipment) -> Bool {
        switch self {
        case .acquisition, .reply, .airAir: true
        case .position, .velocity: equipment != .modeS
        case .identification: equipment.hasSquitter
        case .operationalStatus: equipment == .version1 || equipment == .version2
        case .statusOrTarget: equipment.hasSquitter
        }
    }
}
