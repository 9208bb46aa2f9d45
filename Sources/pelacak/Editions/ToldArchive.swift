import Aero
import Flights
import Site
import Tracking

/// An archive as its readers are told of it, and what tells flights and silences of it: the same for commands and for the site.
struct ToldArchive {
    let archive: any TrackArchive
    let realm: ArchiveRealm
    let answers: FlightAnswers
    let book: any AddressBook
    let gazetteer: Gazetteer
    /// Why silences are not judged; `nil` where they are.
    let unjudged: SilenceText.Unjudged?
    /// The latest moment that can be known about.
    let now: Timestamp
}

extension ToldArchive {
    /// As the site tells strangers.
    init(_ material: FlightEditionMaterial) {
        self.init(
            archive: material.archive,
            realm: material.realm,
            answers: material.answers,
            book: material.book,
            gazetteer: material.gazetteer,
            unjudged: SilenceText.Unjudged(
                in: material.realm,
                isLearned: material.isLearned,
                tellsReception: material.tellsReception
            ),
            now: material.now
        )
    }
}
