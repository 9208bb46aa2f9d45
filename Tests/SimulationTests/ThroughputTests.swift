import Aero
import ModeS
import Simulation
import Testing

struct ThroughputTests {
    @Test func tenThousandAircraftStayWithinTheRate() {
        var sky = SyntheticSky(scene: .traffic(aircraft: 10_000), seed: 1)
        var frames: [ReceivedFrame] = []
        frames.reserveCapacity(40_000)
        var count = 0
        let clock = ContinuousClock()
        let seconds = 20.0
        let spent = clock.measure {
            for step in stride(from: 0.1, through: seconds, by: 0.1) {
                frames.removeAll(keepingCapacity: true)
                sky.advance(to: sky.start.advanced(bySeconds: step), into: &frames)
                count += frames.count
            }
        }
        let took = Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
        print(
            "traffic, 10,000 aircraft: \(Int(Double(count) / seconds)) frames a second; \(Int(Double(count) / took)) made a second of the wall"
        )
        #expect(Double(count) / seconds < 30_000)
        #expect(Double(count) / seconds > 15_000)
    }

    @Test func nothingGoesBeyondTheLimitsOfItsKind() {
        var sky = SyntheticSky(scene: .traffic(aircraft: 400), seed: 6)
        sky.recordsTruth = true
        var frames: [ReceivedFrame] = []
        sky.advance(to: sky.start.advanced(bySeconds: 7_200), into: &frames)
        var before: [AircraftAddress: TruthRecord] = [:]
        var fastest = 0.0
        var steepest = 0.0
        var highest = 0.0
        for one in sky.takeTruth() {
            if let last = before[one.address] {
                let seconds = one.time.seconds(since: last.time)
                fastest = max(fastest, Geodesy.distance(last.position, one.position).rawValue / seconds)
                steepest = max(steepest, abs(one.altitude.rawValue - last.altitude.rawValue) / seconds * 60)
            }
            highest = max(highest, one.altitude.rawValue)
            before[one.address] = one
        }
        #expect(before.count == 400)
        #expect(fastest < Knots(520).metresPerSecond)
        #expect(steepest < 4_000)
        #expect(highest <= 45_000 && highest > 37_000)
    }
}
