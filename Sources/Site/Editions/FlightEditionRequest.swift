import Aero
import Bundles

/// The body that publishes a flight or a silence.
struct FlightEditionRequest: Decodable {
    /// `flight` or `gap`.
    var kind: String?
    /// A moment in it, in seconds since 1970.
    var at: Double?
    /// The world that it was heard in; the usual one where nothing is said.
    var realm: String?
    /// What is corrected, for readers.
    var note: EditionRequest.Note?

    func subject() throws(APIError) -> BundleHead.Subject {
        guard let kind = kind.flatMap(BundleHead.Subject.init(rawValue:)), kind != .visit else {
            throw .editionField("kind", "kind is flight or gap", "kind adalah flight atau gap")
        }
        return kind
    }

    func time() throws(APIError) -> Timestamp {
        guard let at, at >= 0, at <= HistoryTime.latest else {
            throw .editionField("at", "at is in seconds since 1970", "at adalah detik sejak 1970")
        }
        return Timestamp(seconds: (at * 1_000).rounded() / 1_000)
    }
}
