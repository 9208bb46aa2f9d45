public import Aero
public import Tracking

extension TrackArchive {
    /// The end of the minute in which somebody was heard last; `nil` where nobody was ever.
    ///
    /// It is what can be known of the clock of a world that has one of its own.
    public func lastMinute() async throws(ArchiveError) -> Timestamp? {
        let all = Timestamp(nanoseconds: 0)..<Timestamp(seconds: 9e9)
        guard let day = try await days(in: all).last(where: { $0.aircraft > 0 }) else { return nil }
        let start = Timestamp(seconds: Double(day.number) * 86_400)
        var range = start..<start.advanced(bySeconds: 86_400)
        for seconds in [3_600.0, 60] {
            var end = range.upperBound
            while end > range.lowerBound {
                let part = end.advanced(bySeconds: -seconds)..<end
                if try await !aircraft(heardDuring: part, after: nil, limit: 1).isEmpty {
                    range = part
                    break
                }
                end = part.lowerBound
            }
        }
        return range.upperBound
    }

    /// Until when everything is known of a world that was heard.
    public func latest(of realm: ArchiveRealm, now: Timestamp) async throws(ArchiveError) -> Timestamp {
        guard realm == .simulated else { return now }
        return try await lastMinute() ?? now
    }
}
