import Aero
import ModeS
import TestSupport
import Testing

/// What the encoders write, the decoders read, over random values of every field.
struct RoundTripTests {
    @Test func operationalStatus() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<5_000 {
            var sent = OperationalStatusEncoding(
                version: UInt8.random(in: 0...2, using: &random),
                onGround: random.next() & 1 == 1
            )
            sent.randomise(&random)
            guard case .operationalStatus(let read) = ADSBContent(sent.field) else {
                Issue.record("no status")
                return
            }
            let (isV1, isV2) = (sent.version == 1, sent.version == 2)
            let (isLater, ground) = (isV1 || isV2, sent.onGround)
            #expect(read.version == sent.version && read.isSurface == ground)
            #expect(read.nacP == (isLater ? sent.nacP : nil) && read.sil == (isLater ? sent.sil : nil))
            #expect(read.nicSupplementA == (isLater ? sent.nicA : nil))
            #expect(read.nicSupplementC == (isV2 && ground ? sent.nicC : nil))
            #expect(read.nacV == (isV2 && ground ? sent.nacV : nil))
            #expect(read.gva == (isV2 && !ground ? sent.gva : nil) && read.sda == (isV2 ? sent.sda : nil))
            #expect(read.silSupplement == (isV2 ? sent.silPerSample : nil))
            #expect(read.nicBaro == (isLater && !ground ? sent.bit53 : nil))
            #expect(read.isSurfaceDirectionHeading == (isLater && ground ? sent.bit53 : nil))
            #expect(read.isHeadingMagnetic == (isLater ? sent.headingIsMagnetic : nil))
            #expect(read.isTCASOperational == (ground ? nil : sent.hasTCAS))
            #expect(read.hasTrafficDisplay == (isV1 || (!isV2 && !ground) ? sent.hasTrafficDisplay : nil))
            #expect(read.receives1090 == (isV2 ? sent.receives1090 : nil))
            #expect(read.receivesUAT == (isV2 ? sent.receivesUAT : nil))
            #expect(read.sendsAirVelocity == (isLater && !ground ? sent.sendsAirVelocity : nil))
            #expect(read.sendsTargetState == (isLater && !ground ? sent.sendsTargetState : nil))
            #expect(read.trajectoryChangeReports == (isLater && !ground ? sent.trajectoryChangeReports : nil))
            #expect(read.isOffsetApplied == (isV1 && ground ? sent.offsetApplied : nil))
            #expect(read.isLowPower == (isLater && ground ? sent.lowPower : nil))
            #expect(read.isAdvisoryActive == (isLater ? sent.advisoryActive : nil))
            #expect(read.isIdent == (isLater ? sent.identActive : nil))
            #expect(read.receivesATCServices == (isV1 ? sent.receivesATCServices : nil))
            #expect(read.hasSingleAntenna == (isV2 ? sent.singleAntenna : nil))
            #expect(read.antennaOffset == (isV2 && ground ? sent.antennaOffset : nil))
            #expect(read.size == (isLater && ground ? AircraftSize(code: sent.sizeCode, version: sent.version) : nil))
        }
    }

    @Test func targetStateOfVersion1() throws {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<2_000 {
            var sent = TargetStateVersion1Encoding()
            sent.verticalSource = .init(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .none
            sent.horizontalSource = .init(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .none
            sent.verticalMode = .init(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .unknown
            sent.horizontalMode = .init(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .unknown
            sent.altitude = Feet(Int.random(in: -10...1_000, using: &random) * 100)
            sent.direction = Degrees(Int.random(in: 0..<360, using: &random))
            sent.isDirectionTrack = random.next() & 1 == 1
            sent.isAltitudeAboveSeaLevel = random.next() & 1 == 1
            sent.altitudeCapability = UInt8.random(in: 0...2, using: &random)
            sent.hasTCAS = random.next() & 1 == 1
            sent.advisoryActive = random.next() & 1 == 1
            sent.nacP = UInt8.random(in: 0...11, using: &random)
            sent.sil = UInt8.random(in: 0...3, using: &random)
            sent.nicBaro = random.next() & 1 == 1
            sent.emergency = EmergencyState.allCases.randomElement(using: &random) ?? .none
            guard case .targetState(let read) = ADSBContent(sent.field) else {
                Issue.record("no target state")
                return
            }
            let target = try #require(read.target)
            #expect(target.verticalSource == sent.verticalSource && target.horizontalSource == sent.horizontalSource)
            #expect(target.verticalMode == sent.verticalMode && target.horizontalMode == sent.horizontalMode)
            #expect(target.altitude == (sent.verticalSource == .none ? nil : sent.altitude))
            #expect(target.direction == (sent.horizontalSource == .none ? nil : sent.direction))
            #expect(target.isDirectionTrack == sent.isDirectionTrack)
            #expect(target.isAltitudeAboveSeaLevel == sent.isAltitudeAboveSeaLevel)
            #expect(target.altitudeCapability == sent.altitudeCapability)
            #expect(read.isTCASOperational == sent.hasTCAS && read.isAdvisoryActive == sent.advisoryActive)
            #expect(read.nacP == sent.nacP && read.sil == sent.sil && read.nicBaro == sent.nicBaro)
            #expect(read.emergency == sent.emergency)
            #expect(read.selectedAltitude == nil && read.modes == nil && read.silSupplement == nil)
        }
    }

    @Test func coarsePositions() throws {
        var random = SeededGenerator(seed: 23)
        for _ in 0..<2_000 {
            let place = try #require(
                Position(
                    latitude: Double.random(in: -80...80, using: &random),
                    longitude: Double.random(in: -180...180, using: &random)
                )
            )
            let speed = Knots(Double.random(in: 0..<1_968, using: &random))
            let track = Degrees(Double(Int.random(in: 0..<32, using: &random)) * 11.25)
            let altitude = Feet(Int.random(in: -40...2_000, using: &random) * 25)
            let isOdd = random.next() & 1 == 1
            let field = SquitterEncoding.coarsePosition(
                serviceVolume: 7,
                altitude: altitude,
                track: track,
                speed: speed,
                position: .airborne(place, odd: isOdd)
            )
            let frame = FrameEncoding.nonTransponder(address: AircraftAddress(icao: 1), control: 3, field: field)
            guard case .coarsePosition(let read) = try Message(frame).squitter?.content else {
                Issue.record("no coarse position")
                return
            }
            #expect(read.altitude.altitude == altitude && read.track == track && read.serviceVolume == 7)
            #expect(read.groundSpeedKnots?.contains(speed.rawValue) == true)
            let found = try #require(CompactPosition.position(of: read.cpr, near: place, kind: .airborne))
            // One step of twelve bits is a 4,096th of a zone: 163 m from south to north.
            #expect(abs(found.latitude - place.latitude) < 6.2 / 4_096)
        }
    }

    @Test func codesAlone() throws {
        for code in UInt16(1)...0o7777 {
            let squawk = Squawk(rawValue: code)
            guard case .status(let status) = ADSBContent(SquitterEncoding.testSquawk(squawk)),
                case .status(let emergency) = ADSBContent(SquitterEncoding.emergencyStatus(state: 1, squawk: squawk))
            else {
                Issue.record("no status")
                return
            }
            #expect(status.squawk == squawk && status.emergency == nil)
            #expect(emergency.squawk == squawk && emergency.emergency == .general)
        }
    }

    @Test func longMessageSegments() throws {
        let frame = FrameEncoding.extendedLength(
            address: AircraftAddress(icao: 0x4840D6),
            isAcknowledgement: true,
            number: 11,
            high: 0xABCD,
            low: 0x0123_4567_89AB_CDEF
        )
        let message = try Message(frame)
        guard case .extendedLength(let segment) = message.content else {
            Issue.record("no segment")
            return
        }
        #expect(message.address == AircraftAddress(icao: 0x4840D6))
        #expect(segment.isAcknowledgement && segment.number == 11)
        #expect(segment.high == 0xABCD && segment.low == 0x0123_4567_89AB_CDEF)
    }
}

extension OperationalStatusEncoding {
    fileprivate mutating func randomise(_ random: inout SeededGenerator) {
        let bits = random.next()
        func bit(_ number: UInt64) -> Bool { bits >> number & 1 == 1 }
        (hasTCAS, receives1090, nicA, nicC, bit53) = (bit(0), bit(1), bit(2), bit(3), bit(4))
        (headingIsMagnetic, silPerSample, identActive, singleAntenna) = (bit(5), bit(6), bit(7), bit(8))
        (hasTrafficDisplay, receivesUAT, sendsAirVelocity, sendsTargetState) = (bit(9), bit(10), bit(11), bit(12))
        (offsetApplied, lowPower, advisoryActive, receivesATCServices) = (bit(13), bit(14), bit(15), bit(16))
        sda = UInt8(bits >> 20 & 3)
        gva = UInt8(bits >> 22 & 3)
        sil = UInt8(bits >> 24 & 3)
        trajectoryChangeReports = UInt8(bits >> 26 & 3)
        nacP = UInt8(bits >> 28 & 15)
        nacV = UInt8(bits >> 32 & 7)
        sizeCode = UInt8(bits >> 36 & 15)
        antennaOffset = AntennaOffset(rawValue: UInt8(bits >> 40 & 255))
    }
}
