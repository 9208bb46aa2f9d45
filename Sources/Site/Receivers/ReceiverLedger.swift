/// Looks at the receivers now and then, and when asked.
actor ReceiverLedger {
    private let desk: any SourceDesk
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    private var minutes = ReceiverMinutes()

    init(desk: any SourceDesk) { self.desk = desk }

    /// All who hear, with what came from each in the last minute.
    func receivers() async -> [(receiver: Receiver, lastMinute: ReceiverMinutes.Count?)] {
        let receivers = await desk.sources().flatMap(Receiver.all)
        let time = start.duration(to: clock.now) / .seconds(1)
        let counted = receivers.map { ($0, minutes.count(of: $0, at: time)) }
        minutes.note(receivers, at: time)
        return counted
    }

    /// Looks until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            _ = await receivers()
            do { try await clock.sleep(for: .seconds(ReceiverMinutes.spacing)) } catch { return }
        }
    }
}
