import Aero
import ModeS
import TestSupport
import Testing

/// Values by chance, encoded and read again: each comes back within half a step, and one that is left out stays out.
struct RegisterRoundTripTests {
    private struct Chance {
        var random: SeededGenerator
        mutating func value(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
        mutating func maybe(_ range: ClosedRange<Double>) -> Double? { flag() ? value(range) : nil }
        mutating func flag() -> Bool { Bool.random(using: &random) }
        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        mutating func word(_ lengths: ClosedRange<Int>) -> String {
            let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
            return String((0..<number(lengths)).map { _ in letters[number(0...35)] })
        }
    }

    private static func near(_ left: Double?, _ right: Double?, step: Double) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return (left - right).magnitude <= step / 2 + 1e-9
    }

    private static func near(direction left: Degrees?, _ right: Double?, step: Double) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        let difference = (left.rawValue - right).magnitude
        return (0..<360).contains(left.rawValue) && min(difference, 360 - difference) <= step / 2 + 1e-9
    }

    @Test func trackAndTurn() throws {
        var chance = Chance(random: SeededGenerator(seed: 40))
        for _ in 0..<3000 {
            let roll = chance.maybe(-59...59), track = chance.maybe(0...359.99), rate = chance.maybe(-15.9...15.9)
            let speed = chance.maybe(100...600), airspeed = chance.maybe(200...500).map { max(0, $0) }
            if let speed, let airspeed, (speed - airspeed).magnitude > 245 { continue }
            let mb = CommBEncoding.trackAndTurn(
                roll: roll.map(Degrees.init(rawValue:)),
                track: track.map(Degrees.init(rawValue:)),
                groundSpeed: speed.map(Knots.init(rawValue:)),
                turnRate: rate,
                trueAirspeed: airspeed.map(Knots.init(rawValue:))
            )
            if mb.isEmpty { continue }
            let read = try #require(BDS50(mb: mb))
            #expect(Self.near(read.roll?.rawValue, roll, step: 45 / 256))
            #expect(Self.near(direction: read.trueTrack, track, step: 90 / 512))
            #expect(Self.near(read.groundSpeed?.rawValue, speed, step: 2))
            #expect(Self.near(read.trackRate, rate, step: 8 / 256))
            #expect(Self.near(read.trueAirspeed?.rawValue, airspeed, step: 2))
            #expect(read.valueCount == [roll, track, speed, rate, airspeed].compactMap { $0 }.count)
        }
    }

    @Test func headingAndSpeedAndTheAirVector() throws {
        var chance = Chance(random: SeededGenerator(seed: 41))
        for _ in 0..<3000 {
            let heading = chance.maybe(0...359.99), mach = chance.value(0.25...0.9)
            let indicated = mach * chance.value(200...640), airspeed = mach * chance.value(560...670)
            let rate = chance.maybe(-6000...6000), inertial = chance.maybe(-6000...6000)
            let mb = CommBEncoding.headingAndSpeed(
                heading: heading.map(Degrees.init(rawValue:)),
                indicatedAirspeed: Knots(indicated),
                mach: mach,
                barometricRate: rate.map(FeetPerMinute.init(rawValue:)),
                inertialRate: inertial.map(FeetPerMinute.init(rawValue:))
            )
            let read = try #require(BDS60(mb: mb))
            #expect(Self.near(direction: read.magneticHeading, heading, step: 90 / 512))
            #expect(Self.near(read.indicatedAirspeed?.rawValue, indicated, step: 1))
            #expect(Self.near(read.mach, mach, step: 0.004))
            #expect(Self.near(read.barometricRate?.rawValue, rate, step: 32))
            #expect(Self.near(read.inertialRate?.rawValue, inertial, step: 32))
            let vector = CommBEncoding.airVector(
                heading: heading.map(Degrees.init(rawValue:)),
                indicatedAirspeed: Knots(indicated),
                mach: mach,
                trueAirspeed: Knots(airspeed),
                verticalRate: rate.map(FeetPerMinute.init(rawValue:))
            )
            let air = try #require(BDS53(mb: vector))
            #expect(Self.near(direction: air.magneticHeading, heading, step: 90 / 512))
            #expect(Self.near(air.indicatedAirspeed?.rawValue, indicated, step: 1))
            #expect(Self.near(air.mach, mach, step: 0.008))
            #expect(Self.near(air.trueAirspeed?.rawValue, airspeed, step: 0.5))
            #expect(Self.near(air.verticalRate?.rawValue, rate, step: 64))
        }
    }

    @Test func selectedVerticalIntention() throws {
        var chance = Chance(random: SeededGenerator(seed: 42))
        for _ in 0..<2000 {
            let panel = chance.maybe(0...59_900), managed = chance.maybe(0...59_900),
                pressure = chance.maybe(851...1099)
            let modes = (chance.flag(), chance.flag(), chance.flag())
            let source = UInt8(chance.number(0...3))
            let mb = CommBEncoding.selectedVerticalIntention(
                panelAltitude: panel.map(Feet.init(rawValue:)),
                managedAltitude: managed.map(Feet.init(rawValue:)),
                pressureSetting: pressure,
                source: source,
                modes: (verticalNavigation: modes.0, altitudeHold: modes.1, approach: modes.2)
            )
            let read = try #require(BDS40(mb: mb))
            #expect(Self.near(read.panelAltitude?.rawValue, panel, step: 16))
            #expect(Self.near(read.managedAltitude?.rawValue, managed, step: 16))
            #expect(Self.near(read.pressureSetting, pressure, step: 0.1))
            #expect(
                read.isVerticalNavigation == modes.0 && read.isAltitudeHold == modes.1 && read.isApproach == modes.2
            )
            #expect(read.altitudeSource?.rawValue == source)
        }
    }

    @Test func weather() throws {
        var chance = Chance(random: SeededGenerator(seed: 43))
        for _ in 0..<2000 {
            let temperature = chance.value(-79...59), pressure = chance.maybe(101...1099),
                humidity = chance.maybe(0...98)
            let direction = chance.value(0...359.9), speed = chance.value(0...249),
                turbulence = UInt8(chance.number(0...3))
            let mb = CommBEncoding.routineAirReport(
                figureOfMerit: 1,
                wind: (direction: Degrees(direction), speed: Knots(speed)),
                temperature: temperature,
                pressure: pressure,
                turbulence: turbulence,
                humidity: humidity
            )
            let read = try #require(BDS44(mb: mb))
            #expect(Self.near(direction: read.windDirection, direction, step: 180 / 256))
            #expect(Self.near(read.windSpeed?.rawValue, speed, step: 1))
            #expect(Self.near(read.temperature, temperature, step: 0.25))
            #expect(Self.near(read.pressure, pressure, step: 1) && Self.near(read.humidity, humidity, step: 100 / 64))
            #expect(read.turbulence == turbulence && read.figureOfMerit == 1)
            let hazards = (0..<5).map { _ in chance.flag() ? UInt8(chance.number(0...3)) : nil }
            let height = chance.maybe(0...65_000)
            let hazard = CommBEncoding.hazardReport(
                hazards: hazards,
                temperature: temperature,
                pressure: pressure,
                radioHeight: height.map(Feet.init(rawValue:))
            )
            let report = try #require(BDS45(mb: hazard))
            #expect(
                [report.turbulence, report.windShear, report.microburst, report.icing, report.wakeVortex] == hazards
            )
            #expect(Self.near(report.temperature, temperature, step: 0.25))
            #expect(Self.near(report.pressure, pressure, step: 1))
            #expect(Self.near(report.radioHeight?.rawValue, height, step: 16))
        }
    }

    @Test func positionsAndWaypoints() throws {
        var chance = Chance(random: SeededGenerator(seed: 44))
        for _ in 0..<2000 {
            let latitude = chance.value(-90...90), longitude = chance.value(-179.99...179.99)
            let position = try #require(Position(latitude: latitude, longitude: longitude))
            let altitude = chance.value(-900...59_000)
            let coarse = try #require(BDS51(mb: CommBEncoding.positionCoarse(position, altitude: Feet(altitude))))
            #expect(Self.near(coarse.latitude, latitude, step: 360 / 1_048_576))
            #expect(Self.near(coarse.longitude, longitude, step: 360 / 1_048_576))
            #expect(Self.near(coarse.pressureAltitude.rawValue, altitude, step: 8) && coarse.position != nil)
            let fineLatitude = chance.value(0...1.4), fineLongitude = chance.value(0...1.4)
            let merit = UInt8(chance.number(0...15))
            let fine = try #require(
                BDS52(
                    mb: CommBEncoding.positionFine(
                        figureOfMerit: merit,
                        latitudeFine: fineLatitude,
                        longitudeFine: fineLongitude,
                        altitude: Feet(altitude)
                    )
                )
            )
            #expect(Self.near(fine.latitudeFine, fineLatitude, step: 90 / 16_777_216))
            #expect(Self.near(fine.longitudeFine, fineLongitude, step: 90 / 16_777_216))
            #expect(Self.near(fine.altitude.rawValue, altitude, step: 8) && fine.figureOfMerit == merit)
            let next = try #require(
                BDS42(mb: CommBEncoding.nextWaypoint(position: position, crossingAltitude: Feet(altitude)))
            )
            #expect(Self.near(next.latitude, latitude, step: 90 / 131_072))
            #expect(Self.near(next.longitude, longitude, step: 90 / 131_072))
            #expect(Self.near(next.crossingAltitude?.rawValue, altitude, step: 8) && next.position != nil)
            let bearing = chance.maybe(0...359.99), minutes = chance.maybe(0...400), distance = chance.maybe(0...6000)
            let way = CommBEncoding.nextWaypoint(
                bearing: bearing.map(Degrees.init(rawValue:)),
                minutesToGo: minutes,
                distance: distance.map(NauticalMiles.init(rawValue:))
            )
            if !way.isEmpty {
                let read = try #require(BDS43(mb: way))
                #expect(Self.near(direction: read.bearing, bearing, step: 360 / 2048))
                #expect(Self.near(read.minutesToGo, minutes, step: 0.1))
                #expect(Self.near(read.distanceToGo?.rawValue, distance, step: 0.1))
            }
        }
    }

    @Test func names() throws {
        var chance = Chance(random: SeededGenerator(seed: 45))
        for _ in 0..<2000 {
            let nine = chance.word(2...9), five = chance.word(2...5), seven = chance.word(2...7)
            #expect(BDS41(mb: CommBEncoding.nextWaypoint(name: nine))?.waypoint == nine)
            let arrival = chance.value(0...59), go = chance.value(0...59), level = chance.number(0...63) * 1000
            let mb = CommBEncoding.waypoint(
                name: five,
                minutesToArrival: arrival,
                estimatedLevel: Feet(level),
                minutesToGo: go
            )
            let waypoint = try #require(BDS55(mb: mb))
            #expect(waypoint.waypoint == five && waypoint.estimatedLevel == Feet(level))
            #expect(Self.near(waypoint.minutesToArrival, arrival, step: 60 / 512))
            #expect(Self.near(waypoint.minutesToGo, go, step: 60 / 512))
            #expect(BDS54(mb: mb) != nil && BDS56(mb: mb) != nil)
            let airline = chance.flag() ? chance.word(2...2) : nil
            let markings = try #require(
                BDS21(mb: CommBEncoding.registrationMarkings(registration: seven, airline: airline))
            )
            #expect(markings.registration == seven && markings.airline == airline)
        }
        #expect(CommBEncoding.registrationMarkings(registration: "PH-BXY").isEmpty)
        #expect(CommBEncoding.nextWaypoint(name: "TOOLONGNAME").isEmpty)
    }

    @Test func capabilities() throws {
        var chance = Chance(random: SeededGenerator(seed: 46))
        let flagBits = [9, 15, 16, 24, 25] + Array(33...38)
        for _ in 0..<1000 {
            let flags = Set(flagBits.filter { _ in chance.flag() })
            let mb = CommBEncoding.dataLinkCapability(
                subnetworkVersion: UInt8(chance.number(0...5)),
                throughput: (up: UInt8(chance.number(0...7)), down: UInt8(chance.number(0...15))),
                flags: flags,
                acasVersion: UInt8(chance.number(0...3)),
                terminalEquipment: UInt16(chance.number(0...65_535))
            )
            let read = try #require(BDS10(mb: mb))
            let again = CommBEncoding.dataLinkCapability(
                subnetworkVersion: read.subnetworkVersion,
                throughput: (up: read.uplinkThroughput, down: read.downlinkThroughput),
                flags: flags,
                acasVersion: read.acasVersion,
                terminalEquipment: read.terminalEquipment
            )
            #expect(again == mb && flags.allSatisfy { mb.bit($0) })
            let served = BDSRegister.allCases.filter { _ in chance.flag() }.map(\.rawValue) + [0x17, 0x20]
            let common = try #require(BDS17(mb: CommBEncoding.commonUsageCapability(served)))
            #expect(Set(common.registerNumbers).isSubset(of: served))
            #expect(common.registers.contains(.bds20))
            let low = CommBEncoding.installedRegisters(CapabilityPart1.self, served)
            let high = CommBEncoding.installedRegisters(CapabilityPart2.self, served)
            #expect(try #require(BDS18(mb: low)).agrees(with: common))
            #expect(Set(try #require(BDS18(mb: low)).registerNumbers) == Set(served.filter { $0 <= 0x38 }))
            if !high.isEmpty {
                #expect(Set(try #require(BDS19(mb: high)).registerNumbers) == Set(served.filter { $0 > 0x38 }))
            }
        }
    }

    @Test func radios() throws {
        var chance = Chance(random: SeededGenerator(seed: 47))
        for _ in 0..<500 {
            let channels = (0..<3).map { _ in chance.flag() ? UInt16(chance.number(1...0x7FFF)) : nil }
            let audio = (0..<4).map { _ in BDS48.Audio(rawValue: UInt8(chance.number(0...3))) ?? .unknown }
            let mb = CommBEncoding.radioChannels(channels, audio: audio)
            guard channels.contains(where: { $0 != nil }) else {
                #expect(BDS48(mb: mb) == nil)
                continue
            }
            let read = try #require(BDS48(mb: mb))
            #expect((1...3).map { read.channelBits(radio: $0) } == channels)
            #expect((1...3).map { read.audio(radio: $0) } + [read.guardAudio] == audio)
            #expect(read.channelBits(radio: 4) == nil && read.audio(radio: 0) == nil)
        }
    }
}
