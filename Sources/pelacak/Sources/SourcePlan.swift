import Feeds
import Logging
import NIOCore
import NIOPosix
import Site

/// Which sources a program starts with, and why these.
struct SourcePlan: Sendable {
    let reason: SourceChoice.Reason
    let sources: [SourceSpecification]

    static let beast = Endpoint(host: "127.0.0.1", port: 30005)
    static let rtlTCP = Endpoint(host: "127.0.0.1", port: 1234)
    private static let scene = "state-visit"

    /// What was configured, or what answers on this machine, or the simulated sky.
    ///
    /// - Parameter probes: whether it is tried what answers.
    static func make(_ settings: ServeSettings, probes: Bool = true) async -> SourcePlan {
        if let sources = settings.sources { return SourcePlan(reason: .configured, sources: sources) }
        if probes, await answers(beast) {
            return SourcePlan(reason: .beastAnswered, sources: [SourceSpecification(kind: .connect(.beast, beast))])
        }
        if probes, await answers(rtlTCP) {
            return SourcePlan(reason: .rtlTCPAnswered, sources: [SourceSpecification(kind: .rtlTCP(rtlTCP))])
        }
        return SourcePlan(reason: .nothingAnswered, sources: [SourceSpecification(kind: .simulate(scene: scene))])
    }

    /// One line for people: what was chosen and how to choose another.
    var sentence: String {
        let names = sources.map(\.publicText).joined(separator: ", ")
        switch reason {
        case .configured: return "sources: \(names)"
        case .beastAnswered:
            return "a Beast port answered on this machine: \(names). Another: --source SPEC, or the Sources page"
        case .rtlTCPAnswered:
            return "an rtl_tcp server answered on this machine: \(names). Another: --source SPEC, or the Sources page"
        case .nothingAnswered:
            return "no receiver answered on 127.0.0.1:30005 or :1234, so the sky is SIMULATED (\(names)). "
                + "Yours: --source beast+tcp://HOST:30005, or the Sources page"
        }
    }

    /// Whether something accepts connections there, within a second.
    private static func answers(_ endpoint: Endpoint) async -> Bool {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(1))
        guard let channel = try? await bootstrap.connect(host: endpoint.host, port: endpoint.port).get() else {
            return false
        }
        try? await channel.close()
        return true
    }
}
