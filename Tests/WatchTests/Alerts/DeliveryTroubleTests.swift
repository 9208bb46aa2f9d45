import Testing

@testable import Watch

struct DeliveryTroubleTests {
    /// One of every kind.
    private static var all: [DeliveryTrouble] {
        var all: [DeliveryTrouble] = [
            .garbled("a word and another"), .givenUp(hours: 24, because: .status(503)),
            .givenUp(hours: 24, because: .written("no answer")), .written("the host's name is not found"),
        ]
        all += DeliveryReason.allCases.map { DeliveryTrouble.reason($0, $0.hasNumber ? 17 : nil) }
        for address in SpecialAddress.allCases { all += [.ownAddress(address), .specialAddress(address)] }
        return all
    }

    @Test("what is kept is read as the same, and no code looks like the words of before", arguments: all)
    func kept(_ trouble: DeliveryTrouble) {
        #expect(DeliveryTrouble(kept: trouble.kept) == trouble)
        if case .written = trouble {
            #expect(!trouble.kept.hasPrefix("#"))
        } else {
            #expect(trouble.kept.hasPrefix("#"))
        }
    }

    @Test("databases keep these codes")
    func codes() {
        #expect(DeliveryTrouble.status(403).kept == "#forbidden 403")
        #expect(DeliveryTrouble.reason(.connectionRefused).kept == "#connectionRefused")
        #expect(DeliveryTrouble.ownAddress(.loopback).kept == "#ownAddress loopback")
        #expect(DeliveryTrouble.givenUp(hours: 24, because: .status(503)).kept == "#givenUp 24 #status 503")
    }

    @Test(
        "what cannot be read is shown as it is",
        arguments: [
            "", "#", "# ", "#someday", "#status", "#status x", "#closed 5", "#givenUp", "#givenUp 24",
            "#givenUp x #closed", "#ownAddress", "#ownAddress moon", "status 500", "\u{0}",
        ]
    )
    func unknown(text: String) {
        #expect(DeliveryTrouble(kept: text) == .written(text))
        #expect(DeliveryTrouble(kept: text).texts == ["en": text])
    }

    @Test("nothing that belongs to it is left out", arguments: all)
    func words(_ trouble: DeliveryTrouble) {
        for language in WatchLanguage.allCases {
            let text = trouble.text(in: language)
            #expect(!text.isEmpty && !text.contains("{}") && !text.contains("#"))
        }
    }

    @Test(
        "every reason stands in both languages, with a place for its number in both",
        arguments: DeliveryReason.allCases
    )
    func bothLanguages(_ reason: DeliveryReason) {
        let (english, indonesian) = reason.words
        // "stopped" is a word as it stands; what was forgotten is its own name in both.
        #expect(english != reason.rawValue || indonesian != reason.rawValue)
        #expect(english.contains("{}") == indonesian.contains("{}"))
    }

    @Test("a status is told with what it means")
    func statuses() {
        #expect(DeliveryTrouble.status(500).texts == ["en": "status 500", "id": "status 500"])
        #expect(DeliveryTrouble.status(403).text(in: .english) == "status 403 (it is not allowed)")
        #expect(DeliveryTrouble.status(403).text(in: .indonesian) == "status 403 (tidak diizinkan)")
        #expect("\(DeliveryTrouble.status(301))" == "status 301: it redirects, which is not followed")
        #expect("\(DeliveryTrouble.givenUp(hours: 24, because: .status(503)))" == "given up after 24 h: status 503")
    }
}
