import Aero
import ModeS

extension RegisterContent {
    /// A message that the aircraft also squitters, read by Comm-B: only where what it says fits the track.
    ///
    /// - Returns: false where the track does not tell.
    func weighSquitter(_ fit: inout FieldFit, _ context: FlightContext) -> Bool {
        switch ADSBContent(field) {
        case .airbornePosition(let position):
            guard let cpr = position.cpr else { return false }
            let altitude = position.isGeometric ? nil : context.altitude
            fit.value(position.altitude.altitude?.rawValue, near: altitude, step: 25, range: 50_000)
            return Self.weigh(cpr, .airborne, &fit, context)
        case .surfacePosition(let position):
            guard context.isOnGround != false else { return false }
            fit.free(bits: 15)
            return Self.weigh(position.cpr, .surface, &fit, context)
        case .velocity(let velocity):
            guard let speed = velocity.groundSpeed, let direction = velocity.track else { return false }
            guard let known = context.groundSpeed, let track = context.track else { return false }
            // Subtype, flags and accuracy; then the two rates.
            fit.free(bits: 8)
            fit.value(speed.rawValue, near: known, step: 1, range: 600)
            fit.direction(direction.rawValue, near: track, step: 0.3)
            fit.value(velocity.verticalRate?.rawValue, near: context.verticalRate, step: 64, range: 12_000)
            fit.free(bits: 6)
            return true
        case .targetState(let state):
            guard let known = context.selectedAltitudes.panel ?? context.selectedAltitudes.managed else { return false }
            guard let altitude = state.selectedAltitude, (altitude.rawValue - known).magnitude <= 32 else {
                return false
            }
            fit.free(bits: 40)
        // Type code and subtype, eight bits of them, are all that marks the others.
        case .status, .resolutionAdvisory, .operationalStatus: fit.free(bits: 54)
        case .identification, .coarsePosition, .test, .systemStatus, .opaque: return false
        }
        return true
    }

    /// The place of one half near the aircraft's last position: within 5 NM of it, or it is not this register.
    private static func weigh(
        _ half: CPRFrame,
        _ kind: CompactPosition.Kind,
        _ fit: inout FieldFit,
        _ context: FlightContext
    ) -> Bool {
        guard let last = context.position,
            let place = CompactPosition.position(of: half, near: last, kind: kind)
        else { return false }
        guard Geodesy.distance(place, last).nauticalMiles.rawValue <= 5 else { return false }
        // A circle of 5 NM in a cell of 360 NM a side; type code, status bits.
        fit.free(bits: 34 - 11 + 4)
        return true
    }
}
