import Aero

/// Sends requests of outlets: each is checked, bounded, and follows no redirect.
public struct OutboundClient: Sendable {
    private let border: OutboundGuard
    private let transport: any OutboundTransport
    private let limits: OutboundLimits
    private let lookups = Lookups()

    /// Addresses of a host that are tried at most.
    private static let mostAddresses = 3

    /// - Parameter agent: as requests say who asks.
    public init(_ border: OutboundGuard, agent: String, limits: OutboundLimits = OutboundLimits()) {
        self.init(border, HTTPTransport(limits: limits, agent: agent), limits: limits)
    }

    init(_ border: OutboundGuard, _ transport: any OutboundTransport, limits: OutboundLimits = OutboundLimits()) {
        (self.border, self.transport, self.limits) = (border, transport, limits)
    }

    /// What is wrong with an address by itself, before anything is resolved.
    public func check(_ address: WebAddress) throws(OutboundFailure) { try border.check(address) }

    func send(_ request: OutboundRequest) async throws(OutboundFailure) -> OutboundAnswer {
        let begin = ContinuousClock.now
        let addresses = try await bounded(seconds: limits.connectSeconds) { [border] () async throws(OutboundFailure) in
            try await border.admit(request.address)
        }
        var last = OutboundFailure.unknownHost
        for address in addresses.prefix(Self.mostAddresses) {
            let left = limits.wholeSeconds - Self.seconds(since: begin)
            guard left > 0 else { throw .timedOut(seconds: limits.wholeSeconds) }
            do {
                return try await transport.exchange(request, at: address, seconds: left)
            } catch {
                // Only where nothing was sent is another address tried: it would be told twice.
                guard case .cannotConnect = error else { throw error }
                last = error
            }
        }
        throw last
    }

    /// A resolver that hangs must not hold an outlet.
    private func bounded(
        seconds: Double,
        _ body: @escaping @Sendable () async throws(OutboundFailure) -> [InternetAddress]
    ) async throws(OutboundFailure) -> [InternetAddress] {
        guard lookups.begin() else { throw .timedOut(seconds: seconds) }
        // It cannot be stopped: one that hangs is left behind, and nobody hears what it says later.
        let (answers, answer) = AsyncStream.makeStream(of: Result<[InternetAddress], OutboundFailure>.self)
        Task { [lookups] in
            do throws(OutboundFailure) {
                answer.yield(.success(try await body()))
            } catch { answer.yield(.failure(error)) }
            lookups.end()
        }
        let clock = Task {
            try? await Task.sleep(for: .seconds(seconds))
            answer.finish()
        }
        defer { clock.cancel() }
        for await result in answers { return try result.get() }
        throw .timedOut(seconds: seconds)
    }

    private static func seconds(since begin: ContinuousClock.Instant) -> Double {
        let parts = (ContinuousClock.now - begin).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}
