import Aero

/// Sends requests of outlets: each is checked, bounded, and follows no redirect.
public struct OutboundClient: Sendable {
    private let border: OutboundGuard
    private let transport: any OutboundTransport
    private let limits: OutboundLimits

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
        let addresses = try await bounded(seconds: limits.connect) { [border] () async throws(OutboundFailure) in
            try await border.admit(request.address)
        }
        var last = OutboundFailure.unknownHost
        for address in addresses.prefix(Self.mostAddresses) {
            let left = limits.whole - Self.seconds(since: begin)
            guard left > 0 else { throw .timedOut(seconds: limits.whole) }
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
        let result = await withTaskGroup(of: Result<[InternetAddress], OutboundFailure>?.self) { group in
            group.addTask {
                do throws(OutboundFailure) { return .success(try await body()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let result else { throw .timedOut(seconds: seconds) }
        return try result.get()
    }

    private static func seconds(since begin: ContinuousClock.Instant) -> Double {
        let parts = (ContinuousClock.now - begin).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}
