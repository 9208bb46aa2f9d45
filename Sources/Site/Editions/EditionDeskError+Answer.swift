import Bundles
import Hummingbird

extension APIError {
    init(_ error: EditionDeskError) {
        switch error {
        case .noEdition: self = .noEdition
        case .archive(let reason): self = APIError(reason)
        case .noFlight(.gap):
            self = .inBothLanguages(
                .notFound,
                "no-flight",
                "no silence of this aircraft is told at that time",
                "pada waktu itu tidak ada selang tak terdengar dari pesawat ini yang disampaikan"
            )
        case .noFlight:
            self = .inBothLanguages(
                .notFound,
                "no-flight",
                "no flight of this aircraft is told at that time",
                "pada waktu itu tidak ada penerbangan pesawat ini yang disampaikan"
            )
        case .noSentence:
            self = .editionField(
                "sentence",
                "the edition has no sentence under this anchor",
                "edisi ini tidak memiliki kalimat dengan jangkar ini"
            )
        case .noChallenge:
            self = .inBothLanguages(
                .notFound,
                "not-found",
                "the edition has no objection of this number",
                "edisi ini tidak memiliki keberatan dengan nomor ini"
            )
        case .badText:
            self = .editionField(
                "text",
                "a text is 1 to \(Challenge.longest) bytes, without control characters",
                "teks terdiri dari 1 sampai \(Challenge.longest) bita, tanpa karakter kendali"
            )
        case .unusable:
            self = .inBothLanguages(
                .serviceUnavailable,
                "editions",
                "editions cannot be read or kept now; the log says why",
                "edisi tidak dapat dibaca atau disimpan sekarang; alasannya ada di catatan peladen"
            )
        }
    }

    static let noEdition = inBothLanguages(
        .notFound,
        "not-found",
        "there is no edition of this number",
        "tidak ada edisi dengan nomor ini"
    )
    static let noEditions = inBothLanguages(
        .notFound,
        "no-editions",
        "editions are not published here",
        "di sini tidak diterbitkan edisi"
    )

    /// A field of a body that is wrong.
    static func editionField(_ field: String, _ english: String, _ indonesian: String) -> APIError {
        var error = inBothLanguages(.unprocessableContent, "invalid", english, indonesian)
        error.field = field
        return error
    }

    private static func inBothLanguages(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ english: String,
        _ indonesian: String
    ) -> APIError {
        var error = APIError(status: status, code: code, message: english)
        error.texts = ["en": english, "id": indonesian]
        return error
    }
}
