import Bundles
import Visits

/// The body that publishes a visit.
struct EditionRequest: Decodable {
    struct Note: Decodable {
        var en: String?
        var id: String?
    }

    /// What is corrected, for readers.
    var note: Note?
    /// Whether aircraft that were heard are told; they are where nothing is said.
    var aircraft: Bool?
    /// The world that is compared; the usual one where nothing is said.
    var realm: String?
    /// Whether windows are as later claims narrowed them.
    var later: Bool?

    func words() throws(APIError) -> DossierText? { try note?.words() }
}

extension EditionRequest.Note {
    /// The note in both languages; English stands for both where there is no other.
    func words() throws(APIError) -> DossierText? {
        guard en != nil || id != nil else { return nil }
        for text in [en, id].compactMap(\.self) where !Edition.Earlier.isNote(text) {
            throw .editionField(
                "note",
                "a note is one line of 1 to 1000 bytes",
                "catatan adalah satu baris, 1 sampai 1000 bita"
            )
        }
        guard let english = en else {
            throw .editionField(
                "note",
                "write the note in English too",
                "tulislah catatan itu dalam bahasa Inggris juga"
            )
        }
        return DossierText(english: english, indonesian: id ?? english)
    }
}
