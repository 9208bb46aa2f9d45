import Aero
import ModeS
import Testing

struct FrameTests {
    @Test(
        "parity of published frames",
        arguments: [
            ("8D406B902015A678D4D220AA4BDA", 0), ("02E197B00179C3", nil), ("8D485020994409940838175B284F", 0),
        ] as [(String, Int?)]
    )
    func parity(hex: String, remainder: Int?) throws {
        let frame = try Frame(hex: hex)
        #expect(frame.hex == hex)
        if let remainder { #expect(frame.remainder == UInt32(remainder)) }
    }

    @Test func markerIsAValidExtendedSquitter() {
        #expect(SimulationMarker.frame.remainder == 0)
        #expect(SimulationMarker.frame.field56.bits(1, 5) == 23)
        #expect(DownlinkFormat(of: SimulationMarker.frame) == .nonTransponder)
    }
}
