import Testing

@testable import Feeds

struct FeederKeyTests {
    private let uuid = "01234567-89AB-cdef-0123-456789abcdef"

    @Test func dashesAndCaseOfAUUIDDoNotMatter() throws {
        let key = try #require(FeederKey(uuid))
        let plain = try #require(FeederKey("0123456789abcdef0123456789ABCDEF"))
        let other = try #require(FeederKey("0123456789abcdef0123456789ABCDEE"))
        #expect(key.matches(plain) && plain.matches(key))
        #expect(!key.matches(other))
        #expect(key.canBeShown(in: .beast))
    }

    @Test func otherKeysAreTakenAsTheyAreAndFitTextOnly() throws {
        let key = try #require(FeederKey("correct-horse-battery"))
        #expect(!key.matches(try #require(FeederKey("correct-horse-batterY"))))
        #expect(!key.matches(try #require(FeederKey("correct-horse-battery2"))))
        #expect(!key.canBeShown(in: .beast))
        #expect(key.greeting(in: .beast).isEmpty)
        #expect(key.greeting(in: .sbs) == Array("key correct-horse-battery\n".utf8))
    }

    @Test(arguments: [
        "", "short", "with blanks in the middle of it", "0123456789abcdef\u{7}0123", String(repeating: "a", count: 129),
    ])
    func weakOrUnwritableKeysAreNone(text: String) { #expect(FeederKey(text) == nil) }

    @Test func aKeyIsNeverPrinted() throws {
        let key = try #require(FeederKey(uuid))
        #expect(!"\(key)".contains("0123") && !String(reflecting: key).contains("0123"))
        var text = ""
        dump(RegisteredFeeder(name: "roof", key: key).name, to: &text)
        #expect(!text.contains("4567"))
    }

    @Test(arguments: WireFormat.allCases.filter { $0 != .unknown })
    func whatOneSideShowsTheOtherSees(format: WireFormat) throws {
        let key = try #require(FeederKey(uuid))
        var decoder: any StreamDecoder =
            switch format {
            case .avr: AVRDecoder()
            case .sbs: SBSDecoder()
            case .uat: UATDecoder()
            case .jsonl: JSONLinesDecoder()
            case .beast, .unknown: BeastDecoder()
            }
        _ = decoder.decodeAll(key.greeting(in: format), pieces: 1)
        #expect(decoder.shownKey?.matches(key) == true)
        #expect(decoder.counters.rejected == 0)
        decoder.restart()
        #expect(decoder.shownKey == nil)
    }

    @Test func theFirstKeyOfAConnectionStays() throws {
        var decoder = BeastDecoder()
        let second = try #require(FeederKey("ffffffff-89AB-cdef-0123-456789abcdef"))
        let first = try #require(FeederKey(uuid))
        _ = decoder.decodeAll(first.greeting(in: .beast) + second.greeting(in: .beast))
        #expect(decoder.shownKey?.matches(first) == true)
    }
}
