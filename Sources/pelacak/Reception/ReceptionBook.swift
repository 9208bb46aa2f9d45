import Aero
import Site

/// What all sources received lately, by their names, so that one that is paused or begins anew goes on where it was.
struct ReceptionBook: Sendable {
    /// Sources remembered at most, those that run and those that ran.
    static let capacity = SourceSupervisor.capacity

    private(set) var histories: [String: ReceptionHistory] = [:]

    init() {}

    /// Changes what is known of a source; one that is new takes the place of the one that was silent longest when there are too many.
    mutating func change(_ name: String, isRecording: Bool, _ body: (inout ReceptionHistory) -> Void) {
        var history = histories.removeValue(forKey: name) ?? ReceptionHistory(isRecording: isRecording)
        if history.isRecording != isRecording { history = ReceptionHistory(isRecording: isRecording) }
        body(&history)
        if histories.count >= Self.capacity { forgetOldest() }
        histories[name] = history
    }

    /// Changes what is known of a source, if anything is.
    mutating func change(known name: String, _ body: (inout ReceptionHistory) -> Void) {
        guard var history = histories.removeValue(forKey: name) else { return }
        body(&history)
        histories[name] = history
    }

    mutating func removeAll() { histories = [:] }

    private mutating func forgetOldest() {
        let oldest = histories.min {
            ($0.value.last?.nanoseconds ?? .min, $0.key) < ($1.value.last?.nanoseconds ?? .min, $1.key)
        }
        if let oldest { histories[oldest.key] = nil }
    }
}
