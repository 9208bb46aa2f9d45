public import Aero
public import Tracking

/// When an aircraft was first heard here, and how much that says: in our archive, which has a beginning and holes.
public struct FirstHeard: Hashable, Sendable {
    public private(set) var heard: Timestamp?
    /// The first day of the archive.
    public private(set) var since: Timestamp?
    /// From that day to the last.
    public private(set) var days = 0
    /// Of these.
    public private(set) var complete = 0

    init(heard: Timestamp? = nil) { self.heard = heard }

    /// - Parameter days: of the whole archive, rising.
    init(heard: Timestamp?, _ days: [ArchivedDay]) {
        self.heard = heard
        guard let first = days.first, let last = days.last else { return }
        since = UTCDay(number: first.number).start
        self.days = Int(last.number - first.number) + 1
        complete = days.count { $0.isComplete == true }
    }

    /// Asks an archive.
    ///
    /// - Parameter now: the latest moment that can be known about.
    public init(
        of aircraft: ArchivedAircraft,
        in archive: any TrackArchive,
        now: Timestamp
    ) async throws(ArchiveError) {
        guard let span = try await archive.span(of: aircraft) else {
            self.init()
            return
        }
        let all = Timestamp(nanoseconds: 0)..<max(span.upperBound, now)
        self.init(heard: span.lowerBound, try await archive.days(in: all))
    }

    func write(to json: inout JSONWriter) {
        json.key("first")
        json.beginObject()
        json.member("heard", heard)
        json.member("since", since)
        json.member("days", days)
        json.member("complete", complete)
        json.endObject()
    }
}
