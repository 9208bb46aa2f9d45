import Aero
import Feeds
import Testing

@testable import pelacak

struct SinkSpecificationTests {
    @Test(arguments: [
        "beast+listen://127.0.0.1:30005", "avr+tcp://h:30001", "sbs+listen://0.0.0.0:30003?interval=0.5",
        "jsonl+listen://[::1]:30047?receiver-ids=1&mode-ac=1", "beast+tcp://h:30004?source=roof%20%26%20co",
        "beast+listen://h:1?interval=2&receiver-ids=1&verbatim=1&source=x&mode-ac=1&mlat=1",
    ])
    func whatIsWrittenIsReadAgain(text: String) throws { #expect(try SinkSpecification(text).publicText == text) }

    @Test func portsHaveTheirCustomaryDefaults() throws {
        #expect(try SinkSpecification("beast+listen://h").target == .listen(host: "h", port: 30005))
        #expect(try SinkSpecification("avr+tcp://h").target == .connect(host: "h", port: 30002))
        #expect(try SinkSpecification("sbs+tcp://h").target == .connect(host: "h", port: 30003))
        #expect(try SinkSpecification("jsonl+tcp://h").target == .connect(host: "h", port: 30047))
    }

    @Test func aKeyIsShownToTheOtherSideAndToNobodyElse() throws {
        let key = "01234567-89ab-cdef-0123-456789abcdef"
        let specification = try SinkSpecification("beast+tcp://h:30004?key=\(key)")
        #expect(specification.hello == [0x1A, 0xE4] + Array(key.utf8))
        #expect(!"\(specification) \(specification.publicText)".contains("0123"))
    }

    @Test(arguments: [
        ("beest+listen://h:1", "did you mean \"beast+listen\"?"), ("jsnl+tcp://h:1", "did you mean \"jsonl+tcp\"?"),
        ("beast+listen://h:1?intervall=1", "did you mean \"interval\"?"), ("beast+listen://h:99999", "no port between"),
        ("beast+listen://h:1?interval=-1", "0 (everything) to 3600"),
        ("avr+listen://h:1?receiver-ids=1", "only beast and jsonl"),
        ("sbs+listen://h:1?verbatim=1", "only beast and avr"), ("sbs+listen://h:1?mode-ac=1", "no place"),
        ("avr+listen://h:1?mlat=1", "cannot mark"), ("beast+listen://h:1?mlat=yes", "write 1 or 0"),
        ("beast+listen://h:1?key=01234567-89ab-cdef-0123-456789abcdef", "readers show none"),
        ("beast+tcp://h:1?key=correct-horse-battery", "32 hexadecimal digits"), ("hello", "is no output"),
    ])
    func mistakesAreNamed(text: String, says: String) {
        do {
            _ = try SinkSpecification(text)
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.contains(says), "\(error)")
            #expect(!error.description.contains("89ab") && !error.description.contains("horse"))
        }
    }
}
