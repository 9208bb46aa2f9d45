import Feeds
import ModeS

extension MessageThinner.Alarm {
    /// The squawk and the state of emergency in a message; `nil` where it has neither.
    init?(_ message: Message) {
        switch message.content {
        case .surveillance(let reply):
            guard case .identity(let squawk) = reply.code else { return nil }
            self.init(squawk: squawk)
        case .squitter(let squitter):
            guard case .status(let status) = squitter.content else { return nil }
            self.init(squawk: status.squawk, emergency: status.emergency)
        case .airAir, .allCall, .extendedLength, .opaque: return nil
        }
    }
}
