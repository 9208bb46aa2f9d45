import ModeS

/// The pieces of readsb's interface that are always the same, made once.
final class ReadsbTexts: Sendable {
    static let shared = ReadsbTexts()

    let begin = PackedText("{\"hex\":\"")
    let beginNext = PackedText(",{\"hex\":\"")
    /// By the raw value of the class, with the end of the address before it.
    let types = SourceClass.allCases.map { PackedText("\",\"type\":\"\($0.readsbName)\"") }
    let flight = PackedKey("flight")
    let onGround = PackedText(key: "alt_baro", text: "ground")
    let barometricAltitude = PackedKey("alt_baro")
    let geometricAltitude = PackedKey("alt_geom")
    let groundSpeed = PackedKey("gs")
    let indicatedAirspeed = PackedKey("ias")
    let trueAirspeed = PackedKey("tas")
    let track = PackedKey("track")
    let calculatedTrack = PackedKey("calc_track")
    let mach = PackedKey("mach")
    let roll = PackedKey("roll")
    let trackRate = PackedKey("track_rate")
    let windDirection = PackedKey("wd")
    let windSpeed = PackedKey("ws")
    let outsideTemperature = PackedKey("oat")
    let totalTemperature = PackedKey("tat")
    let magneticHeading = PackedKey("mag_heading")
    let trueHeading = PackedKey("true_heading")
    let barometricRate = PackedKey("baro_rate")
    let geometricRate = PackedKey("geom_rate")
    let squawk = PackedText(",\"squawk\":\"")
    /// By the raw value of the state.
    let emergencies = EmergencyState.allCases.map { PackedText(key: "emergency", text: $0.readsbName) }
    let category = PackedText(",\"category\":\"")
    let qnh = PackedKey("nav_qnh")
    let selectedAltitude = PackedText(key: "nav_altitude_mcp")
    let managedAltitude = PackedText(key: "nav_altitude_fms")
    let selectedHeading = PackedKey("nav_heading")
    let modes = PackedText(",\"nav_modes\":[")
    /// In the order of the bits of `TargetState.Modes`.
    let modeNames = ["autopilot", "vnav", "althold", "approach", "lnav", "tcas"].map { PackedText("\"\($0)\"") }
    let latitude = PackedKey("lat")
    let longitude = PackedKey("lon")
    let nic = PackedKey("nic")
    let containment = PackedKey("rc")
    let positionSeen = PackedKey("seen_pos")
    let lastPosition = PackedText(",\"lastPosition\":{\"lat\":")
    let version = PackedKey("version")
    let nicBaro = PackedKey("nic_baro")
    let nacP = PackedKey("nac_p")
    let nacV = PackedKey("nac_v")
    let sil = PackedKey("sil")
    let silUnknown = PackedText(key: "sil_type", text: "unknown")
    let silPerSample = PackedText(key: "sil_type", text: "persample")
    let silPerHour = PackedText(key: "sil_type", text: "perhour")
    let gva = PackedKey("gva")
    let sda = PackedKey("sda")
    let alert = PackedKey("alert")
    let spi = PackedKey("spi")
    let noOrigins = PackedText(",\"mlat\":[],\"tisb\":[]")
    let messages = PackedKey("messages")
    let seen = PackedKey("seen")
    let rssi = PackedKey("rssi")
    let distance = PackedKey("dst")
    let direction = PackedKey("dir")

    private init() {}
}
