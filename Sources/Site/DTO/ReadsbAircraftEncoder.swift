import Aero
import ModeS
import Tracking

/// Writes aircraft as objects of readsb's interface, quickly.
///
/// - Source: readsb README-json.md, keys and units. Which key stands where is this program's choice and the same in every document.
struct ReadsbAircraftEncoder: Sendable {
    private let now: Timestamp
    /// A value of before this is not given any more, nanoseconds.
    private let oldest: Int64
    private let texts = ReadsbTexts.shared

    /// Bytes that an aircraft takes at most, strings of others apart. Measured: 1,020 with every key at its longest.
    static let bound = 2048
    /// What stands for a level that no feed gives: readsb's floor. The key is always there.
    static let unknownLevel = -49.5

    init(now: Timestamp) {
        self.now = now
        oldest = now.nanoseconds.subtractingReportingOverflow(Int64(Listing.currentSeconds * 1e9)).partialValue
    }

    /// Bytes that an aircraft may take.
    static func bound(of track: Span<Track>, _ identity: [UInt8]) -> Int {
        bound + identity.count + (track[0].callsign.map { $0.value.utf8.count * 6 } ?? 0)
    }

    /// One aircraft.
    ///
    /// - Parameters:
    ///   - track: a span of it alone: given as a value it would be copied, 1,640 bytes with a dozen references.
    ///   - identity: what the address book says, ready made.
    ///   - isFirst: whether no comma is due before it.
    func write(
        _ track: Span<Track>,
        _ identity: [UInt8],
        away: AircraftMatch.Away? = nil,
        isFirst: Bool,
        to json: inout JSONBytes
    ) {
        var origins = ReadsbOrigins()
        json.text(isFirst ? texts.begin : texts.beginNext)
        if !track[0].address.isICAO { json.byte(UInt8(ascii: "~")) }
        json.word(DecimalDigits.hexadecimal(track[0].address.bits), 6)
        json.text(texts.types[Int(track[0].sourceClass.rawValue)])
        if let callsign = track[0].callsign {
            json.key(texts.flight)
            json.callsign(callsign.value)
            origins.note(callsign, .callsign)
        }
        if !identity.isEmpty { json.copy(identity.span) }
        writeMotion(track, &origins, &json)
        writeCodes(track, &origins, &json)
        writeSelections(track, &json)
        writeAir(track, &json)
        writePosition(track, &origins, &json)
        writeQuality(track, &json)
        writeReception(track, origins, &json)
        if let away {
            json.key(texts.distance)
            put(away.distance.rawValue, 3, &json)
            json.key(texts.direction)
            put(away.direction.rawValue, 1, &json)
        }
        json.byte(UInt8(ascii: "}"))
    }

    // MARK: - Parts

    @inline(__always)
    private func writeMotion(_ track: Span<Track>, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        if let ground = track[0].isOnGround, ground.value, isCurrent(ground) {
            json.text(texts.onGround)
            origins.note(ground, .barometricAltitude)
        } else {
            write(track[0].barometricAltitude, texts.barometricAltitude, 0, .barometricAltitude, &origins, &json)
        }
        write(track[0].geometricAltitude, texts.geometricAltitude, 0, .geometricAltitude, &origins, &json)
        write(track[0].groundSpeed, texts.groundSpeed, 1, .groundSpeed, &origins, &json)
        write(track[0].indicatedAirspeed, texts.indicatedAirspeed, 0, .indicatedAirspeed, &origins, &json)
        write(track[0].trueAirspeed, texts.trueAirspeed, 0, .trueAirspeed, &origins, &json)
        if let direction = track[0].track, isCurrent(direction), direction.value.rawValue.isFinite {
            json.key(texts.track)
            put(direction.value.rawValue, 2, &json)
            origins.note(direction, .track)
        } else if let direction = track[0].calculatedTrack(at: now) {
            json.key(texts.calculatedTrack)
            put(direction.rawValue, 0, &json)
        }
        write(track[0].mach, texts.mach, 3, &json)
        write(track[0].roll, texts.roll, 2, .roll, &origins, &json)
        write(track[0].trackRate, texts.trackRate, 2, &json)
        write(track[0].magneticHeading, texts.magneticHeading, 2, .magneticHeading, &origins, &json)
        write(track[0].trueHeading, texts.trueHeading, 2, .trueHeading, &origins, &json)
        write(track[0].barometricRate, texts.barometricRate, 0, .barometricRate, &origins, &json)
        write(track[0].geometricRate, texts.geometricRate, 0, .geometricRate, &origins, &json)
    }

