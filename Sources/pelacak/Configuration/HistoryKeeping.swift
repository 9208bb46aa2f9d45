import Store

/// How much of the past is kept, and for how long.
struct HistoryKeeping: Hashable, Sendable {
    /// Of positions that were heard; of simulated ones the room alone. What was imported stays until its owner takes it back.
    var positions = RetentionRules()
    /// Hours that raw messages are kept.
    var rawHours = 48.0
    /// Bytes that they may have.
    var rawBytes: Int64 = 20 << 30

    static let keys = ["keep-days", "keep-size", "raw-hours", "raw-size"]

    init() {}

    /// - Parameter stated: what was written under a key.
    /// - Throws: `UsageError` for what cannot be meant.
    init(_ stated: (String) -> String?) throws(UsageError) {
        if let text = stated("keep-days") {
            guard let days = Int(text), (1...100_000).contains(days) else {
                throw UsageError("keep-days \(text): write a number of days, 1 or more; without it all are kept")
            }
            positions.days = days
        }
        if let text = stated("keep-size") {
            guard let bytes = SizeText.bytes(text), bytes >= 1 << 20 else {
                throw UsageError("keep-size \(text): write a size of 1MiB or more, as 200GiB")
            }
            positions.bytes = bytes
        }
        if let text = stated("raw-hours") {
            guard let hours = Double(text), (0...87_600).contains(hours) else {
                throw UsageError("raw-hours \(text): write hours from 0 to 87600")
            }
            rawHours = hours
        }
        if let text = stated("raw-size") {
            guard let bytes = SizeText.bytes(text) else { throw UsageError("raw-size \(text): write a size, as 20GiB") }
            rawBytes = bytes
        }
    }

    var raw: RawSettings {
        var settings = RawSettings()
        settings.hours = rawHours
        settings.bytes = Int(clamping: rawBytes)
        return settings
    }
}
