public import Visits

/// The objections to an edition that its editor tells, with what was answered: a page beside the edition, which itself is never changed.
public struct ObjectionsPage: Sendable {
    private let book: ChallengeBook
    private let language: Draft.Language
    private let frame: EditionFrame

    public init(_ book: ChallengeBook, _ language: Draft.Language) {
        self.book = book
        self.language = language
        frame = EditionFrame(language: language, world: book.edition.world)
    }

    /// `objections.html` is English, `objections-id.html` Indonesian.
    public static func name(_ language: Draft.Language) -> String {
        language == .english ? "objections.html" : "objections-id.html"
    }

    public var bytes: [UInt8] {
        let told = book.told
        let body = told.isEmpty ? ["<p>\(frame.text(EditionWords.noObjections))</p>"] : told.map(section)
        return frame.page(title: title, [header] + body + [footer])
    }

    private var title: DossierText { EditionWords.objections(book.edition.number) }

    private var header: String {
        let other: Draft.Language = language == .english ? .indonesian : .english
        return """
            <header>
            \(frame.mark)<h1>\(frame.text(title))</h1>
            <p><a href="\(EditionPage.name(language))">\(frame.text(book.edition.title))</a> · <a href="\(Self.name(other))" lang="\(other.rawValue)">\(frame.text(EditionWords.otherLanguage))</a></p>
            </header>
            <main>
            """
    }

    private var footer: String {
        """
        </main>
        <footer>
        \(frame.mark)<p>\(frame.text(EditionWords.sumOfEdition)) (edition.json): <code>\(book.edition.digest)</code></p>
        <p>\(frame.text(EditionWords.proves)) \(frame.text(EditionWords.limits))</p>
        </footer>
        """
    }

    private func section(_ challenge: Challenge) -> String {
        let name = "objection-\(challenge.number)"
        let sentence = book.edition.sections.flatMap(\.sentences).first { $0.anchor == challenge.anchor }
        var lines = [
            "<p><a href=\"\(EditionPage.name(language))#\(challenge.anchor)\">\(frame.text(EditionWords.name(ofAnchor: challenge.anchor)))</a>: \(sentence.map { frame.text($0.words) } ?? "")</p>",
            told(EditionWords.objected(CanonicalTime.text(challenge.received)), challenge.objection),
        ]
        if !challenge.evidence.isEmpty { lines.append(told(EditionWords.evidence, challenge.evidence)) }
        if let answered = challenge.answered {
            lines.append(told(EditionWords.answered(CanonicalTime.text(answered)), challenge.answer))
        }
        lines.append("<p><strong>\(frame.text(EditionWords.outcome(challenge.outcome)))</strong></p>")
        return """
            <section aria-labelledby="\(name)">
            <h2 id="\(name)">\(frame.text(EditionWords.objection(challenge.number)))</h2>
            \(lines.joined(separator: "\n"))
            </section>
            """
    }

    /// Words of others, in the language they were written in.
    private func told(_ head: DossierText, _ words: String) -> String {
        let lines = words.split(separator: "\n").map { HTMLText.escaped(String($0)) }.joined(separator: "<br>")
        return "<p>\(frame.text(head)): \(lines)</p>"
    }
}
