import Aero
import ModeS

/// What one reply says that may tell two aircraft apart.
struct SisterReply {
    let time: Timestamp
    let level: Float?
    let weakParityBits: UInt32?
    let isAirAir: Bool
    var altitude: Feet?
    var squawk: UInt64?
    var isOnGround: Bool?
    var head: UInt64?
    var callsign: UInt64?
    var register: UInt64?

    init(_ message: Message, _ received: ReceivedFrame) {
        time = received.time
        level = received.level
        weakParityBits = received.weakParityBits
        if case .airAir = message.content { isAirAir = true } else { isAirAir = false }
        switch message.content {
        case .airAir(let reply):
            altitude = reply.altitude.altitude
            // Some transponders leave VS at "airborne" for ever: only the other value tells something.
            if reply.isOnGround { isOnGround = true }
            head = UInt64(reply.sensitivityLevel) << 4 | UInt64(reply.replyInformation.rawValue)
        case .surveillance(let reply):
            isOnGround = reply.flightStatus.isOnGround
            switch reply.code {
            case .altitude(let code): altitude = code.altitude
            case .identity(let code): squawk = UInt64(code.rawValue)
            }
            if let field = reply.commB, field.rawValue != 0 {
                if field.bits(1, 8) == 0x20, Callsign(rawValue: field.rawValue).text != nil {
                    callsign = field.rawValue & 0xFFFF_FFFF_FFFF
                } else {
                    register = field.rawValue
                }
            }
        case .allCall, .squitter, .extendedLength, .opaque: break
        }
    }
}
