import Foundation
import Testing

@testable import Visits

/// The table of phrases as it is written, row by row.
struct DossierPhraseTests {
    private static let rows: [(english: String, indonesian: String)] = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        folder.appendPathComponent("Sources/Visits/Words")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let text = files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
        let row = /Dossier(?:Phrase|Text)\(\s*(?:english: )?"((?:[^"\\]|\\.)*)",\s*(?:indonesian: )?"((?:[^"\\]|\\.)*)"/
        return text.matches(of: row).map { (String($0.1), String($0.2)) }
    }()

    @Test("both languages have the same places to fill in")
    func places() {
        #expect(Self.rows.count > 150)
        for row in Self.rows where !row.english.contains("\\(") {
            #expect(DossierPhrase.places(in: row.english) == DossierPhrase.places(in: row.indonesian), "\(row.english)")
        }
    }

    @Test("no row is empty, none is the same in both languages unless it holds places alone")
    func translated() {
        for row in Self.rows where !row.english.contains("\\(") {
            #expect(!row.english.isEmpty && !row.indonesian.isEmpty)
            let isBare = row.english.contains("{") && !row.english.contains { $0.isLetter && $0.isUppercase }
            if row.english == row.indonesian { #expect(isBare, "\(row.english)") }
        }
    }

    @Test("no row says that somebody is in an aircraft, or whose it is")
    func forbidden() {
        for row in Self.rows {
            #expect(ForbiddenWords.found(in: row.english, ForbiddenWords.english).isEmpty, "\(row.english)")
            #expect(ForbiddenWords.found(in: row.indonesian, ForbiddenWords.indonesian).isEmpty, "\(row.indonesian)")
        }
    }

    @Test("what a value holds is not filled in again")
    func filling() {
        let phrase = DossierPhrase("{one} and {two}", "{one} dan {two}")
        let text = phrase.filled(["one": DossierText("{two}"), "two": DossierText("2")])
        #expect(text.english == "{two} and 2" && text.indonesian == "{two} dan 2")
        #expect(DossierPhrase("no {place", "{}").filled().english == "no {place")
    }
}
