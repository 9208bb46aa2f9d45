import Aero
import ModeS

/// Decodes frames to their records and reads the values of them into one number, printing nothing.
///
/// For measuring: the number proves that the values were read, and tells whether two builds read the same. Of rare Comm-B registers
/// only the bits are taken.
struct RecordDigest {
    /// Frames that gave a record.
    private(set) var records = 0
    /// Registers read: each that a Comm-B reply can be by its own bits.
    private(set) var registers = 0
    /// Sum over all values, wrapping.
    private(set) var value: UInt64 = 0

    /// Decodes one frame by itself, without memory of others.
    mutating func take(_ frame: Frame) {
        guard let message = try? Message(frame) else { return }
        records += 1
        add(UInt64(message.address.bits))
        switch message.content {
        case .squitter(let squitter): take(squitter)
        case .surveillance(let reply): take(reply)
        case .airAir(let reply):
            add(reply.altitude.altitude)
            add(UInt64(reply.sensitivityLevel) << 8 | UInt64(reply.replyInformation.rawValue))
        case .allCall(let capability):
            add(UInt64(capability.rawValue) << 8 | UInt64(message.interrogator?.rawValue ?? 0))
        case .extendedLength(let segment): add(UInt64(segment.number))
        case .opaque: break
        }
    }

    private mutating func take(_ reply: SurveillanceReply) {
        add(UInt64(reply.flightStatus.rawValue) << 8 | UInt64(reply.downlinkRequest.rawValue))
        switch reply.code {
        case .altitude(let code): add(code.altitude)
        case .identity(let squawk): add(UInt64(squawk.rawValue))
        }
        guard let mb = reply.commB else { return }
        let candidates = RegisterSet.candidates(for: mb)
        add(UInt64(candidates.count))
        // Every register it may be is read: which it is needs the aircraft's other messages.
        for register in candidates {
            guard let content = RegisterContent(register, mb: mb) else { continue }
            registers += 1
            take(content)
        }
    }

    private mutating func take(_ content: RegisterContent) {
        switch content {
        case .bds40(let values):
            add(values.panelAltitude)
            add(values.managedAltitude)
            add(values.pressureSetting)
        case .bds50(let values):
            add(values.roll)
            add(values.trueTrack)
            add(values.groundSpeed)
            add(values.trackRate)
            add(values.trueAirspeed)
        case .bds60(let values):
            add(values.magneticHeading)
            add(values.indicatedAirspeed)
            add(values.mach)
            add(values.barometricRate)
            add(values.inertialRate)
        case .bds20(let values): add(values.callsign)
        case .bds10(let values): add(UInt64(values.terminalEquipment) << 8 | UInt64(values.subnetworkVersion))
        case .bds17(let values): for register in values.registers { add(UInt64(register.rawValue)) }
        case .bds44(let values):
            add(values.windSpeed)
            add(values.windDirection)
            add(values.temperature)
            add(values.pressure)
        case .bds45(let values):
            add(values.temperature)
            add(values.pressure)
            add(values.radioHeight)
        default: add(content.field.rawValue)
        }
    }

    private mutating func take(_ squitter: ExtendedSquitter) {
        switch squitter.content {
        case .identification(let values):
            add(values.callsign)
            add(UInt64(values.category?.code ?? 0))
        case .airbornePosition(let values):
            add(values.altitude.altitude)
            add(UInt64(values.surveillanceStatus) << 1 | (values.nicSupplementB ? 1 : 0))
            add(values.cpr)
        case .surfacePosition(let values):
            add(values.movement.groundSpeed(version: 2))
            add(values.track)
            add(values.cpr)
        case .velocity(let values):
            add(values.groundSpeed)
            add(values.track)
            if case .air(let heading, let speed, _) = values.motion {
                add(heading)
                add(speed)
            }
            add(values.verticalRate)
            add(values.geometricMinusBarometric)
            add(UInt64(values.nacV))
        case .targetState(let values):
            add(values.selectedAltitude)
            add(values.pressureSetting)
            add(values.selectedHeading)
            add(UInt64(values.modes?.rawValue ?? 0) << 8 | UInt64(values.nacP) << 4 | UInt64(values.sil))
        case .status(let values):
            add(UInt64(values.squawk?.rawValue ?? 0) << 8 | UInt64(values.emergency?.rawValue ?? 0))
        case .operationalStatus(let values):
            add(UInt64(values.version) << 8 | UInt64(values.nacP ?? 0) << 4 | UInt64(values.sil ?? 0))
            add(UInt64(values.gva ?? 0) << 16 | UInt64(values.sda ?? 0) << 8 | UInt64(values.nacV ?? 0))
            add(values.nicBaro == true ? 1 : 0 as UInt64)
        case .coarsePosition, .resolutionAdvisory, .test, .systemStatus, .opaque: add(squitter.field.rawValue)
        }
    }

    private mutating func add(_ number: UInt64) { value = value &* 31 &+ number }
    private mutating func add(_ number: Double?) { add(number?.bitPattern ?? 0) }
    private mutating func add(_ quantity: (some Quantity)?) { add(quantity?.rawValue) }
    private mutating func add(_ half: CPRFrame?) {
        guard let half else { return }
        add(UInt64(half.latitude) << 32 | UInt64(half.longitude))
    }
    private mutating func add(_ callsign: Callsign) {
        for byte in (callsign.text ?? "").utf8 { add(UInt64(byte)) }
    }
}
