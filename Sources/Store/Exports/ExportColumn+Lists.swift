import Aero
import ModeS
import Tracking

extension ExportColumn {
    /// What most want: when, who, where, how fast, how it is known.
    static let usual: [ExportColumn] = [
        ExportColumn("time_utc", .instant, "when it was heard, ISO 8601", isNullable: false) { row, out in
            out.time(row.observation.milliseconds)
        },
        ExportColumn("epoch_ms", .integer, "the same in milliseconds since 1970", isNullable: false) { row, out in
            out.integer(row.observation.milliseconds)
        },
        ExportColumn(
            "icao",
            .text,
            "the address in hexadecimal, ~ before one that is no ICAO address",
            isNullable: false
        ) {
            $1.text($0.slice.aircraft.address.hex)
        },
        ExportColumn("address_kind", .text, "icao, other, anonymous or ambiguous", isNullable: false) {
            $1.text(ArchivedKindName.name($0.slice.aircraft.kind))
        },
        .told("callsign", "as sent", .callsign),
        .told("squawk", "four octal digits", .squawk),
        .told("registration", "as a list had it, not as sent", .registration),
        .told("type_code", "as a list had it, not as sent", .typeCode),
        .steps("latitude_deg", "WGS 84", decimals: 5) {
            $0.observation.hasPosition ? Int64($0.observation.latitudeSteps) : nil
        },
        .steps("longitude_deg", "WGS 84", decimals: 5) {
            $0.observation.hasPosition ? Int64($0.observation.longitudeSteps) : nil
        },
        ExportColumn("on_ground", .flag, "whether it said so; empty where nothing told") { row, out in
            let observation = row.observation
            let isAloft =
                observation.hasPosition && (observation.barometricSteps != .min || observation.geometricSteps != .min)
            guard observation.flags.contains(.onGround) || isAloft else { return }
            out.text(observation.flags.contains(.onGround) ? "true" : "false")
        },
        .steps("altitude_barometric_ft", "at 1013.25 hPa, to 25 ft") {
            $0.observation.barometricSteps == .min ? nil : Int64($0.observation.barometricSteps) * 25
        },
        .steps("altitude_geometric_ft", "above the WGS 84 ellipsoid, to 25 ft") {
            $0.observation.geometricSteps == .min ? nil : Int64($0.observation.geometricSteps) * 25
        },
        .steps("ground_speed_kt", "to 0.1 kt", decimals: 1) {
            $0.observation.speedTenths == .max ? nil : Int64($0.observation.speedTenths)
        },
        .steps("track_deg", "true, to 0.1 degrees", decimals: 1) {
            $0.observation.trackTenths == .max ? nil : Int64($0.observation.trackTenths)
        },
        .steps("vertical_rate_ft_min", "to 64 ft/min") {
            $0.observation.rateSteps == .min ? nil : Int64($0.observation.rateSteps) * 64
        },
        ExportColumn("source", .text, "how it is known, in readsb's words", isNullable: false) { row, out in
            out.text(row.observation.sourceClass.readsbName)
        },
        .flag("after_gap", "silence before it: not to be joined to the row above", .afterGap),
        .steps("receivers", "how many heard it") { row in
            let count = row.slice.receivers(row.observation)
            return count > 0 ? Int64(count) : nil
        },
        ExportColumn("realm", .text, "real, imported or simulated", isNullable: false) { row, out in
            out.text(row.slice.realm.rawValue)
        },
        ExportColumn("licence", .text, "terms under which the row came") { row, out in
            if let licence = row.licence { out.text(licence.rawValue) }
        },
    ]

    /// Everything that is kept.
    static let all: [ExportColumn] = usual + marks + motion + quality

    private static let marks: [ExportColumn] = [
        .told("category", "of the emitter, A0 to D7", .category),
        .told("emergency", "in readsb's words", .emergency),
        .flag("position_not_own", "not sent by the aircraft itself", .notOwn),
        .flag("doubtful", "marked so when it was heard", .doubtful),
        .flag("rate_is_geometric", "of vertical_rate_ft_min", .geometricRate),
        .flag("new_leg_hint", "another program's mark", .newLegHint),
        .flag("stale", "another program's mark", .stale),
        .steps("nic", "navigation integrity category") {
            $0.observation.nicByte == .max ? nil : Int64($0.observation.nicByte)
        },
        .steps("level_dbfs", "of the signal, to half a dB", decimals: 1) {
            $0.observation.levelByte == .max ? nil : -5 * Int64($0.observation.levelByte)
        },
    ]

    private static let motion: [ExportColumn] = [
        .detail("indicated_airspeed_kt", "") { $0.indicatedAirspeed },
        .detail("true_airspeed_kt", "") { $0.trueAirspeed },
        .detail("mach", "", decimals: 3) { $0.mach },
        .detail("roll_deg", "right wing down positive", decimals: 1) { $0.roll },
        .detail("track_rate_deg_s", "turning right positive", decimals: 2) { $0.trackRate },
        .detail("heading_magnetic_deg", "", decimals: 1) { $0.magneticHeading },
        .detail("heading_true_deg", "", decimals: 1) { $0.trueHeading },
        .detail("heading_selected_deg", "", decimals: 1) { $0.selectedHeading },
        .detail("rate_geometric_ft_min", "beside a barometric one", times: 64) { $0.geometricRate },
        .detail("altitude_selected_ft", "on the control panel") { $0.selectedAltitude },
        .detail("altitude_managed_ft", "of the flight management system") { $0.managedAltitude },
        .detail("pressure_setting_hpa", "", decimals: 1) { $0.pressureSetting },
        .detail("wind_direction_deg", "whence it blows") { $0.windDirection },
        .detail("wind_speed_kt", "") { $0.windSpeed },
        .detail("temperature_static_c", "") { $0.staticTemperature },
        .detail("temperature_total_c", "") { $0.totalTemperature },
    ]

    private static let quality: [ExportColumn] = [
        .detail("autopilot_modes", "1 autopilot, 2 VNAV, 4 altitude hold, 8 approach, 16 LNAV, 32 TCAS") { $0.modes },
        .detail("adsb_version", "") { $0.adsbVersion },
        .detail("nac_p", "") { $0.nacP },
        .detail("nac_v", "") { $0.nacV },
        .detail("sil", "") { $0.sil },
        .detail("sil_type", "0 unknown, 1 per sample, 2 per hour") { $0.silType },
        .detail("sda", "") { $0.sda },
        .detail("gva", "") { $0.gva },
        .detail("nic_baro", "") { $0.nicBaro },
        .detail("containment_radius_m", "") { $0.containmentRadius },
        ExportColumn("alert", .flag, "") { row, out in
            if let flag = row.details?.isAlert { out.text(flag ? "true" : "false") }
        },
        ExportColumn("ident", .flag, "") { row, out in
            if let flag = row.details?.isIdent { out.text(flag ? "true" : "false") }
        },
    ]
}
