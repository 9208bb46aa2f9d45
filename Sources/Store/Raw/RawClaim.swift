import Aero
import Feeds
import Foundation
import ModeS

/// One arrival of what is no Beast: claims and UAT frames, as one line of JSON, its keys in snake case.
struct RawClaimLine: Codable {
    var seq: UInt64
    /// Nanoseconds since 1970.
    var arrived: Int64
    var flags: UInt8
    var claims: [RawClaim]?
    var uat: [RawUAT]?
}

/// A UAT frame with its reception.
struct RawUAT: Codable {
    var raw: String
    var time: Int64
    var rssi: Float?
    var corrected: UInt8

    init(_ received: ReceivedUAT) {
        raw = received.frame.hex
        time = received.time.nanoseconds
        rssi = received.level
        corrected = received.correctedBytes
    }

    func received() throws(RawDamage) -> ReceivedUAT {
        guard let frame = try? UATFrame(hex: raw.utf8.span) else { throw .nonsense }
        return ReceivedUAT(
            frame: frame,
            time: Timestamp(nanoseconds: time),
            level: rssi.flatMap { $0.isFinite ? $0 : nil },
            correctedBytes: corrected
        )
    }
}

/// A claim, each value under readsb's name where it has one.
struct RawClaim: Codable {
    var hex: String
    var time: Int64
    var mlat: Bool?
    var flight: String?
    var altBaro: Double?
    var gs: Double?
    var track: Double?
    var lat: Double?
    var lon: Double?
    var baroRate: Double?
    var squawk: UInt16?
    var alert: Bool?
    var emergency: Bool?
    var ident: Bool?
    var ground: Bool?
    var positionTime: Int64?
    var type: UInt8?
    var category: UInt8?
    var emergencyState: UInt8?
    var altGeom: Double?
    var geomRate: Double?
    var ias: Double?
    var tas: Double?
    var mach: Double?
    var magHeading: Double?
    var trueHeading: Double?
    var roll: Double?
    var trackRate: Double?
    var navAltitudeMcp: Double?
    var navAltitudeFms: Double?
    var navQnh: Double?
    var navHeading: Double?
    var nic: UInt8?
    var rc: Double?
    var nacP: UInt8?
    var nacV: UInt8?
    var sil: UInt8?
    var sda: UInt8?
    var gva: UInt8?
    var version: UInt8?
    var rssi: Float?

    init(_ report: ClaimedReport) {
        hex = report.address.hex
        time = report.time.nanoseconds
        mlat = report.kind == .multilateration ? true : nil
        flight = report.callsign
        altBaro = report.barometricAltitude?.rawValue
        gs = report.groundSpeed?.rawValue
        track = report.track?.rawValue
        lat = report.position?.latitude
        lon = report.position?.longitude
        baroRate = report.verticalRate?.rawValue
        squawk = report.squawk?.rawValue
        alert = report.alert
        emergency = report.emergency
        ident = report.ident
        ground = report.onGround
        positionTime = report.positionTime?.nanoseconds
        type = report.statedClass?.rawValue
        category = report.category?.code
        emergencyState = report.emergencyState?.rawValue
        altGeom = report.geometricAltitude?.rawValue
        geomRate = report.geometricRate?.rawValue
        ias = report.indicatedAirspeed?.rawValue
        tas = report.trueAirspeed?.rawValue
        mach = report.mach
        magHeading = report.magneticHeading?.rawValue
        trueHeading = report.trueHeading?.rawValue
        roll = report.roll?.rawValue
        trackRate = report.trackRate
        navAltitudeMcp = report.selectedAltitude?.rawValue
        navAltitudeFms = report.managedAltitude?.rawValue
        navQnh = report.pressureSetting
        navHeading = report.selectedHeading?.rawValue
        nic = report.nic
        rc = report.containmentRadius?.rawValue
        nacP = report.nacP
        nacV = report.nacV
        sil = report.sil
        sda = report.sda
        gva = report.gva
        version = report.version
        rssi = report.level
    }

    func report() throws(RawDamage) -> ClaimedReport {
        guard let address = AircraftAddress(hex) else { throw .nonsense }
        var report = ClaimedReport(
            address: address,
            time: Timestamp(nanoseconds: time),
            kind: mlat == true ? .multilateration : .unstated
        )
        report.callsign = flight
        report.barometricAltitude = altBaro.map { Feet(rawValue: $0) }
        report.groundSpeed = gs.map { Knots(rawValue: $0) }
        report.track = track.map { Degrees(rawValue: $0) }
        if let lat, let lon { report.position = Position(latitude: lat, longitude: lon) }
        report.verticalRate = baroRate.map { FeetPerMinute(rawValue: $0) }
        report.squawk = squawk.map { Squawk(rawValue: $0 & 0o7777) }
        report.alert = alert
        report.emergency = emergency
        report.ident = ident
        report.onGround = ground
        report.positionTime = positionTime.map { Timestamp(nanoseconds: $0) }
        report.statedClass = type.flatMap(SourceClass.init(rawValue:))
        report.category = category.flatMap { EmitterCategory(typeCode: 14 &- ($0 >> 4), number: $0 & 15) }
        report.emergencyState = emergencyState.flatMap(EmergencyState.init(rawValue:))
        takeMotion(&report)
        takeQuality(&report)
        return report
    }

    private func takeMotion(_ report: inout ClaimedReport) {
        report.geometricAltitude = altGeom.map { Feet(rawValue: $0) }
        report.geometricRate = geomRate.map { FeetPerMinute(rawValue: $0) }
        report.indicatedAirspeed = ias.map { Knots(rawValue: $0) }
        report.trueAirspeed = tas.map { Knots(rawValue: $0) }
        report.mach = mach
        report.magneticHeading = magHeading.map { Degrees(rawValue: $0) }
        report.trueHeading = trueHeading.map { Degrees(rawValue: $0) }
        report.roll = roll.map { Degrees(rawValue: $0) }
        report.trackRate = trackRate
        report.selectedAltitude = navAltitudeMcp.map { Feet(rawValue: $0) }
        report.managedAltitude = navAltitudeFms.map { Feet(rawValue: $0) }
        report.pressureSetting = navQnh
        report.selectedHeading = navHeading.map { Degrees(rawValue: $0) }
    }

    private func takeQuality(_ report: inout ClaimedReport) {
        report.nic = nic
        report.containmentRadius = rc.map { Metres(rawValue: $0) }
        report.nacP = nacP
        report.nacV = nacV
        report.sil = sil
        report.sda = sda
        report.gva = gva
        report.version = version
        report.level = rssi
    }
}
