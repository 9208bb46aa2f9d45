public import Aero
public import Tracking

/// The past as the site asks for it: one archive for each of three worlds, which never mix.
///
/// What is asked is read only; the site writes nothing into an archive but pins.
public protocol HistoryDesk: Sendable {
    /// What is kept of a world; `nil` where nothing is.
    func archive(of realm: ArchiveRealm) -> (any TrackArchive)?

    /// What is known of a day as a whole; `nil` where it has no manifest yet.
    ///
    /// - Parameter day: days since 1970-01-01, UTC.
    func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay?

    /// What no rule of keeping deletes of a world that is kept.
    func pins(of realm: ArchiveRealm) async throws(ArchiveError) -> [HistoryPin]

    /// Keeps a pin.
    ///
    /// - Returns: its number, and when it was made.
    func pin(_ pin: HistoryPin, in realm: ArchiveRealm) async throws(ArchiveError) -> (number: Int64, made: Timestamp?)

    /// - Returns: whether there was one of that number.
    func unpin(_ number: Int64, in realm: ArchiveRealm) async throws(ArchiveError) -> Bool

    /// What cannot be kept at present; empty when all is well. Asked every second, so that it must not wait.
    var stops: [HistoryStop] { get }
}
