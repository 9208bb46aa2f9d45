import Aero
import Foundation
import Testing

@testable import AttackSupport
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

    private static func window(_ range: Metres) -> AttackWorld.Protection {
        let (floor, kilometres) = (PlaceProtection.floor.rawValue, range.rawValue / 1000)
        return AttackWorld.Protection(
            name: "floor \(Int(floor)) ft and range \(Int(kilometres)) km",
            range: kilometres,
            floor: floor
        )
    }

    private static let none = AttackWorld.Protection(name: "exact tracks, place hidden or blurred (with any delay)")
    private static let several = window(PlaceProtection.severalRange)
    private static let single = window(PlaceProtection.singleRange)

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

    @Test(
        "what is shown by default keeps three and more receivers; what is offered to one keeps it",
        arguments: [1, 3]
    )
    func keeps(count: Int) {
        let kept = misses(
            count == 1 ? Self.single : Self.several,
            receivers: { count + $0 % 3 * (count / 3) },
            isShaded: true,
            trials: 40,
            flights: 120,
            count == 1 ? Attack.allCases : [.middle, .outline, .lowest, .horizon, .gaps]
        )
        // Of 40 trials one in 36 fails by the draw of the offset alone; the gate of 95 % is the long form's.
        for one in kept { #expect(one.share >= 0.875, "\(one.attack) with \(count) receivers: \(one.share)") }
    }

    @Test("the default does not keep one receiver, as the page says")
    func words() {
        let found = misses(Self.several, receivers: { _ in 1 }, isShaded: false, trials: 12, flights: 150, [.loss])
        #expect(found[0].share <= 0.5)
    }

    @Test(
        "long form: every attack against every protection",
        .enabled(if: isLong, "measures only with PELACAK_MEASURE")
    )
    func measured() {
        let protections = [
            Self.none, AttackWorld.Protection(name: "floor 10,000 ft", floor: 10_000),
            AttackWorld.Protection(name: "range 200 km", range: 200), Self.several, Self.single,
        ]
        print("| receivers | hills | protection | " + Attack.allCases.map(\.rawValue).joined(separator: " | ") + " |")
        for (name, receivers) in [("1", { (_: Int) in 1 }), ("3 to 5", { (trial: Int) in 3 + trial % 3 })] {
            for isShaded in [false, true] {
                for protection in protections {
                    let shares = misses(
                        protection,
                        receivers: receivers,
                        isShaded: isShaded,
                        trials: 200,
                        flights: 300,
                        Attack.allCases
                    )
                    let cells = shares.map { String(format: "%.1f", $0.share * 100) }.joined(separator: " | ")
                    print("| \(name) | \(isShaded ? "some" : "none") | \(protection.name) | \(cells) |")
                    // What the about page says of each: kept is 95 of 100.
                    let isKept =
                        protection.name == Self.single.name || name != "1" && protection.name == Self.several.name
                    let least = shares.map(\.share).min() ?? 0
                    #expect(isKept == (least >= 0.95), "\(name) receivers, \(protection.name): \(least)")
                }
            }
        }
    }
}
