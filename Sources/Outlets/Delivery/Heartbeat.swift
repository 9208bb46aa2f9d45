public import Aero
public import Logging
public import Watch

/// Tells an address of the operator's, again and again, that the watch is kept: who does not hear it knows that it is not.
public actor Heartbeat {
    /// How it fares.
    public struct State: Hashable, Sendable {
        public var lastSuccess: Timestamp?
        public var lastFailure: Timestamp?
        public var lastError: DeliveryTrouble?

        public init() {}
    }

    private let address: WebAddress
    private let seconds: Double
    private let client: OutboundClient
    private let clock: any DeliveryClock
    private let isWell: @Sendable () async -> Bool
    private let logger: Logger
    public private(set) var state = State()

    /// - Parameters:
    ///   - seconds: between two beats.
    ///   - isWell: whether what it speaks for works; it is silent while it does not.
    public init(
        address: WebAddress,
        seconds: Double,
        client: OutboundClient,
        clock: any DeliveryClock = SystemDeliveryClock(),
        logger: Logger,
        isWell: @escaping @Sendable () async -> Bool
    ) {
        (self.address, self.seconds, self.client, self.clock) = (address, seconds, client, clock)
        (self.logger, self.isWell) = (logger, isWell)
    }

    public func run() async {
        while !Task.isCancelled {
            await beat()
            do { try await clock.sleep(seconds: seconds) } catch { return }
        }
    }

    func beat() async {
        guard await isWell() else {
            fail(.reason(.notWatching))
            return
        }
        do throws(OutboundFailure) {
            let answer = try await client.send(OutboundRequest(.get, address))
            guard !Task.isCancelled else { return }
            guard (200..<300).contains(answer.status) else {
                fail(.status(answer.status))
                return
            }
            if state.lastError != nil { logger.notice("heartbeat: it is heard again") }
            state.lastSuccess = clock.now
            state.lastError = nil
        } catch {
            if !Task.isCancelled { fail(error.trouble) }
        }
    }

    private func fail(_ reason: DeliveryTrouble) {
        logger.log(level: state.lastError == reason ? .debug : .warning, "heartbeat: \(reason)")
        state.lastFailure = clock.now
        state.lastError = reason
    }
}
