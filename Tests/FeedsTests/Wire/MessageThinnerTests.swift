import Aero
import ModeS
import Testing

@testable import Feeds

struct MessageThinnerTests {
    private let address = AircraftAddress(icao: 0x40621D)
    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"

    private func at(_ seconds: Double) -> Timestamp { Timestamp(seconds: 1_700_000_000 + seconds) }

    private func kind(_ hex: String) throws -> MessageKind { MessageKind(try Message(Frame(hex: hex))) }

    @Test func kindsAreToldApart() throws {
        let kinds = Set(
            try [
                even, odd, "8D4840D6202CC371C32CE0576098", "8D485020994409940838175B284F", "5D4840D6F8740F",
                "A0001838CA3E51F0A8000047A36A",
            ].map(kind)
        )
        #expect(kinds.count == 6)
        #expect(try kind(even) == kind(even))
    }

    @Test func oneOfAKindPassesInAnInterval() throws {
        var thinner = MessageThinner(interval: 1)
        let kinds = (try kind(even), try kind(odd))
        #expect(thinner.passes(kinds.0, of: address, at: at(0)) == true)
        #expect(thinner.passes(kinds.0, of: address, at: at(0.5)) == false)
        #expect(thinner.passes(kinds.1, of: address, at: at(0.5)) == true)
        #expect(thinner.passes(kinds.0, of: AircraftAddress(icao: 1), at: at(0.6)) == true)
        #expect(thinner.passes(kinds.0, of: address, at: at(0.999)) == false)
        #expect(thinner.passes(kinds.0, of: address, at: at(1)) == true)
        // A clock that was set back does not silence anybody.
        #expect(thinner.passes(kinds.0, of: address, at: at(-3_600)) == true)
    }

    @Test func aNewSquawkOrEmergencyPassesAtOnce() throws {
        var thinner = MessageThinner(interval: 10)
        let kind = try kind("5D4840D6F8740F")
        func passes(_ squawk: UInt16?, _ emergency: EmergencyState?, _ second: Double) -> Bool {
            let alarm = MessageThinner.Alarm(squawk: squawk.map { Squawk(rawValue: $0) }, emergency: emergency)
            return thinner.passes(kind, of: address, alarm: alarm, at: at(second))
        }
        #expect(passes(0o1000, nil, 0))
        #expect(!passes(0o1000, nil, 1))
        #expect(passes(0o7700, nil, 2))
        #expect(!passes(0o7700, nil, 3))
        #expect(passes(nil, .general, 4))
        #expect(!passes(0o7700, .general, 5))
        #expect(passes(0o7700, EmergencyState.none, 6))
    }

    @Test func memoryIsBounded() throws {
        var thinner = MessageThinner(interval: 60, capacity: 1_000)
        let kind = try kind(even)
        for number in 0..<10_000 {
            _ = thinner.passes(kind, of: AircraftAddress(icao: UInt32(number)), at: at(Double(number) / 1_000))
            #expect(thinner.remembered <= 1_001)
        }
        for second in 1...10 { _ = thinner.passes(kind, of: address, at: at(Double(200 * second))) }
        #expect(thinner.remembered == 1)
    }
}