    @inline(__always)
    private func writeCodes(_ track: Span<Track>, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        if let squawk = track[0].squawk {
            json.text(texts.squawk)
            // Four digits and the quote.
            json.word(DecimalDigits.octal(squawk.value.rawValue) | UInt64(UInt8(ascii: "\"")) << 32, 5)
            origins.note(squawk, .squawk)
        }
        if let emergency = track[0].emergency, isCurrent(emergency) {
            json.text(texts.emergencies[Int(emergency.value.rawValue)])
        }
        if let category = track[0].category {
            json.text(texts.category)
            let digit = UInt64(UInt8(ascii: "0") &+ category.value.number)
            json.word(UInt64(category.value.set) | digit << 8 | UInt64(UInt8(ascii: "\"")) << 16, 3)
        }
    }

    @inline(__always)
    private func writeSelections(_ track: Span<Track>, _ json: inout JSONBytes) {
        write(track[0].pressureSetting, texts.qnh, 1, &json)
        writeLong(track[0].selectedAltitude, texts.selectedAltitude, &json)
        writeLong(track[0].managedAltitude, texts.managedAltitude, &json)
        write(track[0].selectedHeading, texts.selectedHeading, 2, &json)
        guard let modes = track[0].modes, isCurrent(modes) else { return }
        var set = modes.value.rawValue & 31
        if let tcas = track[0].isTCASOperational, tcas.value, isCurrent(tcas) { set |= 32 }
        writeModes(set, &json)
    }

    /// An altitude whose key is longer than the others.
    private func writeLong(_ known: Known<Feet>?, _ key: PackedText, _ json: inout JSONBytes) {
        guard let known, isCurrent(known), known.value.rawValue.isFinite else { return }
        json.text(key)
        put(known.value.rawValue, 0, &json)
    }

    private func writeModes(_ set: UInt8, _ json: inout JSONBytes) {
        json.text(texts.modes)
        var isFirst = true
        for bit in 0..<texts.modeNames.count where set >> UInt8(bit) & 1 == 1 {
            if !isFirst { json.byte(UInt8(ascii: ",")) }
            json.text(texts.modeNames[bit])
            isFirst = false
        }
        json.byte(UInt8(ascii: "]"))
    }

    @inline(__always)
    private func writeAir(_ track: Span<Track>, _ json: inout JSONBytes) {
        if let wind = track[0].wind, isCurrent(wind) {
            write(wind.value.direction.rawValue, texts.windDirection, 0, &json)
            write(wind.value.speed.rawValue, texts.windSpeed, 0, &json)
        }
        guard let temperature = track[0].temperature, isCurrent(temperature) else { return }
        write(temperature.value.rawValue, texts.outsideTemperature, 0, &json)
        if let mach = track[0].mach, isCurrent(mach),
            let total = AirTemperature.total(static: temperature.value, mach: mach.value)
        {
            write(total.rawValue, texts.totalTemperature, 0, &json)
        }
    }

    @inline(__always)
    private func writePosition(_ track: Span<Track>, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        guard let fix = track[0].fix else { return }
        let isOld = fix.time.nanoseconds < oldest
        if isOld { json.text(texts.lastPosition) } else { json.key(texts.latitude) }
        json.degrees(fix.position.latitude)
        json.key(texts.longitude)
        json.degrees(fix.position.longitude)
        if let nic = fix.nic {
            json.key(texts.nic)
            json.small(nic)
        }
        if let radius = fix.containmentRadius { write(radius.rawValue, texts.containment, 0, &json) }
        json.key(texts.positionSeen)
        put(max(0, now.seconds(since: fix.time)), 3, &json)
        if isOld { json.byte(UInt8(ascii: "}")) } else { origins.note(fix) }
    }

