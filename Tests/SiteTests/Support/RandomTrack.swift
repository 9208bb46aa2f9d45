import Aero
import ModeS

@testable import Tracking

/// Tracks of which each value may be known or not, young or old, and of any source.
enum RandomTrack {
    static func track(_ address: UInt32, _ random: inout SplitMix) -> Track {
        let isOther = random.below(6) == 0
        var track = Track(
            address: isOther ? AircraftAddress(other: address) : AircraftAddress(icao: address),
            time: Tracks.now.advanced(bySeconds: -Double(random.below(70)) / 1.7),
            sourceClass: SourceClass.allCases[random.below(13)]
        )
        track.messages = random.below(4) == 0 ? Int(random.next() >> 2) : random.below(200_000)
        track.level = random.below(3) == 0 ? nil : [-12.34, 0, -49.5, .nan, -0.04][random.below(5)]
        motion(&track, &random)
        codes(&track, &random)
        quality(&track, &random)
        if random.below(4) != 0, let place = RandomSky.position(&random) {
            let sourceClass = SourceClass.allCases[random.below(13)]
            track.fix = Fix(
                position: place,
                time: time(&random),
                source: source(&random),
                sourceClass: sourceClass,
                feed: FeedID(rawValue: 0),
                method: .global,
                isOnGround: false,
                nic: random.below(3) == 0 ? nil : UInt8(random.below(12)),
                containmentRadius: [nil, 7.5, 185.2, 37_040][random.below(4)]
            )
        }
        return track
    }

    private static func time(_ random: inout SplitMix) -> Timestamp {
        // Just young enough, just too old, in the future, anything.
        let ages = [60, 60.000000001, -1, Double(random.below(120_000)) / 1000]
        return Tracks.now.advanced(bySeconds: -ages[random.below(4)])
    }

    private static func source(_ random: inout SplitMix) -> ValueSource {
        [
            .frame(.extendedSquitter, typeCode: 11), .register(.commBAltitude, .bds50), .uat(payloadType: 1),
            .claim(.unstated),
            .claim(.multilateration), .inference(.magneticModel),
        ][random.below(6)]
    }

    private static func maybe<Value>(_ value: Value, _ random: inout SplitMix) -> Known<Value>? {
        guard random.below(4) != 0 else { return nil }
        return Known(
            value,
            time: time(&random),
            source: source(&random),
            rank: UInt8(random.below(6)),
            feed: FeedID(rawValue: 0)
        )
    }

    private static func number(_ random: inout SplitMix) -> Double {
        switch random.below(12) {
        case 0:
            [Double.nan, .infinity, -.infinity, 1e300, 0, -0.0, 9_999_999.5, 99_999_999, 1e8, -1e12][random.below(10)]
        case 1: Double(random.below(2_000_001) - 1_000_000)
        case 2: Double(random.below(2000) - 1000) / 8
        case 3: -Double(random.below(100)) / 1000
        default: Double(random.below(4_000_001) - 2_000_000) / 97
        }
    }

    private static func motion(_ track: inout Track, _ random: inout SplitMix) {
        track.barometricAltitude = maybe(Feet(number(&random)), &random)
        track.geometricAltitude = maybe(Feet(number(&random)), &random)
        track.groundSpeed = maybe(Knots(number(&random)), &random)
        track.track = maybe(Degrees(Double(random.below(360_000)) / 1000), &random)
        track.trueAirspeed = maybe(Knots(number(&random)), &random)
        track.indicatedAirspeed = maybe(Knots(number(&random)), &random)
        track.trueHeading = maybe(Degrees(number(&random)), &random)
        track.magneticHeading = maybe(Degrees(number(&random)), &random)
        track.barometricRate = maybe(FeetPerMinute(number(&random)), &random)
        track.geometricRate = maybe(FeetPerMinute(number(&random)), &random)
        track.isOnGround = maybe(random.below(3) == 0, &random)
        track.mach = maybe(Double(random.below(1200)) / 1000, &random)
        track.roll = maybe(Degrees(number(&random)), &random)
        track.trackRate = maybe(number(&random), &random)
        track.selectedAltitude = maybe(Feet(number(&random)), &random)
        track.managedAltitude = maybe(Feet(number(&random)), &random)
        track.pressureSetting = maybe(number(&random), &random)
        track.selectedHeading = maybe(Degrees(number(&random)), &random)
        track.modes = maybe(TargetState.Modes(rawValue: UInt8(random.below(64))), &random)
        track.isTCASOperational = maybe(random.below(2) == 0, &random)
        track.wind = Wind(direction: Degrees(random.below(360)), speed: Knots(random.below(200))).flatMap {
            maybe($0, &random)
        }
        track.temperature = maybe(Celsius(Double(random.below(200) - 120)), &random)
    }

    private static func codes(_ track: inout Track, _ random: inout SplitMix) {
        let names = ["KLM1023", "A", "", "ABCDEFGHIJKLMNOPQRSTUVW", "\"\\\u{1}\n", "\u{e9}\u{4e2d}\u{1f6e9}", "  B "]
        track.callsign = maybe(names[random.below(7)], &random)
        track.squawk = maybe(Squawk(rawValue: UInt16(random.below(4096))), &random)
        track.emergency = maybe(EmergencyState.allCases[random.below(8)], &random)
        track.category = EmitterCategory(typeCode: UInt8(1 + random.below(4)), number: UInt8(random.below(8))).flatMap {
            maybe($0, &random)
        }
        track.isAlert = maybe(random.below(2) == 0, &random)
        track.isIdent = maybe(random.below(2) == 0, &random)
    }

    private static func quality(_ track: inout Track, _ random: inout SplitMix) {
        track.nacP = maybe(UInt8(random.below(16)), &random)
        track.nacV = maybe(UInt8(random.below(256)), &random)
        track.sil = maybe(UInt8(random.below(4)), &random)
        track.isSILPerSample = maybe(random.below(2) == 0, &random)
        track.sda = maybe(UInt8(random.below(4)), &random)
        track.gva = maybe(UInt8(random.below(4)), &random)
        track.nicBaro = maybe(random.below(2) == 0, &random)
    }
}
