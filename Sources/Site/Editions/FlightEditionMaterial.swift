public import Aero
public import Bundles
public import Tracking

/// What an edition of a flight or a silence is made of: a moment in it, and an archive as strangers are told of it, whoever publishes.
public struct FlightEditionMaterial: Sendable {
    public let kind: BundleHead.Subject
    public let aircraft: ArchivedAircraft
    public let time: Timestamp
    public let realm: ArchiveRealm
    /// What may be handed on of it.
    public let archive: any TrackArchive
    public let answers: FlightAnswers
    /// Who is who, without lists that may not be handed on.
    public let book: any AddressBook
    public let gazetteer: Gazetteer
    /// Whether it may be told who heard what, and whether that was learned: else nothing is said of what silences mean.
    public let tellsReception: Bool
    public let isLearned: Bool
    /// The latest moment of that world that is told.
    public let now: Timestamp
}
