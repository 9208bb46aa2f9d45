import Aero
import Testing

/// Ten thousand clean rows and errors planted among them: all are found, and next to nothing else.
struct PlantedErrorsTests {
    private typealias Facts = IdentityFacts

    /// Linear congruential, so that each run is the same.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ count: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33) % count
        }
        mutating func letters(_ count: Int) -> String {
            String((0..<count).map { _ in Character(UnicodeScalar(UInt8(65 + roll(26)))) })
        }
    }

    /// Blocks and marks written down apart from the program's own table, from rows that anybody can look up: state, first address, free
    /// bits, how a registration looks (`a` a letter, `#` a digit).
    private static let blocks: [(UInt32, UInt32, String)] = [
        (0x8A0000, 15, "PK-aaa"), (0x7C0000, 18, "VH-aaa"), (0x750000, 15, "9M-aaa"), (0x484000, 14, "PH-aaa"),
        (0x4B0000, 12, "HB-aaa"),
        (0x780000, 18, "B-####"), (0x840000, 18, "JA##aa"), (0x880000, 15, "HS-aaa"), (0x896000, 12, "A6-aaa"),
        (0x800000, 17, "VT-aaa"),
        (0x406000, 12, "G-aaaa"), (0x300000, 17, "I-aaaa"), (0x340000, 17, "EC-aaa"), (0x508000, 14, "UR-aaa"),
        (0x710000, 14, "HZ-aa##"),
        (0x4CA000, 12, "EI-aaa"), (0x0D0000, 14, "XA-aaa"), (0x478000, 14, "LN-aaa"), (0x4A8000, 14, "SE-aaa"),
        (0xC80000, 14, "ZK-aaa"),
        (0x7CF800, 8, "A##-###"), (0x3F4000, 12, "##+##"), (0xAE0000, 12, "##-####"), (0x43C000, 10, "ZZ###"),
        (0x480000, 10, "A-###"),
    ]

    private static func clean(seed: UInt64) -> [IdentityFact] {
        var dice = Dice(state: seed)
        var facts: [UInt32: IdentityFact] = [:]
        var seen: Set<String> = []
        while facts.count < 10_000 {
            let bits: UInt32
            let text: String
            switch dice.roll(3) {
            case 0:
                // What follows the rules, from address to registration.
                bits = [0xA00001, 0x140000, 0xC00001, 0x3D04A8][Int(dice.roll(4))] + dice.roll(17_000)
                guard let inferred = Registration.inferred(from: AircraftAddress(icao: bits)) else { continue }
                text = inferred
            default:
                let (first, free, shape) = blocks[Int(dice.roll(UInt32(blocks.count)))]
                bits = first + dice.roll(1 << free)
                text = shape.map { $0 == "a" ? dice.letters(1) : $0 == "#" ? String(dice.roll(10)) : String($0) }
                    .joined()
            }
            guard facts[bits] == nil, seen.insert(text).inserted else { continue }
            facts[bits] = Facts.fact(bits, text)
        }
        return Array(facts.values)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func cleanRowsStayClean(seed: UInt64) {
        let found = Facts.conflicts(Self.clean(seed: seed))
        for conflict in found.prefix(5) { print("false: \(conflict.kind) \(conflict.values)") }
        #expect(found.count <= 100)
    }

    @Test func everyPlantedErrorIsFound() {
        let clean = Self.clean(seed: 4)
        var dice = Dice(state: 5)
        var planted: [(IdentityConflict.Kind, IdentityFact)] = []
        let byRule = clean.filter { $0.object.hasPrefix("RA-") || $0.object.hasPrefix("N") && $0.object.count > 3 }
        for fact in byRule.prefix(100) {
            // Two digits change places, as in RA-64508.
            let digits = fact.object.filter(\.isNumber)
            guard let swapped = Self.swapped(fact.object), !digits.isEmpty else { continue }
            var wrong = fact
            wrong.object = swapped
            wrong.source = 2
            planted.append((.arithmetic, wrong))
        }
        for fact in clean.filter({ $0.object.hasPrefix("VH-") }).prefix(100) {
            var other = fact
            other.object = "VH-" + dice.letters(2) + "9"
            other.source = 2
            planted.append((.sources, other))
        }
        for (number, fact) in clean.filter({ $0.object.hasPrefix("PK-") }).prefix(100).enumerated() {
            planted.append((.twoAddresses, Facts.fact(0x8A7F00 + UInt32(number), fact.object, source: 2)))
        }
        for number in 0..<100 {
            planted.append((.outsideBlock, Facts.fact(0x700100 + UInt32(number), "EC-" + dice.letters(3))))
        }
        for number in 0..<100 {
            let word = number % 2 == 0 ? "\(1 + dice.roll(9)).\(dice.roll(90) + 10)E+\(dice.roll(9) + 4)" : "TACTICAL"
            planted.append((.noRegistration, Facts.fact(0x700900 + UInt32(number), word)))
        }
        let found = Facts.conflicts(clean + planted.map(\.1))
        var missed = 0
        for (kind, fact) in planted where !found.contains(where: { $0.kind == kind && $0.facts.contains(fact) }) {
            missed += 1
            print("missed: \(kind) \(fact.subject) \(fact.object)")
        }
        #expect(planted.count >= 480)
        #expect(missed == 0)
    }

    /// Two neighbouring digits that differ, exchanged.
    private static func swapped(_ text: String) -> String? {
        var letters = Array(text)
        for index in letters.indices.dropLast() where letters[index].isNumber && letters[index + 1].isNumber {
            guard letters[index] != letters[index + 1], letters[index + 1] != "0" || !text.hasPrefix("N") else {
                continue
            }
            letters.swapAt(index, index + 1)
            return String(letters)
        }
        return nil
    }

    @Test("what spreadsheets make of addresses")
    func addressCells() {
        #expect(
            AddressCell("4.41E+11")
                == .exponent(candidates: [AircraftAddress(icao: 0x441E09), AircraftAddress(icao: 0x4410E8)])
        )
        #expect(AddressCell("4000") == .lostZeros(AircraftAddress(icao: 0x004000)))
        #expect(AddressCell("$157716") == .address(AircraftAddress(icao: 0x157716)))
        #expect(AddressCell(" 14FA3A ") == .address(AircraftAddress(icao: 0x14FA3A)))
        #expect(AddressCell("0x14fa3a") == .address(AircraftAddress(icao: 0x14FA3A)))
        #expect(AddressCell("") == .blank)
        #expect(AddressCell("somebody") == .other(count: 8))
        #expect(AddressCell("9.99E+99999999999") == .other(count: 17))
        #expect(
            AddressCell("1.5E+3")
                == .exponent(
                    candidates: [
                        AircraftAddress(icao: 0x15E002), AircraftAddress(icao: 0x150E01),
                        AircraftAddress(icao: 0x1500E0),
                    ].filter { $0.bits != 0 }
                )
        )
    }
}
