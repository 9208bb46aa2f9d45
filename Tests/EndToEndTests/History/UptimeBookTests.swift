import Aero
import Testing

@testable import pelacak

struct UptimeBookTests {
    private func at(_ seconds: Double) -> Timestamp { Timestamp(seconds: 1_800_000_000 + seconds) }

    @Test("beats join; a sleep of the machine and a clock set back do not")
    func process() {
        var book = UptimeBook()
        for second in 0...20 { book.note(at(Double(second))) }
        for second in 100...110 { book.note(at(Double(second))) }
        for second in 50...55 { book.note(at(Double(second))) }
        #expect(book.take().process == [at(0)..<at(20), at(100)..<at(110), at(50)..<at(55)])
        #expect(book.take().process.isEmpty)
        book.note(at(56))
        #expect(book.take().process == [at(55)..<at(56)])
    }

    @Test("a receiver is up as long as its silences are short, and what could not be written comes again")
    func receivers() {
        var book = UptimeBook()
        for second in [0.0, 200, 450, 900, 1000] { book.note(7, at: at(second)) }
        let taken = book.take()
        #expect(taken.receivers.map(\.during) == [at(0)..<at(450), at(900)..<at(1000)])
        book.putBack(taken)
        book.note(7, at: at(1100))
        #expect(book.take().receivers.map(\.during) == [at(0)..<at(450), at(900)..<at(1000), at(1000)..<at(1100)])
    }
}
