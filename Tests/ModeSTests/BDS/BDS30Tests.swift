import Aero
import ModeS
import TestSupport
import Testing

struct BDS30Tests {
    private let descend = BDS30.Advisory(
        isCorrective: true,
        isDownward: true,
        isIncreasedRate: false,
        isReversal: false,
        isCrossing: false,
        isPositive: true
    )

    @Test func oneThreatAndSeveralAreReadDifferently() throws {
        let bits: UInt64 = 0x30 << 48 | 0b10_1010 << 41
        // Bit 9 is 0: without several threats there is no advisory, with them the same bits mean above and below.
        #expect(try #require(BDS30(mb: Field56(rawValue: bits))).action == .none)
        let multiple = try #require(BDS30(mb: Field56(rawValue: bits | 1 << 28)))
        let expected = BDS30.MultipleAdvisory(
            correctsUpward: true,
            requiresClimb: false,
            correctsDownward: true,
            requiresDescent: false,
            isCrossing: true,
            isReversal: false
        )
        #expect(multiple.action == .multiple(expected) && multiple.hasMultipleThreats)
        let single = try #require(BDS30(mb: Field56(rawValue: bits | 1 << 47)))
        guard case .single(let advisory) = single.action else {
            Issue.record("bit 9 is set")
            return
        }
        #expect(advisory.isCorrective && !advisory.isDownward && advisory.isIncreasedRate && advisory.isCrossing)
    }

    @Test func theMessageOfTypeCode28IsTheSameFromBitNine() throws {
        let register = CommBEncoding.resolutionAdvisory(
            .single(descend),
            threat: .address(AircraftAddress(icao: 0x4CA123))
        )
        let squitter = Field56(rawValue: register.rawValue & 0xFFFF_FFFF_FFFF | 0xE2 << 48)
        let read = try #require(BDS30(afterTypeCode: squitter))
        #expect(read == BDS30(mb: register) && read.threat == .address(AircraftAddress(icao: 0x4CA123)))
        #expect(RegisterSet.candidates(for: squitter).contains(.bds61))
        #expect(BDS30(afterTypeCode: Field56(rawValue: squitter.rawValue | 3 << 26)) == nil)
    }

    @Test func rangeAndBearingOfAThreatHaveTheirLimits() throws {
        func threat(range: UInt64, bearing: UInt64) -> BDS30.Threat? {
            BDS30(mb: Field56(rawValue: 0x30 << 48 | 2 << 26 | range << 6 | bearing))?.threat
        }
        #expect(threat(range: 0, bearing: 0) == .place(altitude: nil, range: nil, bearing: nil))
        #expect(threat(range: 1, bearing: 1) == .place(altitude: nil, range: 0, bearing: 3))
        #expect(threat(range: 127, bearing: 60) == .place(altitude: nil, range: 12.6, bearing: 357))
        #expect(threat(range: 127, bearing: 61) == .place(altitude: nil, range: 12.6, bearing: nil))
    }

    @Test func bitsWithoutMeaningSpeakAgainstIt() throws {
        let clean = CommBEncoding.resolutionAdvisory(.single(descend))
        #expect(try #require(BDS30(mb: clean)).contradiction(at: nil) == 0)
        let identity = try #require(BDS30(mb: Field56(rawValue: clean.rawValue | 0x100)))
        #expect(identity.contradiction(at: nil) >= 3)
        let detail = try #require(BDS30(mb: Field56(rawValue: 0x30 << 48 | 1 << 46)))
        #expect(detail.contradiction(at: nil) >= 3)
    }

    @Test func advisoriesComeBackAsTheyWereMade() throws {
        var random = SeededGenerator(seed: 33)
        func bit() -> Bool { Bool.random(using: &random) }
        for _ in 0..<2000 {
            let action: BDS30.Action =
                bit()
                ? .single(
                    BDS30.Advisory(
                        isCorrective: bit(),
                        isDownward: bit(),
                        isIncreasedRate: bit(),
                        isReversal: bit(),
                        isCrossing: bit(),
                        isPositive: bit()
                    )
                )
                : .multiple(
                    BDS30.MultipleAdvisory(
                        correctsUpward: bit(),
                        requiresClimb: bit(),
                        correctsDownward: bit(),
                        requiresDescent: bit(),
                        isCrossing: bit(),
                        isReversal: bit()
                    )
                )
            let threat: BDS30.Threat =
                switch Int.random(in: 0..<3, using: &random) {
                case 0: .unknown
                case 1: .address(AircraftAddress(icao: UInt32.random(in: 0...0xFF_FFFF, using: &random)))
                default:
                    .place(
                        altitude: Feet(100 * Int.random(in: -12...500, using: &random)),
                        range: NauticalMiles(Double(Int.random(in: 0...126, using: &random)) / 10),
                        bearing: Degrees(6 * Int.random(in: 0..<60, using: &random) + 3)
                    )
                }
            let complements = BDS30.Complements(rawValue: UInt8.random(in: 0...15, using: &random))
            let mb = CommBEncoding.resolutionAdvisory(
                action,
                complements: complements,
                isTerminated: bit(),
                hasMultipleThreats: bit(),
                threat: threat
            )
            let read = try #require(BDS30(mb: mb))
            #expect(read.action == action && read.threat == threat && read.complements == complements)
            #expect(RegisterSet.candidates(for: mb).contains(.bds30))
        }
    }
}
