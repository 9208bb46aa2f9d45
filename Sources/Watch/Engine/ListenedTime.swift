import Aero

/// Time as far as anybody listened: it stands still while no receiver is up, and so do deadlines of absence.
struct ListenedTime: Sendable {
    /// Nanoseconds in which nobody listened, up to the last return.
    private(set) var lost: Int64 = 0
    /// Since when nobody listens.
    private(set) var downSince: Timestamp?

    init(lost: Int64 = 0, downSince: Timestamp? = nil) {
        self.lost = lost
        self.downSince = downSince
    }

    mutating func set(_ isListening: Bool, at time: Timestamp) {
        if isListening, let since = downSince {
            lost += max(0, time.nanoseconds - since.nanoseconds)
            downSince = nil
        } else if !isListening, downSince == nil {
            downSince = time
        }
    }

    /// Listened time at an instant not before the last change.
    func reading(at time: Timestamp) -> Int64 { (downSince ?? time).nanoseconds - lost }

    /// When a deadline in listened time passes; `nil` while nobody listens.
    func instant(of due: Int64) -> Timestamp? { downSince == nil ? Timestamp(nanoseconds: due + lost) : nil }
}
