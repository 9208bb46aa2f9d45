import Testing

@testable import Site
@testable import Tracking

struct LegMarksTests {
    /// `g` on the ground, `a` in the air; upper case after a silence.
    private func marks(_ text: String) throws -> [Int] {
        var legs = LegMarks()
        var found: [Int] = []
        for (index, letter) in text.enumerated() {
            var flags: TrailPoint.Flags = letter.lowercased() == "g" ? [.onGround] : []
            if letter.isUppercase { flags.insert(.afterGap) }
            let fix = try #require(Paths.fix(1, 1, at: Double(index)))
            if legs.startsLeg(at: TrailPoint(time: fix.time, position: fix.position, flags: flags)) {
                found.append(index)
            }
        }
        return found
    }

    @Test(
        "a leg begins after a silence on the ground, else with the take-off; the first one is not marked",
        arguments: [
            ("gggaaagggaaa", [9]), ("aaagggGggaaa", [6]), ("gaaaggGgGgaa", [6]), ("aaaAaaa", []), ("gggGgaaa", []),
            ("aaaGgaaa", [3]), ("aagAaa", [3]), ("", []), ("agaga", [2, 4]),
        ]
    )
    func legs(path: String, begin: [Int]) throws { #expect(try marks(path) == begin) }
}
