public import Visits

/// All editions of an installation as one page, the newest first: it stands above their folders.
public struct EditionListPage: Sendable {
    private let editions: [EditionHead]
    private let language: Draft.Language
    private let frame: EditionFrame

    /// - Parameter editions: by rising numbers.
    public init(_ editions: [EditionHead], _ language: Draft.Language) {
        self.editions = editions.reversed()
        self.language = language
        // Each edition names its own world.
        frame = EditionFrame(language: language, world: .real)
    }

    public var bytes: [UInt8] {
        let list =
            editions.isEmpty
            ? "<p>\(frame.text(EditionWords.noEditions))</p>"
            : "<ul class=\"editions\">\n\(editions.map(item).joined(separator: "\n"))\n</ul>"
        return frame.page(title: EditionWords.editions, [header, list, footer])
    }

    private var header: String {
        let other: Draft.Language = language == .english ? .indonesian : .english
        return """
            <header>
            <h1>\(frame.text(EditionWords.editions))</h1>
            <p>\(frame.text(EditionWords.aboutEditions))</p>
            <p><a href="?lang=\(other.rawValue)" lang="\(other.rawValue)">\(frame.text(EditionWords.otherLanguage))</a></p>
            </header>
            <main>
            """
    }

    private var footer: String {
        """
        </main>
        <footer>
        <p>\(frame.text(EditionWords.limits))</p>
        </footer>
        """
    }

    private func item(_ edition: EditionHead) -> String {
        let words = EditionWords.edition(edition.number, CanonicalTime.text(edition.published))
        let page = "\(edition.number)/\(language == .english ? "" : EditionPage.name(language))"
        var lines = [
            "<p><a href=\"\(page)\">\(frame.text(words))</a></p>",
            "<p><strong>\(frame.text(edition.title))</strong></p>",
            edition.world == .simulated
                ? "<p class=\"simulated\">\(frame.text(EditionWords.simulatedLabel))</p>"
                : "<p>\(frame.text(EditionWords.name(of: edition.world)))</p>",
        ]
        if let earlier = edition.earlier {
            lines.append("<p>\(frame.text(EditionWords.corrects(earlier)))</p>")
        }
        lines.append(
            "<p><a href=\"\(edition.number)/\(ObjectionsPage.name(language))\">\(frame.text(EditionWords.objections(edition.number)))</a></p>"
        )
        lines.append("<p><small>\(frame.text(EditionWords.sumOfEdition)): <code>\(edition.digest)</code></small></p>")
        // The page stands beside the folder of all editions, and has scripts: what is served here has none.
        lines.append(
            "<p><small><a href=\"../objections?edition=\(edition.number)\">\(frame.text(EditionWords.writeObjections))</a></small></p>"
        )
        return "<li id=\"edition-\(edition.number)\">\n\(lines.joined(separator: "\n"))\n</li>"
    }
}
