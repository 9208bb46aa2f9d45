import Aero
import ModeS
import TestSupport
import Testing

/// Real replies: what is known of them must be among the candidates.
@Suite(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
struct RecordedRegisterTests {
    private struct Reply {
        let address: AircraftAddress
        let mb: Field56
        let altitude: Feet?
    }

    private static func replies(_ path: String, frame: (Substring) -> Substring?) throws -> [Reply] {
        try TestSupport.lines(path).compactMap { line in
            guard let hex = frame(line), let frame = try? Frame(hex: hex), let message = try? Message(frame),
                case .surveillance(let reply) = message.content, let mb = reply.commB
            else { return nil }
            var altitude: Feet?
            if case .altitude(let code) = reply.code { altitude = code.altitude }
            return Reply(address: message.address, mb: mb, altitude: altitude)
        }
    }

    private static func sample() throws -> [Reply] {
        try replies("modes/sample_data_commb_df20.csv") { line in
            let parts = line.split(separator: ",")
            return parts.count >= 3 ? parts[2] : nil
        }
    }

    private static func longFlight() throws -> [Reply] {
        try replies("modes/long_flight_first_half.csv") { line in
            line.split(separator: ",").last?.dropFirst(18)
        }
    }

    /// Every field of the main aircraft that is not empty can be some register: no true reply is refused.
    @Test func noReplyOfTheLongFlightIsRefused() throws {
        let main = try Self.longFlight().filter { $0.address == AircraftAddress(icao: 0x486257) }
        let filled = main.filter { !$0.mb.isEmpty }
        #expect(main.count == 20_631 && filled.count == 20_129)
        #expect(filled.allSatisfy { !RegisterSet.candidates(for: $0.mb).isEmpty })
        let identifications = filled.filter { RegisterSet.candidates(for: $0.mb).contains(.bds20) }
        #expect(identifications.count == 628)
        #expect(Set(identifications.map { BDS20(mb: $0.mb)?.callsign.text }).count == 1)
        // The one reply that is register 1,8 agrees with what the aircraft says of itself in 1,7.
        let common = try #require(filled.lazy.compactMap { BDS17(mb: $0.mb) }.first)
        let installed = filled.filter { RegisterSet.candidates(for: $0.mb) == [.bds18] }
        #expect(installed.count == 2)
        #expect(installed.allSatisfy { BDS18(mb: $0.mb)?.agrees(with: common) == true })
    }

    @Test func registersWithIdentifiersAreCountedInTheSample() throws {
        var count: [BDSRegister: Int] = [:]
        var refused = 0
        for reply in try Self.sample() where !reply.mb.isEmpty {
            let candidates = RegisterSet.candidates(for: reply.mb)
            if candidates.isEmpty { refused += 1 }
            for register in [.bds10, .bds17, .bds20, .bds30] as RegisterSet where candidates.contains(register) {
                count[register, default: 0] += 1
            }
            if candidates.contains(.bds20) { #expect(BDS20(mb: reply.mb)?.callsign.text != nil) }
        }
        #expect(count == [.bds10: 98, .bds17: 88, .bds20: 123])
        #expect(refused == 1)
    }
}
