import Aero
import Flights
import Testing

@testable import pelacak

@Suite struct FlightPhraseTests {
    @Test("both languages say everything, with the same places for what is filled in", arguments: FlightPhrase.allCases)
    func isWhole(phrase: FlightPhrase) {
        let (english, indonesian) = phrase.words
        #expect(!english.isEmpty && !indonesian.isEmpty)
        #expect(
            english.split(separator: "{}", omittingEmptySubsequences: false).count
                == indonesian.split(separator: "{}", omittingEmptySubsequences: false).count
        )
        // Words that are the same in both.
        let same: Set<FlightPhrase> = []
        #expect(same.contains(phrase) || english != indonesian)
    }

    @Test func whatIsFilledInStandsInItsPlace() {
        #expect(FlightPhrase.tookOff.text(.english, "now") == "took off now")
        #expect(FlightPhrase.tookOff.text(.indonesian, "now") == "lepas landas now")
        #expect(FlightPhrase.stoppedAt.text(.english, "WIII", "0.50") == "stopped at WIII 0.50")
        // What is filled in is not looked at again.
        #expect(FlightPhrase.stoppedAt.text(.english, "{}", "x") == "stopped at {} x")
    }

    @Test("every kind of what is told has words of its own")
    func kinds() {
        func differ(_ phrases: [FlightPhrase]) -> Bool {
            Set(phrases.map(\.words.english)).count == phrases.count
                && Set(phrases.map(\.words.indonesian)).count == phrases.count
        }
        #expect(differ(GapClass.allCases.map { FlightPhrase($0) }))
        #expect(differ(Knowing.allCases.map { FlightPhrase($0) }))
        #expect(differ(DoubtReason.allCases.map { FlightPhrase($0) }))
        #expect(differ(Look.Standing.allCases.map { FlightPhrase($0) }))
        #expect(differ([Stop.Kind.stop, .short, .uncertain].map { FlightPhrase($0) }))
    }
}
