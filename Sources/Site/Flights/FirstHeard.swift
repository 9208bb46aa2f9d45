import Aero
import Tracking

/// When an aircraft was first heard here, and how much that says: in our archive, which has a beginning and holes.
struct FirstHeard {
    var heard: Timestamp?
    /// The first day of the archive.
    var since: Timestamp?
    /// From that day to the last.
    var days = 0
    /// Of these.
    var complete = 0

    init(heard: Timestamp? = nil) { self.heard = heard }

    /// - Parameter days: of the whole archive, rising.
    init(heard: Timestamp?, _ days: [ArchivedDay]) {
        self.heard = heard
        guard let first = days.first, let last = days.last else { return }
        since = UTCDay(number: first.number).start
        self.days = Int(last.number - first.number) + 1
        complete = days.count { $0.isComplete == true }
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
