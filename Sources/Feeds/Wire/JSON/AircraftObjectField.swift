/// The members of an aircraft object that are read; the names are readsb's, and dump1090's older ones for the same things.
enum AircraftObjectField: UInt8, Sendable {
    case hex, type, now, seen, seenPosition, simulated
    case flight, barometricAltitude, geometricAltitude, groundSpeed, indicatedAirspeed, trueAirspeed, mach
    case track, trackRate, roll, magneticHeading, trueHeading, barometricRate, geometricRate
    case squawk, emergency, category, alert, ident
    case pressureSetting, selectedAltitude, managedAltitude, selectedHeading
    case latitude, longitude, nic, containmentRadius, version, nacP, nacV, sil, gva, sda
    case level, multilateration

    /// - Source: readsb, README-json.md; the older names: dump1090-mutability 1.15, README-json.md.
    static let table = JSONKeyTable<AircraftObjectField>([
        ("hex", .hex), ("type", .type), ("now", .now), ("seen", .seen), ("seen_pos", .seenPosition),
        ("simulated", .simulated),
        ("flight", .flight), ("alt_baro", .barometricAltitude), ("altitude", .barometricAltitude),
        ("alt_geom", .geometricAltitude), ("gs", .groundSpeed), ("speed", .groundSpeed), ("ias", .indicatedAirspeed),
        ("tas", .trueAirspeed), ("mach", .mach), ("track", .track), ("track_rate", .trackRate), ("roll", .roll),
        ("mag_heading", .magneticHeading), ("true_heading", .trueHeading), ("baro_rate", .barometricRate),
        ("vert_rate", .barometricRate), ("geom_rate", .geometricRate), ("squawk", .squawk), ("emergency", .emergency),
        ("category", .category), ("alert", .alert), ("spi", .ident), ("nav_qnh", .pressureSetting),
        ("nav_altitude_mcp", .selectedAltitude), ("nav_altitude_fms", .managedAltitude),
        ("nav_heading", .selectedHeading), ("lat", .latitude), ("lon", .longitude), ("nic", .nic),
        ("rc", .containmentRadius), ("version", .version), ("nac_p", .nacP), ("nac_v", .nacV), ("sil", .sil),
        ("gva", .gva), ("sda", .sda), ("rssi", .level), ("mlat", .multilateration),
    ])
}
