import Aero
import Testing
import Visits

@testable import Bundles

struct ObjectionsPageTests {
    private func book(tells: Bool) throws -> ChallengeBook {
        var book = ChallengeBook(try MadeEdition.edition())
        let time = Timestamp(seconds: 1_795_100_000)
        try book.take(.objection(anchor: "claim-2", objection: MadeEdition.evil, evidence: "a\nletter"), at: time)
        try book.take(.objection(anchor: "claim-1", objection: "kept to ourselves", evidence: ""), at: time)
        try book.take(.answer(number: 1, .partly, answer: "so far as it goes"), at: time)
        if tells { try book.take(.tell(number: 1, isPublic: true), at: time) }
        return book
    }

    private func page(_ book: ChallengeBook, _ language: Draft.Language) -> String {
        String(decoding: ObjectionsPage(book, language).bytes, as: UTF8.self)
    }

    @Test("what is told stands with its sentence, answer and outcome; what is not told is nowhere")
    func told() throws {
        let book = try book(tells: true)
        for (language, outcome, label) in [
            (Draft.Language.english, "Upheld in part.", "SIMULATED"), (.indonesian, "Diterima sebagian.", "SIMULASI"),
        ] {
            let page = page(book, language)
            #expect(page.contains("href=\"\(EditionPage.name(language))#claim-2\""))
            #expect(page.contains("so far as it goes") && page.contains(outcome) && page.contains("a<br>letter"))
            #expect(page.contains("2026-") && !page.contains("kept to ourselves"))
            #expect(page.contains("<title>\(label)") && page.contains("class=\"simulated\""))
            #expect(!page.contains("<script") && page.contains("default-src 'none'"))
        }
    }

    @Test("each page ends with the sum of the edition and what verifying it proves and does not")
    func foot() throws {
        let book = try book(tells: true)
        for (language, proves, limits, sentence) in [
            (Draft.Language.english, "nothing was changed since", "does not prove", ">claim 2<"),
            (.indonesian, "tidak ada yang berubah", "tidak membuktikan", ">klaim 2<"),
        ] {
            let page = page(book, language)
            #expect(page.contains("<footer>") && page.contains(book.edition.digest.hex))
            #expect(page.contains(proves) && page.contains(limits) && page.contains(sentence))
        }
    }

    @Test("where nothing is told, the page says so")
    func nothing() throws {
        let page = page(try book(tells: false), .english)
        #expect(page.contains("No objection to this edition has been told.") && !page.contains("<section"))
    }
}
