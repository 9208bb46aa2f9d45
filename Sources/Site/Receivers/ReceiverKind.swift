/// In which way somebody who hears gives us what it hears.
enum ReceiverKind: String, Hashable, Sendable, CaseIterable {
    /// We connect to it, or demodulate for it.
    case own
    /// It connects to us.
    case feeder
    /// We ask a provider again and again: what it gives is claimed, not heard.
    case polled
    case recording
    case simulated

    /// - Parameter specification: as on the command line; only what stands before its first colon counts.
    init(specification: String) {
        let scheme = specification.prefix { $0 != ":" }.lowercased()
        if scheme.hasSuffix("+listen") {
            self = .feeder
        } else if scheme.hasSuffix("+http") || scheme.hasSuffix("+https") {
            self = .polled
        } else if scheme == "file" {
            self = .recording
        } else if scheme == "simulate" {
            self = .simulated
        } else {
            self = .own
        }
    }
}
