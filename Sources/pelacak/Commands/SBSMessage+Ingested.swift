import Aero
import Feeds
import ModeS
import Tracking

extension SBSMessage {
    /// The line a believed message gives; `nil` for one that is not believed, or of which SBS has no form.
    init?(_ ingested: Ingested, _ received: ReceivedFrame) {
        guard ingested.verdict == .believed, let message = ingested.message, message.address.isICAO else { return nil }
        var report = ClaimedReport(address: message.address, time: received.time)
        let transmission: Transmission
        switch message.content {
        case .airAir(let reply):
            transmission = .airToAir
            report.barometricAltitude = reply.altitude.altitude
            report.onGround = reply.isOnGround
        case .allCall(let capability):
            transmission = .allCallReply
            report.onGround = capability.isOnGround
        case .surveillance(let reply):
            report.alert = reply.flightStatus.isAlert
            report.ident = reply.flightStatus.isIdent
            report.onGround = reply.flightStatus.isOnGround
            switch reply.code {
            case .altitude(let code):
                transmission = .surveillanceAltitude
                report.barometricAltitude = code.altitude
            case .identity(let squawk):
                transmission = .surveillanceIdentity
                report.squawk = squawk
                report.emergency = squawk.isAlerting
            }
        case .squitter(let squitter):
            switch squitter.content {
            case .identification(let identification):
                transmission = .identification
                report.callsign = identification.callsign.text
            case .surfacePosition(let position):
                transmission = .surfacePosition
                report.groundSpeed = position.movement.groundSpeed(version: 2)
                report.track = position.track
                report.onGround = true
            case .airbornePosition(let position):
                transmission = .airbornePosition
                report.barometricAltitude = position.isGeometric ? nil : position.altitude.altitude
                report.alert = position.surveillanceStatus == 1 || position.surveillanceStatus == 2
                report.ident = position.surveillanceStatus == 3
                report.onGround = false
            case .velocity(let velocity):
                transmission = .airborneVelocity
                report.groundSpeed = velocity.groundSpeed
                report.track = velocity.track
                report.verticalRate = velocity.verticalRate
            case .coarsePosition, .status, .resolutionAdvisory, .targetState, .operationalStatus, .test, .systemStatus,
                .opaque:
                return nil
            }
        case .extendedLength, .opaque: return nil
        }
        report.position = ingested.fix?.position
        self.init(transmission: transmission, report: report)
    }
}
