import Aero
import Testing

@testable import Visits

struct WordFormsTests {
    @Test("times have their zone")
    func times() {
        let text = WordForms.time(Timestamp(seconds: 1_718_731_320))
        #expect(text.english == "18 June 2024, 17:22 UTC" && text.indonesian == "18 Juni 2024, 17.22 UTC")
        #expect(WordForms.time(Timestamp(seconds: -1)).english == "31 December 1969, 23:59 UTC")
        #expect(!WordForms.time(Timestamp(nanoseconds: .max)).english.isEmpty)
        #expect(!WordForms.time(Timestamp(nanoseconds: .min)).english.isEmpty)
    }

    @Test(arguments: [(0.5, "30 min", "30 menit"), (4.8, "4 h 48 min", "4 jam 48 menit"), (3, "3 h", "3 jam")])
    func durations(hours: Double, english: String, indonesian: String) {
        #expect(WordForms.duration(hours: hours) == DossierText(english: english, indonesian: indonesian))
    }

    @Test("a span of hours is told where it is one")
    func spans() {
        #expect(WordForms.duration(hours: 3.5...4.8).english == "3 h 30 min to 4 h 48 min")
        #expect(WordForms.duration(hours: 4.79...4.8).english == "4 h 48 min")
    }

    @Test("distances and counts with the separators of their language")
    func distances() {
        #expect(WordForms.kilometres(Metres(2_558_400)) == DossierText(english: "2,558 km", indonesian: "2.558 km"))
        #expect(WordForms.roughKilometres(Metres(54_900)).english == "50 km")
        #expect(WordForms.count(1_234_567).english == "1,234,567" && WordForms.count(-12).english == "-12")
    }

    @Test(
        "ratios are told no finer than they are known",
        arguments: [
            (0.05, "no more likely either way"), (0.4, "somewhat more likely"), (-0.4, "somewhat less likely"),
            (2.48, "12 times more likely"), (-1.1, "3 times less likely"), (6.1, "450 times more likely"),
            (25, "more than 10,000 times more likely"), (Double.infinity, "more than 10,000 times more likely"),
        ]
    )
    func ratios(weight: Double, words: String) {
        #expect(WordForms.ratio(weight, isYoung: false).english.hasPrefix(words))
    }

    @Test("how often, by the hour or the day")
    func often() {
        #expect(WordForms.often(perHour: 1.0 / 960).english == "about once in 40 days")
        #expect(WordForms.often(perHour: 0.5).english == "about once in 2 hours")
        #expect(WordForms.often(perHour: 0).english == "hardly ever")
        #expect(WordForms.often(perHour: 1.0 / 24 / 1_234).english == "about once in 1,200 days")
    }

    @Test func lists() {
        let names = ["A", "B", "C"].map { DossierText($0) }
        #expect(WordForms.list(names) == DossierText(english: "A, B and C", indonesian: "A, B dan C"))
        #expect(WordForms.list([]).english.isEmpty)
    }
}
