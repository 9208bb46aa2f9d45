import TestSupport
import Testing

@testable import Bundles

struct WorldOutlineTests {
    private func error(_ text: String) -> WorldOutlineError? {
        do throws(WorldOutlineError) {
            _ = try WorldOutline(reading: Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test("lines come with their kind, places and the box around them; what begins with # is for people")
    func lines() throws {
        let world = try WorldOutline(
            reading: Array("pelacak-outline\t1\n# x\ncoast\t250 -500 125 250\n#\nborder\t0 0 -1 1\n".utf8)
        )
        #expect(world.lines.map(\.kind) == [.coast, .border])
        #expect(
            world.lines[0].points
                == [ChartPoint(longitude: 1, latitude: -2), ChartPoint(longitude: 1.5, latitude: -1)]
        )
        #expect(world.lines[0].box == ChartBox(west: 1, south: -2, east: 1.5, north: -1))
        #expect(world.lines[1].points[1] == ChartPoint(longitude: -0.004, latitude: 0.004))
        #expect(try WorldOutline(reading: Array("pelacak-outline\t1\n".utf8)).lines.isEmpty)
    }

    @Test("what is no outline is refused, and it is said what of it is wrong")
    func refused() {
        for text in [
            "", "\n", "pelacak-outline 1\n", "pelacak-places\t1\n", "pelacak-outline\t\n", "pelacak-outline\t0\n",
        ] {
            #expect(error(text) == .noOutline, "\(text)")
        }
        #expect(error("pelacak-outline\t2\n") == .newerFormat(2))
        #expect(error("pelacak-outline\t1") == .cutOff)
        #expect(error("pelacak-outline\t1\ncoast\t1 2 3 4") == .cutOff)
        for line in [
            "", "coast", "coast\t", "sea\t1 2 3 4", "Coast\t1 2 3 4", "coast 1 2 3 4", "coast\t1 2", "coast\t1 2 3",
            "coast\t1 2 3 4 5", "coast\t1  2 3 4", " coast\t1 2 3 4", "coast\t1 2 3 4 ", "coast\t1 2 3 x",
            "coast\t1 2 3 +4",
            "coast\t1 2 3 --4", "coast\t1 2 3 -", "coast\t1 2 3 4.0", "coast\t1 2 3 1e2", "coast\t1 2 3 0000001",
            "coast\t45001 0 0 0", "coast\t0 22501 0 0", "coast\t-45000 0 -1 0", "coast\t0 0 0 -22501",
            "coast\t999999 0 0 0", "coast\t9223372036854775807 0 1 0", "coast\t1 2 3 4\r", "coast\t１ 2 3 4",
            "coast\t" + Array(repeating: "1 0", count: 1_001).joined(separator: " "),
        ] {
            #expect(error("pelacak-outline\t1\n# ok\n\(line)\n") == .badLine(3), "\(line)")
        }
        let longest = "coast\t" + Array(repeating: "1 0", count: 1_000).joined(separator: " ")
        #expect(error("pelacak-outline\t1\n\(longest)\n") == nil)
    }

    @Test("more points than a world has and a file that is too large are refused before they are kept")
    func bounds() {
        let line = "coast\t" + Array(repeating: "0 0", count: 1_000).joined(separator: " ") + "\n"
        #expect(error("pelacak-outline\t1\n" + String(repeating: line, count: 501)) == .tooManyPoints)
        let large = Array(repeating: UInt8(ascii: "#"), count: WorldOutline.largest + 1)
        #expect(throws: WorldOutlineError.tooLarge(bytes: large.count)) { try WorldOutline(reading: large) }
    }

    @Test("bytes changed anywhere never trap, and what is read of them lies on the globe")
    func hostile() throws {
        let bytes = MadeOutline.bytes(MadeOutline.asia)
        var chance = SeededGenerator(seed: 7)
        var read = 0
        for _ in 0..<5_000 {
            var changed = bytes
            for _ in 0...(chance.next() % 3) {
                changed[Int(chance.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: chance.next())
            }
            guard let world = try? WorldOutline(reading: changed) else { continue }
            read += 1
            for point in world.lines.flatMap(\.points) {
                #expect((-180...180).contains(point.longitude) && (-90...90).contains(point.latitude))
            }
        }
        #expect(read > 100)
    }
}
