import Aero
import ModeS
import Testing

struct QualityFiguresTests {
    /// - Source: RTCA DO-260B, 2.2.3.2.7.2.7.
    @Test func accuracyOfPositions() {
        let bounds = (UInt8(0)...15).map { QualityFigures.positionUncertainty(nacP: $0)?.rawValue }
        #expect(
            bounds == [
                nil, 18_520, 7_408, 3_704, 1_852, 926, 555.6, 185.2, 92.6, 30, 10, 3, nil, nil, nil, nil,
            ]
        )
    }

    /// - Source: RTCA DO-260B, 2.2.3.2.6.1.5, 2.2.3.2.7.2.8, 2.2.3.2.7.2.9, 2.2.3.2.7.2.4.6.
    @Test func otherCategories() {
        #expect((UInt8(0)...5).map(QualityFigures.velocityUncertainty) == [nil, 10, 3, 1, 0.3, nil])
        #expect((UInt8(0)...3).map { QualityFigures.heightUncertainty(gva: $0)?.rawValue } == [nil, 150, 45, nil])
        #expect((UInt8(0)...4).map(QualityFigures.integrityRisk) == [nil, 1e-3, 1e-5, 1e-7, nil])
        #expect((UInt8(0)...4).map(QualityFigures.faultProbability) == [nil, 1e-3, 1e-5, 1e-7, nil])
    }

    /// - Source: RTCA DO-260, table 2-11.
    @Test func categoryOfVersion0() {
        #expect((UInt8(5)...8).map(QualityFigures.nucP) == [9, 8, 7, 6])
        #expect((UInt8(9)...18).map(QualityFigures.nucP) == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
        #expect((UInt8(20)...22).map(QualityFigures.nucP) == [9, 8, 0])
        #expect([UInt8(0), 4, 19, 23, 31, 255].allSatisfy { QualityFigures.nucP(typeCode: $0) == 0 })
    }

    @Test func messagesTellTheirFigures() throws {
        let status = try #require(Frame.published("8D4690F9F82300020049B8299A33").operationalStatus)
        #expect(status.positionUncertainty == 30)
        #expect(status.heightUncertainty == 45)
        #expect(status.integrityRisk == 1e-7 && status.silSupplement == false)
        #expect(status.faultProbability == 1e-5)
        #expect(status.velocityUncertaintyMetresPerSecond == nil)
        let surface = try #require(Frame.published("8CA2A7C4F9002202834A38303EAB").operationalStatus)
        #expect(surface.velocityUncertaintyMetresPerSecond == 10)
        #expect(surface.heightUncertainty == nil)
    }
}

extension Frame {
    fileprivate var operationalStatus: OperationalStatus? {
        guard case .operationalStatus(let status) = ADSBContent(field56) else { return nil }
        return status
    }
}
