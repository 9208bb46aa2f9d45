import Testing

@testable import Aero

struct NameFoldingTests {
    private func folded(_ text: String) -> [String] {
        NameFolding.words(text).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("Soekarno–Hatta", ["soekarno", "hatta"]), ("P’yŏngyang", ["pyongyang"]), ("KØBENHAVN", ["kobenhavn"]),
            ("Straße", ["strasse"]), ("Łódź", ["lodz"]), ("Đà Nẵng", ["da", "nang"]), ("Kra\u{301}kow", ["krakow"]),
            ("St. John's", ["st", "johns"]), ("İstanbul", ["istanbul"]), ("Ærø", ["aero"]), ("МОСКВА", ["москва"]),
            ("Ngurah Rai (Bali)", ["ngurah", "rai", "bali"]), ("", []), ("…", []),
            ("Ioannina ʻOkina", ["ioannina", "okina"]),
        ]
    )
    func whatTwoSpellingsHaveInCommonIsLeft(text: String, words: [String]) {
        #expect(folded(text) == words)
    }

    @Test func wordsAreBounded() {
        #expect(folded(String(repeating: "x", count: 500)) == [String(repeating: "x", count: 32)])
        #expect(folded(String(repeating: "x ", count: 500)).count == 16)
    }

    @Test(
        arguments: [
            ("Bandar Udara Internasional Juanda", ["juanda"], true), ("Bandar Lampung", ["bandar", "lampung"], false),
            ("Bandara", ["bandara"], true), ("Chkalovsky Air Base", ["chkalovsky"], true),
            ("Buenos Aires", ["buenos", "aires"], false),
        ]
    )
    func wordsThatSayOnlyTheKindAreLeftOut(text: String, words: [String], isAboutAirport: Bool) {
        let (telling, found) = NameFolding.telling(NameFolding.words(text))
        #expect(telling.map { String(decoding: $0, as: UTF8.self) } == words)
        #expect(found == isAboutAirport)
    }

    @Test(
        arguments: [
            ("kopenhagen", "kopenhegen", true), ("vnukovo", "vnuko", false), ("vnukovo", "vnukvo", true),
            ("vnukvo", "vnukovo", true),
            ("hatta", "htata", true), ("abcdef", "abcdef", false), ("abcdef", "abcdfg", false),
            ("abcdef", "badcef", false),
            ("", "a", true), ("", "", false), ("ab", "ba", true), ("abc", "cba", false),
        ]
    )
    func oneSlipIsOneSlip(one: String, other: String, isOne: Bool) {
        #expect(Spelling.isOneSlip(Array(one.utf8)[...], Array(other.utf8)[...]) == isOne)
        #expect(Spelling.isOneSlip(Array(other.utf8)[...], Array(one.utf8)[...]) == isOne)
    }
}