    @inline(__always)
    private func writeQuality(_ track: Span<Track>, _ json: inout JSONBytes) {
        if let version = Track.adsbVersion(track[0].operationalStatus, track[0].claimedVersion, track[0].fix) {
            json.key(texts.version)
            json.small(version)
        }
        write(track[0].nicBaro, texts.nicBaro, &json)
        write(track[0].nacP, texts.nacP, &json)
        write(track[0].nacV, texts.nacV, &json)
        if let sil = track[0].sil {
            json.key(texts.sil)
            json.small(sil.value)
            if let kind = track[0].isSILPerSample {
                json.text(kind.value ? texts.silPerSample : texts.silPerHour)
            } else {
                json.text(texts.silUnknown)
            }
        }
        write(track[0].gva, texts.gva, &json)
        write(track[0].sda, texts.sda, &json)
        if let alert = track[0].isAlert, isCurrent(alert) { write(alert, texts.alert, &json) }
        if let ident = track[0].isIdent, isCurrent(ident) { write(ident, texts.spi, &json) }
    }

    @inline(__always)
    private func writeReception(_ track: Span<Track>, _ origins: ReadsbOrigins, _ json: inout JSONBytes) {
        if origins.isEmpty { json.text(texts.noOrigins) } else { writeOrigins(origins, &json) }
        json.key(texts.messages)
        json.whole(UInt64(max(0, track[0].messages)))
        json.key(texts.seen)
        put(max(0, now.seconds(since: track[0].lastHeard)), 1, &json)
        let level = track[0].level.map { Double($0) } ?? Self.unknownLevel
        json.key(texts.rssi)
        put(level.isFinite ? level : Self.unknownLevel, 1, &json)
    }

    @inline(never)
    private func writeOrigins(_ origins: ReadsbOrigins, _ json: inout JSONBytes) {
        for (key, set) in [("mlat", origins.multilateration), ("tisb", origins.trafficInformation)] {
            json.text(PackedText(key: key))
            json.byte(UInt8(ascii: "["))
            for (place, name) in ReadsbOrigins.names(set).enumerated() {
                if place > 0 { json.byte(UInt8(ascii: ",")) }
                json.string(name)
            }
            json.byte(UInt8(ascii: "]"))
        }
    }

    // MARK: - Members

    /// A number with decimals that are known where it is written.
    @inline(__always)
    private func put(_ value: Double, _ decimals: Int, _ json: inout JSONBytes) {
        switch decimals {
        case 0: json.whole(rounding: value)
        case 1: json.tenths(value)
        case 2: json.hundredths(value)
        default: json.thousandths(value)
        }
    }

    @inline(__always)
    private func isCurrent<Value>(_ known: Known<Value>) -> Bool { known.time.nanoseconds >= oldest }

    @inline(__always)
    private func write<Value: Quantity>(
        _ known: Known<Value>?,
        _ key: PackedKey,
        _ decimals: Int,
        _ place: ReadsbOrigins.Key,
        _ origins: inout ReadsbOrigins,
        _ json: inout JSONBytes
    ) {
        guard let known, isCurrent(known), known.value.rawValue.isFinite else { return }
        json.key(key)
        put(known.value.rawValue, decimals, &json)
        origins.note(known, place)
    }

    @inline(__always)
    private func write<Value: Quantity>(
        _ known: Known<Value>?,
        _ key: PackedKey,
        _ decimals: Int,
        _ json: inout JSONBytes
    ) {
        guard let known, isCurrent(known) else { return }
        write(known.value.rawValue, key, decimals, &json)
    }

    @inline(__always)
    private func write(_ known: Known<Double>?, _ key: PackedKey, _ decimals: Int, _ json: inout JSONBytes) {
        guard let known, isCurrent(known) else { return }
        write(known.value, key, decimals, &json)
    }

    @inline(__always)
    private func write(_ value: Double, _ key: PackedKey, _ decimals: Int, _ json: inout JSONBytes) {
        guard value.isFinite else { return }
        json.key(key)
        put(value, decimals, &json)
    }

    /// A flag as readsb writes it: 1 or 0.
    @inline(__always)
    private func write(_ known: Known<Bool>?, _ key: PackedKey, _ json: inout JSONBytes) {
        guard let known else { return }
        json.key(key)
        json.byte(known.value ? UInt8(ascii: "1") : UInt8(ascii: "0"))
    }

    @inline(__always)
    private func write(_ known: Known<UInt8>?, _ key: PackedKey, _ json: inout JSONBytes) {
        guard let known else { return }
        json.key(key)
        json.small(known.value)
    }
}
