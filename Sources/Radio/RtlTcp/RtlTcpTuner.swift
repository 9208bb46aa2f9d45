/// The tuner behind an `rtl_tcp` server, by the number in its greeting.
public enum RtlTcpTuner: UInt32, Hashable, Sendable, CaseIterable {
    case unknown = 0
    case e4000 = 1
    case fc0012 = 2
    case fc0013 = 3
    case fc2580 = 4
    case r820t = 5
    case r828d = 6
}
