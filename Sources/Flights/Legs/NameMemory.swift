import Aero

/// What an aircraft called itself before a silence and after.
struct NameMemory: Sendable {
    private var name: String?
    private var since: Timestamp?
    private var comparedWith: Timestamp?

    /// Takes a name.
    ///
    /// - Parameter end: of the last silence that is still open.
    /// - Returns: whether the first name after that silence is the one from before; `nil` where there is nothing to compare.
    mutating func take(_ callsign: String, at time: Timestamp, silentSince end: Timestamp?) -> Bool? {
        let before = name
        let heard = since
        name = callsign
        since = time
        guard let end, let before, let heard, comparedWith != end, heard < end, time >= end else { return nil }
        comparedWith = end
        return before == callsign
    }
}
