import Aero
import ModeS
import Testing

struct SurfaceMovementTests {
    /// - Source: RTCA DO-260B, table 2-19.
    @Test(arguments: [
        (UInt8(9), 1.0, 1.25), (13, 2, 2.5), (39, 15, 16), (41, 17, 18), (94, 70, 72), (109, 100, 105), (123, 170, 175),
    ])
    func codesStandForTheirIntervals(code: UInt8, lower: Double, upper: Double) {
        #expect(SurfaceMovement(code: code).interval(version: 2) == lower...upper)
    }

    /// - Source: RTCA DO-260A, table 2-17, and DO-260B, table 2-19: the slowest codes differ.
    @Test func slowCodesByVersion() {
        for version in [UInt8(0), 1] {
            #expect(SurfaceMovement(code: 2).interval(version: version) == 0.125...0.25)
            #expect(SurfaceMovement(code: 8).interval(version: version) == 0.875...1)
        }
        #expect(SurfaceMovement(code: 2).interval(version: 2) == 0...0.125)
        #expect(SurfaceMovement(code: 8).interval(version: 2)?.upperBound == 1)
        #expect(SurfaceMovement(code: 2).groundSpeed(version: 2) == 0.0625)
        #expect(SurfaceMovement(code: 124).interval(version: 2) == 175...175)
    }

    @Test(arguments: [UInt8(0), 1, 2]) func intervalsJoinWithoutHoles(version: UInt8) throws {
        var last = try #require(SurfaceMovement(code: 2).interval(version: version))
        for code in UInt8(3)...123 {
            let next = try #require(SurfaceMovement(code: code).interval(version: version))
            #expect(abs(next.lowerBound - last.upperBound) < 1e-9, "code \(code)")
            last = next
        }
        #expect(last.upperBound == 175)
    }

    @Test func noInformationIsNoSpeed() {
        for code in [UInt8(0), 125, 126, 127] { #expect(SurfaceMovement(code: code).groundSpeed(version: 2) == nil) }
        #expect(SurfaceMovement(code: 1).groundSpeed(version: 2) == 0)
        #expect(SurfaceMovement(code: 1).isStopped)
    }
}
