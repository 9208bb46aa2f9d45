import ModeS
import Testing

/// The small fields of replies, each code by its table.
struct ReplyFieldTests {
    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.2 and 4.3.7.3.2.3.
    @Test func requestsOfTheAircraft() {
        let commB = (UInt8(0)...31).filter { DownlinkRequest(rawValue: $0).wantsCommB }
        let advisory = (UInt8(0)...31).filter { DownlinkRequest(rawValue: $0).hasResolutionAdvisory }
        let broadcasts = (UInt8(0)...31).map { DownlinkRequest(rawValue: $0).broadcast }
        #expect(commB == [1, 3])
        #expect(advisory == [2, 3, 6, 7])
        #expect(broadcasts[4...7] == [1, 2, 1, 2] && broadcasts.compactMap(\.self).count == 4)
        #expect(DownlinkRequest(rawValue: 15).extendedLengthSegments == nil)
        #expect(DownlinkRequest(rawValue: 16).extendedLengthSegments == 1)
        #expect(DownlinkRequest(rawValue: 31).extendedLengthSegments == 16)
    }

    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.3.
    @Test func identifierAndWhatItIsThatOf() {
        let message = UtilityMessage(rawValue: 0b1011_10)
        #expect(message.interrogatorIdentifier == 11 && message.reservation == .commC)
        #expect(UtilityMessage(rawValue: 0).reservation == .none)
        #expect(UtilityMessage(rawValue: 3).reservation == .commD)
    }

    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.8.2.2.
    @Test func airAirInformation() {
        let kinds = (UInt8(0)...15).map { ReplyInformation(rawValue: $0).collisionAvoidance }
        #expect(kinds[0] == ReplyInformation.CollisionAvoidance.none)
        #expect(kinds[2...4] == [.advisoriesInhibited, .vertical, .verticalAndHorizontal])
        #expect(kinds.compactMap(\.self).count == 4)
        let speeds = (UInt8(0)...15).map { ReplyInformation(rawValue: $0).greatestAirspeedKnots }
        #expect(speeds.compactMap(\.self).count == 6)
        #expect(speeds[9]?.upTo == 75 && speeds[10]?.above == 75 && speeds[13]?.upTo == 1200)
        #expect(speeds[14]?.above == 1200 && speeds[14]?.upTo == nil)
    }

    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.5.2.1.2 and 3.1.2.5.2.1.3.
    @Test func everyRadarHasOneCode() {
        let codes = (UInt8(0)..<80).compactMap(InterrogatorCode.init(rawValue:))
        #expect(codes.count == 80)
        #expect(InterrogatorCode(rawValue: 80) == nil)
        #expect(codes.compactMap(\.interrogatorIdentifier) == Array(0...15))
        #expect(codes.compactMap(\.surveillanceIdentifier) == Array(1...63))
        #expect(codes[16].interrogatorIdentifier == nil && codes[16].surveillanceIdentifier == nil)
    }

    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.5.2.2.1.
    @Test func capabilities() {
        #expect(
            (UInt8(0)...7).map { Capability(rawValue: $0).isLevel2 } == [false, nil, nil, nil, true, true, true, true]
        )
        #expect(
            (UInt8(0)...7).map { Capability(rawValue: $0).isOnGround } == [nil, nil, nil, nil, true, false, nil, nil]
        )
        #expect((UInt8(0)...7).filter { Capability(rawValue: $0).hasRequest } == [7])
    }
}
