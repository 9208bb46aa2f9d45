import Aero
import Feeds
import Foundation
import Testing

@testable import pelacak

struct FeederSpecificationTests {
    private static let key = "01234567-89ab-cdef-0123-456789abcdef"

    @Test func aFeederHasNameKeyPlaceAndRate() throws {
        let feeder = try FeederSpecification("Kebun%20Jeruk?key=\(Self.key)&at=-6.2,106.8,20&rate=5000")
        #expect(feeder.name == "Kebun Jeruk")
        #expect(feeder.key.matches(try FeederKey.stated(Self.key)))
        #expect(feeder.place?.height == 20 && feeder.rate == 5_000)
    }

    @Test(arguments: [
        ("roof", "has no key"), ("?key=\(key)", "has a name"), ("roof?key=short", "32 hexadecimal digits"),
        ("roof?kee=\(key)", "has no key"), ("roof?key=\(key)&ratee=5", "did you mean \"rate\"?"),
        ("roof?key=\(key)&rate=0", "frames a second"), ("roof?key=\(key)&at=91,0", "is no place"),
        ("roof?key=\(key)&89ab-secret", "has no value"),
    ])
    func mistakesAreNamedWithoutTheKey(text: String, says: String) {
        do {
            _ = try FeederSpecification(text)
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.contains(says), "\(error)")
            #expect(!error.description.contains("89ab"))
        }
    }

    @Test func namesAndKeysAreToldApart() throws {
        let other = "11234567-89ab-cdef-0123-456789abcdef"
        let one = try FeederSpecification("a?key=\(Self.key)")
        #expect(throws: Never.self) { try FeederSpecification.check([one, try FeederSpecification("b?key=\(other)")]) }
        #expect(throws: UsageError.self) {
            try FeederSpecification.check([one, try FeederSpecification("a?key=\(other)")])
        }
        #expect(throws: UsageError.self) {
            try FeederSpecification.check([one, try FeederSpecification("b?key=\(Self.key.uppercased())")])
        }
    }

    @Test func theConfigurationFileIsThePlaceForKeys() throws {
        let text = "feeder:\n  - roof?key=\(Self.key)\nsource:\n  - beast+listen://127.0.0.1:30004?feeders=registered\n"
        let content = try ConfigurationFile.parse(text, name: "x")
        #expect(content.feeder == ["roof?key=\(Self.key)"])
        var flags = ServeSettings.Flags()
        flags.data = "/nonexistent"
        let settings = try ServeSettings(flags: flags, environment: ["PELACAK_FEEDER": "roof?key=\(Self.key)"])
        #expect(settings.feeders.map(\.name) == ["roof"] && settings.notes.isEmpty)
        flags.feeder = ["club?key=\(Self.key)"]
        let flagged = try ServeSettings(flags: flags, environment: [:])
        #expect(flagged.feeders.map(\.name) == ["club"])
        #expect(!flagged.notes.contains { $0.contains("89ab") })
    }

    @Test(arguments: [
        ("beast+listen://h:1?key=\(key)&rate=40000", "beast+listen://h:1?rate=40000"),
        ("jsonl+listen://h:1?feeders=registered", "jsonl+listen://h:1?feeders=registered"),
        ("avr+listen://h:1?key=correct-horse-battery", "avr+listen://h:1"),
        ("beast+tcp://h:1?key=\(key)", "beast+tcp://h:1"),
    ])
    func keysOfSourcesAreKeptAndNeverShown(text: String, shown: String) throws {
        let specification = try SourceSpecification(text)
        #expect(specification.text.contains("key=") == text.contains("key="))
        #expect(try SourceSpecification(specification.text) == specification)
        #expect(specification.publicText == shown)
    }

    @Test(arguments: [
        ("beast+listen://h:1?feeders=registred", "did you mean \"registered\"?"),
        ("beast+listen://h:1?key=correct-horse-battery", "32 hexadecimal digits"),
        ("beast+listen://h:1?key=\(key)&feeders=registered", "cannot both stand"),
        ("beast+tcp://h:1?feeders=registered", "takes no option"), ("beast+listen://h:1?rate=x", "frames a second"),
    ])
    func mistakesOfListenersAreNamed(text: String, says: String) {
        do {
            _ = try SourceSpecification(text)
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.contains(says), "\(error)")
            #expect(!error.description.contains("89ab") && !error.description.contains("horse"))
        }
    }
}
