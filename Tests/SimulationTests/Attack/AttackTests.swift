import Aero
import Foundation
import Testing

@testable import Simulation

/// Gate P10 a: finding the receiver from everything public. A short form always; the long one, which the words of docs/discretion.md are
/// measured by, with PELACAK_MEASURE=1.
struct AttackTests {
    /// Kilometres that are promised.
    private static let promised = 5.0
    private static let isLong = ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil

    /// Share of trials in which each attack misses by what is promised.
    private func misses(
        _ protection: AttackWorld.Protection,
        receivers: (Int) -> Int,
        isShaded: Bool,
        trials: Int,
        flights: Int,
        _ attacks: [Attack]
    ) -> [(attack: Attack, share: Double)] {
        var counts = [Int](repeating: 0, count: attacks.count)
        for trial in 0..<trials {
            let world = AttackWorld(
                seed: UInt64(trial) * 7919 + 1,
                receivers: receivers(trial),
                flights: flights,
                isShaded: isShaded
            )
            let told = world.told(protection)
            for (place, attack) in attacks.enumerated()
            where world.miss(attack.guess(told, shown: world.shown)) >= Self.promised { counts[place] += 1 }
        }
        return zip(attacks, counts).map { ($0, Double($1) / Double(trials)) }
    }

    private static let none = AttackWorld.Protection(name: "exact tracks, place hidden or blurred (with any delay)")
    private static let window = AttackWorld.Protection(
        name: "floor 10,000 ft and range 150 km",
        range: 150,
        floor: 10_000
    )

    @Test("whole tracks give one receiver away: the harness finds what can be found")
    func finds() {
        let found = misses(
            Self.none,
            receivers: { _ in 1 },
            isShaded: false,
            trials: 12,
            flights: 150,
            [.horizon]
        )
        #expect(found[0].share <= 0.25, "an attack that finds nothing would prove nothing")
    }

    @Test("a floor and a range inside of what is heard keep one receiver, and three and more")
    func keeps() {
        let attacks: [Attack] = [.middle, .outline, .lowest, .horizon]
        for count in [1, 3] {
            let kept = misses(
                Self.window,
                receivers: { count + $0 % 3 * (count / 3) },
                isShaded: false,
                trials: 40,
                flights: 120,
                attacks
            )
            // Of 40 trials one in 36 fails by the draw of the offset alone; the gate of 95 % is the long form's.
            for one in kept { #expect(one.share >= 0.85, "\(one.attack) with \(count) receivers: \(one.share)") }
        }
    }

    @Test(
        "long form: every attack against every protection",
        .enabled(if: isLong, "measures only with PELACAK_MEASURE")
    )
    func measured() {
        let protections = [
            Self.none,
            AttackWorld.Protection(name: "floor 10,000 ft", floor: 10_000),
            AttackWorld.Protection(name: "range 150 km", range: 150),
            Self.window,
            AttackWorld.Protection(name: "floor 10,000 ft and range 60 km", range: 60, floor: 10_000),
            AttackWorld.Protection(name: "floor 20,000 ft and range 150 km", range: 150, floor: 20_000),
        ]
        let attacks = Attack.allCases
        print("| receivers | hills | protection | " + attacks.map(\.rawValue).joined(separator: " | ") + " |")
        for (name, receivers) in [("1", { (_: Int) in 1 }), ("3 to 5", { (trial: Int) in 3 + trial % 3 })] {
            for isShaded in [false, true] {
                for protection in protections {
                    let shares = misses(
                        protection,
                        receivers: receivers,
                        isShaded: isShaded,
                        trials: 200,
                        flights: 300,
                        attacks
                    )
                    let cells = shares.map { String(format: "%.1f %%", $0.share * 100) }.joined(separator: " | ")
                    print("| \(name) | \(isShaded ? "some" : "none") | \(protection.name) | \(cells) |")
                }
            }
        }
    }
}
