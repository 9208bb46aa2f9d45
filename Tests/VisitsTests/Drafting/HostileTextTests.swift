import Aero
import TestSupport
import Testing
import Visits

/// Any text at all: a draft or a typed error, in time that grows with its length.
struct HostileTextTests {
    private let context = DraftContext(enteredAt: Bench.entered, zoneOffset: Bench.zoneOffset)
    private let drafter = Drafter(places: MadePlaces.gazetteer)

    @Test func bounds() {
        #expect(throws: DraftError.empty) { try drafter.draft("", context: context) }
        #expect(throws: DraftError.empty) { try drafter.draft("… 12 !", context: context) }
        let long = String(repeating: "a ", count: 60_000)
        #expect(throws: DraftError.tooLong(bytes: 120_000, limit: 100_000)) {
            try drafter.draft(long, context: context)
        }
    }

    @Test("pieces of news and of everything else, in any order", arguments: 0..<300)
    func anyText(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "Presiden Rusia", "ke", "di", "Tokyo", ",", ".", "\n", "sebelum", "after", "on Tuesday", "(31/2)",
            "31 February", "12.30 WIB", "99/99",
            "kata", "said", "\"", "'s", "’s", "the", "to", "from", "Hanoi", "-", "–", "U.S.", "a.m.", "next week",
            "\u{301}\u{301}", "👩‍👩‍👧", "北京",
            "مرحبا", "\u{0}", "\u{202E}", "18446744073709551616", "Selasa", "dan", "Rabu", "March 20 to", "not",
            "tidak", "via", "(", ")", ":", ";", "pukul",
            "jam 9", "no stop in", "his office", "tersebut", "Minggu depan", "next", "of", "Putin's", "two", "pesawat",
            "kereta", "in", "its president",
        ]
        var text = "x"
        for _ in 0..<Int.random(in: 1...80, using: &random) {
            if Bool.random(using: &random) { text += " " }
            if Int.random(in: 0..<12, using: &random) == 0,
                let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &random))
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += pieces.randomElement(using: &random) ?? ""
            }
        }
        let draft = try drafter.draft(text, context: context)
        for claim in draft.claims { #expect(claim.spans.allSatisfy { $0.words(of: text) != nil }) }
        for stop in draft.stops {
            #expect(stop.spans.allSatisfy { $0.words(of: text) != nil })
            let sum = stop.stop.arrival.readings.map(\.weight).reduce(0, +)
            #expect(stop.stop.arrival.readings.isEmpty || abs(sum - 1) < 1e-9)
        }
    }

    @Test("eight times the text takes less than forty times as long")
    func growth() throws {
        let sentence =
            "Presiden Rusia akan terbang ke Hanoi pada Rabu, kata juru bicara, sebelum menuju Tokyo dan Beijing pada 3 Juli. "
        func seconds(_ count: Int) throws -> Double {
            let text = String(repeating: sentence, count: count)
            let clock = ContinuousClock()
            return try clock.measure { _ = try drafter.draft(text, context: context) } / .seconds(1)
        }
        _ = try seconds(10)
        let (short, long) = (try seconds(100), try seconds(800))
        #expect(long < max(short, 0.001) * 40, "\(short) s, \(long) s")
    }

    @Test func oneWordOfAllLetters() throws {
        _ = try drafter.draft(String(repeating: "A", count: 100_000), context: context)
        _ = try drafter.draft(String(repeating: "A-", count: 50_000), context: context)
        _ = try drafter.draft(String(repeating: "Ke Hanoi, ", count: 10_000), context: context)
        _ = try drafter.draft(String(repeating: "San San, king, ", count: 6_000), context: context)
        _ = try drafter.draft(String(repeating: "San San, French king, ", count: 4_400), context: context)
        _ = try drafter.draft("x" + String(repeating: "\u{301}", count: 49_000), context: context)
    }
}
