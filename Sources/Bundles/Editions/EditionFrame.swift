import Visits

/// What every page of an edition is within: one file that needs no other, runs nothing and asks for nothing.
struct EditionFrame {
    let language: Draft.Language
    let world: BundleHead.World

    func text(_ words: DossierText) -> String { HTMLText.escaped(words.text(in: language)) }

    /// What stands at the head and at the foot where nothing was heard from real aircraft.
    var mark: String {
        world == .simulated ? "<p class=\"simulated\">\(text(EditionWords.simulated))</p>\n" : ""
    }

    /// - Parameters:
    ///   - title: of the window; the simulated world is named before it.
    ///   - body: elements, each whole.
    func page(title: DossierText, _ body: [String]) -> [UInt8] {
        let label = world == .simulated ? text(EditionWords.simulatedLabel) + " · " : ""
        let page = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(label)\(text(title))</title>
            <style>
            \(EditionStyle.css)</style>
            </head>
            <body>
            \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
            </body>
            </html>

            """
        return Array(page.utf8)
    }
}
