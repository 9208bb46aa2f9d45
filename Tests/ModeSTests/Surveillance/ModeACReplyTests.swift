import Aero
import Foundation
import ModeS
import Testing

struct ModeACReplyTests {
    /// - Source: digits as receivers hand them on; altitudes, the Gillham points of ICAO Annex 10 Vol IV, appendix to chapter 3.
    @Test(
        "digits, ident and altitude",
        arguments: [
            (UInt16(0x7700), "7700", false, nil), (0x1234, "1234", false, nil), (0x7777, "7777", false, nil),
            (0x7480, "7400", true, nil), (0x0020, "0020", false, Feet(-1_000)), (0x0320, "0320", false, Feet(1_000)),
            (0x5124, "5124", false, Feet(35_000)), (0x0010, "0010", false, nil),
        ]
    )
    func vectors(bits: UInt16, squawk: String, isIdent: Bool, altitude: Feet?) {
        let reply = ModeACReply(rawValue: bits)
        #expect(reply.squawk.description == squawk)
        #expect(reply.isIdent == isIdent)
        if let altitude { #expect(reply.altitude == altitude) }
    }

    @Test func everyCodeGoesThereAndBack() {
        for code in UInt16(0)...0o7777 {
            let squawk = Squawk(rawValue: code)
            let reply = ModeACReply(squawk: squawk)
            #expect(reply.squawk == squawk)
            #expect(reply.hex == squawk.description)
            #expect(ModeACReply(squawk: squawk, isIdent: true).isIdent)
            #expect(ModeACReply(squawk: squawk, isIdent: true).squawk == squawk)
        }
    }

    @Test func exactlyTheLegalCodesAreAltitudes() {
        var altitudes: Set<Int> = []
        for bits in UInt16.min...UInt16.max where bits & 0x8888 == 0 {
            guard let altitude = ModeACReply(rawValue: bits).altitude else { continue }
            #expect(altitudes.insert(altitude.rounded).inserted)
            #expect(bits & 0x0001 == 0, "D1 is no pulse of Mode C")
        }
        #expect(altitudes == Set(stride(from: -1_200, through: 126_700, by: 100)))
    }

    @Test func anIdentIsNoAltitude() {
        #expect(ModeACReply(rawValue: 0x0320).altitude != nil)
        #expect(ModeACReply(rawValue: 0x03A0).altitude == nil)
        #expect(ModeACReply(rawValue: 0).altitude == nil)
    }

    @Test func lineTellsBothReadings() throws {
        let received = ReceivedModeAC(
            reply: ModeACReply(rawValue: 0x0320),
            time: Timestamp(seconds: 12.5),
            level: -20.04
        )
        let line = received.jsonLine(receiver: "roof")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["mode_ac"] as? Bool == true)
        #expect(object["squawk"] as? String == "0320")
        #expect(object["altitude"] as? Double == 1_000)
        #expect(object["ident"] as? Bool == false)
        #expect(object["time"] as? Double == 12.5)
        #expect(object["rssi"] as? Double == -20)
        #expect(object["receiver"] as? String == "roof")
        #expect(object["raw"] as? String == "0320")
    }
}
