public import Visits

/// A page of an edition in one language: one file that needs no other, opens from disk, and runs and fetches nothing.
public struct EditionPage: Sendable {
    public let edition: Edition
    public let language: Draft.Language

    public init(_ edition: Edition, _ language: Draft.Language) {
        self.edition = edition
        self.language = language
    }

    /// `index.html` is English, `id.html` Indonesian.
    public static func name(_ language: Draft.Language) -> String { language == .english ? "index.html" : "id.html" }

    private var frame: EditionFrame { EditionFrame(language: language, world: edition.world) }
    private func text(_ words: DossierText) -> String { frame.text(words) }

    public var bytes: [UInt8] {
        let body = [header, corrections, map] + edition.sections.map(section) + [sources, credits, footer]
        return frame.page(title: edition.title, body)
    }

    private var header: String {
        let other: Draft.Language = language == .english ? .indonesian : .english
        let time = CanonicalTime.text(edition.published)
        var parts = edition.sections.map { ($0.anchor, $0.title) }
        if !edition.sources.isEmpty { parts.append(("sources", EditionWords.sources)) }
        let items = parts.map { "<li><a href=\"#\($0)\">\(text($1))</a></li>" }.joined(separator: "\n")
        return """
            <header>
            \(frame.mark)<h1 id="\(Edition.titleAnchor)">\(text(edition.title))</h1>
            <p>\(text(EditionWords.edition(edition.number, time))) · <a href="\(Self.name(other))" lang="\(other.rawValue)">\(text(EditionWords.otherLanguage))</a> · <a href="\(ObjectionsPage.name(language))">\(text(EditionWords.toObjections))</a></p>
            <nav aria-label="\(text(EditionWords.contents))"><ol>
            \(items)
            </ol></nav>
            </header>
            <main>
            """
    }

    private func section(_ section: EditionSection) -> String {
        """
        <section aria-labelledby="\(section.anchor)">
        <h2 id="\(section.anchor)">\(text(section.title))</h2>
        \(section.sentences.map(sentence).joined(separator: "\n"))
        </section>
        """
    }

    private func sentence(_ sentence: EditionSentence) -> String {
        let rests = sentence.rests.map { rest in
            switch rest {
            case .anchor(let anchor): "<a href=\"#\(anchor)\">\(text(EditionWords.name(ofAnchor: anchor)))</a>"
            case .words(let words): text(words)
            }
        }
        let told = rests.isEmpty ? "" : " <small>\(text(EditionWords.restsOn)) \(rests.joined(separator: ", "))</small>"
        return
            "<p id=\"\(sentence.anchor)\"><a class=\"mark\" href=\"#\(sentence.anchor)\" aria-label=\"\(text(EditionWords.toSentence))\">#</a> \(text(sentence.words))\(told)</p>"
    }

    private var corrections: String {
        guard let earlier = edition.earlier else { return "" }
        let note = earlier.note.map { "\n<p\(language(ofNote: $0))>\(text($0))</p>" } ?? ""
        let changes = earlier.changes.map { change in
            let anchor = HTMLText.escaped(change.anchor)
            let link = (change.after == nil ? anchor : "<a href=\"#\(anchor)\">\(anchor)</a>") + part(change)
            switch (change.before, change.after) {
            case (let before?, nil): return "<li>\(link), \(text(EditionWords.gone)): <del>\(text(before))</del></li>"
            case (nil, _): return "<li>\(link), \(text(EditionWords.new))</li>"
            case (let before?, _): return "<li>\(link), \(text(EditionWords.was)): <del>\(text(before))</del></li>"
            }
        }
        return """
            <section aria-labelledby="corrections">
            <h2 id="corrections">\(text(EditionWords.corrections))</h2>
            <p>\(text(EditionWords.corrects(earlier.number))) <code>\(earlier.digest)</code></p>\(note)
            <ul>
            \(changes.joined(separator: "\n"))
            </ul>
            </section>
            """
    }

    /// A note that was written in English alone stands in it on both pages.
    private func language(ofNote note: DossierText) -> String {
        language == .indonesian && note.english == note.indonesian ? " lang=\"en\"" : ""
    }

    /// Which part of what stands under an anchor differs; of the words nothing is said.
    private func part(_ change: EditionChange) -> String {
        switch change.part {
        case .words: ""
        case .rests: " (\(text(EditionWords.restsOn)))"
        case .source: " (\(text(EditionWords.aSource)))"
        case .title: " (\(text(EditionWords.aTitle)))"
        }
    }

    private var map: String {
        edition.places.isEmpty && edition.tracks.isEmpty
            ? ""
            : EditionMap(
                edition.places,
                tracks: edition.tracks,
                outline: edition.outline,
                label: EditionWords.mapLabel(edition.subject.kind).text(in: language),
                note: edition.outline.map { EditionWords.ground($0).text(in: language) },
                mark: edition.world == .simulated ? EditionWords.simulatedLabel.text(in: language) : nil
            ).svg
    }

    private var sources: String {
        guard !edition.sources.isEmpty else { return "" }
        let items = edition.sources.map { source in
            let name = HTMLText.escaped([source.outlet, source.title].compactMap(\.self).joined(separator: ": "))
            let shown = name.isEmpty ? text(EditionWords.name(ofAnchor: source.anchor)) : name
            let link =
                source.link.map { "<a href=\"\(HTMLText.escaped($0))\" rel=\"noreferrer\">\(shown)</a>" } ?? shown
            let facts = [
                source.published.map { CanonicalTime.text($0) }, source.licence.map { HTMLText.escaped($0) },
                source.sha256.map { "<code>sha256 \(HTMLText.escaped($0))</code>" },
            ]
            return "<li id=\"\(source.anchor)\">\(([link] + facts.compactMap(\.self)).joined(separator: "; "))</li>"
        }
        return """
            <section aria-labelledby="sources">
            <h2 id="sources">\(text(EditionWords.sources))</h2>
            <ul>
            \(items.joined(separator: "\n"))
            </ul>
            </section>
            """
    }

    private var credits: String {
        guard !edition.credits.isEmpty else { return "" }
        return """
            <section aria-labelledby="credits">
            <h2 id="credits">\(text(EditionWords.credits))</h2>
            <ul>
            \(edition.credits.map { "<li>\(HTMLText.escaped($0))</li>" }.joined(separator: "\n"))
            </ul>
            </section>
            """
    }

    private var footer: String {
        let bundle = edition.bundle.map { "\n<p>\(text(EditionWords.sumOfBundle)): <code>\($0)</code></p>" } ?? ""
        return """
            </main>
            <footer>
            \(frame.mark)<p>\(text(EditionWords.sumOfEdition)) (edition.json): <code>\(edition.digest)</code></p>\(bundle)
            <p>\(text(EditionWords.proves)) \(text(EditionWords.limits))</p>
            </footer>
            """
    }
}
