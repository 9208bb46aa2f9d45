import Aero
import ModeS
import TestSupport
import Tracking

@testable import Store

/// A past made up of random rows, with every field that is kept somewhere in it.
struct TracePast {
    static let start: Int64 = 1_718_668_800_000  // 2024-06-18T00:00:00Z
    static let day = CalendarDay(ofMilliseconds: start).number

    var batch: ObservationBatch
    private var random: SeededGenerator

    /// - Parameters:
    ///   - aircraft: how many; one in five is no ICAO address, one in eleven ambiguous.
    ///   - rows: of each, over `hours` from the day's beginning.
    init(
        seed: UInt64,
        aircraft: Int,
        rows: Int,
        hours: Int64 = 20,
        licence: LicenceTag = .openDatabase,
        origin: String? = "adsb.lol"
    ) {
        random = SeededGenerator(seed: seed)
        batch = ObservationBatch(licence: licence, origin: origin)
        for index in 0..<aircraft {
            let bits = UInt32(0x400000 + index * 7919)
            let address = index % 5 == 4 ? AircraftAddress(other: bits) : AircraftAddress(icao: bits)
            let who = ArchivedAircraft(address, kind: index % 11 == 10 ? .ambiguous : nil)
            add(who, rows: rows, step: hours * 3_600_000 / Int64(max(1, rows)))
        }
    }

    private mutating func add(_ who: ArchivedAircraft, rows: Int, step: Int64) {
        var time = Self.start
        var latitude = Double.random(in: -80...80, using: &random)
        var longitude = Double.random(in: -180..<180, using: &random)
        for index in 0..<rows {
            time += Int64.random(in: 1...max(1, step), using: &random)
            latitude = min(85, max(-85, latitude + Double.random(in: -0.05...0.05, using: &random)))
            longitude = Position.wrapped(longitude + Double.random(in: -0.05...0.05, using: &random))
            var row = observation(at: time)
            if index % 9 != 8 { row.position = Position(latitude: latitude, longitude: longitude) }
            let count = Int.random(in: 0...4, using: &random)
            row.heardBy = batch.place(
                of: ReceiverSet((0..<count).map { _ in UInt32.random(in: 1...99, using: &random) })
            )
            batch.rows.append(ObservationBatch.Row(who, row))
            if index % 13 == 0 { name(who, time) }
        }
    }

    private mutating func name(_ who: ArchivedAircraft, _ time: Int64) {
        let number = Int.random(in: 100...999, using: &random)
        let names: [(IdentityChange.Field, String)] = [
            (.callsign, "PLK\(number)"), (.squawk, "7\(number % 7)01"), (.category, "A\(number % 7)"),
            (.emergency, number % 2 == 0 ? "none" : "general"), (.registration, "PK-\(number)"), (.typeCode, "A32N"),
        ]
        for (field, value) in names where Bool.random(using: &random) {
            if let change = IdentityChange(who, at: time, field, value) { batch.names.append(change) }
        }
    }

    private mutating func maybe<Value>(_ value: Value) -> Value? {
        Int.random(in: 0..<3, using: &random) > 0 ? value : nil
    }

    private mutating func observation(at time: Int64) -> Observation {
        let source = SourceClass.allCases.randomElement(using: &random) ?? .other
        // The bit of the eighth is nobody's.
        let flags = Observation.Flags(rawValue: UInt8.random(in: 0...127, using: &random))
        var row = Observation(at: CalendarDay.instant(time), sourceClass: source, flags: flags)
        row.barometricAltitude = maybe(Feet(Double(Int.random(in: -40...2000, using: &random) * 25)))
        row.geometricAltitude = maybe(Feet(Double(Int.random(in: -40...2000, using: &random) * 25)))
        row.verticalRate = maybe(FeetPerMinute(Double(Int.random(in: -90...90, using: &random) * 64)))
        row.groundSpeed = maybe(Knots(Double(Int.random(in: 0...6000, using: &random)) / 10))
        row.track = maybe(Degrees(Double(Int.random(in: 0..<3600, using: &random)) / 10))
        row.nic = maybe(UInt8.random(in: 0...11, using: &random))
        row.level = maybe(Float(Int.random(in: -100...0, using: &random)) / 2)
        if Int.random(in: 0..<3, using: &random) == 0 { row.details = details(flags) }
        return row
    }

    private mutating func details(_ flags: Observation.Flags) -> ObservationDetails {
        var details = ObservationDetails()
        details.indicatedAirspeed = maybe(Int16.random(in: 0...600, using: &random))
        details.trueAirspeed = maybe(Int16.random(in: 0...600, using: &random))
        details.mach = maybe(Int16.random(in: 0...990, using: &random))
        details.roll = maybe(Int16.random(in: -600...600, using: &random))
        details.trackRate = maybe(Int16.random(in: -600...600, using: &random))
        details.magneticHeading = maybe(Int16.random(in: 0..<3600, using: &random))
        details.trueHeading = maybe(Int16.random(in: 0..<3600, using: &random))
        details.selectedHeading = maybe(Int16.random(in: 0..<3600, using: &random))
        if !flags.contains(.geometricRate) { details.geometricRate = maybe(Int16.random(in: -90...90, using: &random)) }
        details.selectedAltitude = maybe(Int32.random(in: 0...45_000, using: &random))
        details.managedAltitude = maybe(Int32.random(in: 0...45_000, using: &random))
        details.pressureSetting = maybe(Int16.random(in: 9_000...10_500, using: &random))
        details.windDirection = maybe(Int16.random(in: 0...359, using: &random))
        details.windSpeed = maybe(Int16.random(in: 0...150, using: &random))
        details.staticTemperature = maybe(Int16.random(in: -80...45, using: &random))
        details.totalTemperature = maybe(Int16.random(in: -80...45, using: &random))
        details.modes = maybe(UInt8.random(in: 0...63, using: &random))
        details.adsbVersion = maybe(UInt8.random(in: 0...2, using: &random))
        details.nacP = maybe(UInt8.random(in: 0...11, using: &random))
        details.nacV = maybe(UInt8.random(in: 0...4, using: &random))
        details.sil = maybe(UInt8.random(in: 0...3, using: &random))
        details.silType = maybe(UInt8.random(in: 0...2, using: &random))
        details.sda = maybe(UInt8.random(in: 0...3, using: &random))
        details.gva = maybe(UInt8.random(in: 0...2, using: &random))
        details.nicBaro = maybe(UInt8.random(in: 0...1, using: &random))
        details.containmentRadius = maybe(Int32.random(in: 1...20_000, using: &random))
        details.isAlert = maybe(Bool.random(using: &random))
        details.isIdent = maybe(Bool.random(using: &random))
        return details
    }
}
