import ModeS

/// The pieces of readsb's interface that are always the same, made once.
final class ReadsbTexts: Sendable {
    static let shared = ReadsbTexts()

    let begin = PackedText("{\"hex\":\"")
    let beginNext = PackedText(",{\"hex\":\"")
    /// By the raw value of the class, with the end of the address before it.
    let types = SourceClass.allCases.map { PackedText("\",\"type\":\"\($0.readsbName)\"") }
    let flight = PackedText(key: "flight")
    let onGround = PackedText(key: "alt_baro", text: "ground")
    let barometricAltitude = PackedText(key: "alt_baro")
    let geometricAltitude = PackedText(key: "alt_geom")
    let groundSpeed = PackedText(key: "gs")
    let indicatedAirspeed = PackedText(key: "ias")
    let trueAirspeed = PackedText(key: "tas")
    let track = PackedText(key: "track")
    let calculatedTrack = PackedText(key: "calc_track")
    let mach = PackedText(key: "mach")
    let roll = PackedText(key: "roll")
    let trackRate = PackedText(key: "track_rate")
    let windDirection = PackedText(key: "wd")
    let windSpeed = PackedText(key: "ws")
    let outsideTemperature = PackedText(key: "oat")
    let totalTemperature = PackedText(key: "tat")
    let magneticHeading = PackedText(key: "mag_heading")
    let trueHeading = PackedText(key: "true_heading")
    let barometricRate = PackedText(key: "baro_rate")
    let geometricRate = PackedText(key: "geom_rate")
    let squawk = PackedText(",\"squawk\":\"")
    /// By the raw value of the state.
    let emergencies = EmergencyState.allCases.map { PackedText(key: "emergency", text: $0.readsbName) }
    let category = PackedText(",\"category\":\"")
    let qnh = PackedText(key: "nav_qnh")
    let selectedAltitude = PackedText(key: "nav_altitude_mcp")
    let managedAltitude = PackedText(key: "nav_altitude_fms")
    let selectedHeading = PackedText(key: "nav_heading")
    let modes = PackedText(",\"nav_modes\":[")
    /// In the order of the bits of `TargetState.Modes`.
    let modeNames = ["autopilot", "vnav", "althold", "approach", "lnav", "tcas"].map { PackedText("\"\($0)\"") }
    let latitude = PackedText(key: "lat")
    let longitude = PackedText(key: "lon")
    let nic = PackedText(key: "nic")
    let containment = PackedText(key: "rc")
    let positionSeen = PackedText(key: "seen_pos")
    let lastPosition = PackedText(",\"lastPosition\":{\"lat\":")
    let version = PackedText(key: "version")
    let nicBaro = PackedText(key: "nic_baro")
    let nacP = PackedText(key: "nac_p")
    let nacV = PackedText(key: "nac_v")
    let sil = PackedText(key: "sil")
    let silUnknown = PackedText(key: "sil_type", text: "unknown")
    let silPerSample = PackedText(key: "sil_type", text: "persample")
    let silPerHour = PackedText(key: "sil_type", text: "perhour")
    let gva = PackedText(key: "gva")
    let sda = PackedText(key: "sda")
    let alert = PackedText(key: "alert")
    let spi = PackedText(key: "spi")
    let noOrigins = PackedText(",\"mlat\":[],\"tisb\":[]")
    let messages = PackedText(key: "messages")
    let seen = PackedText(key: "seen")
    let rssi = PackedText(key: "rssi")
    let distance = PackedText(key: "dst")
    let direction = PackedText(key: "dir")

    private init() {}
}
