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
    static func bound(of track: borrowing Track, _ identity: borrowing AircraftIdentity) -> Int {
        bound + identity.json.count + (track.callsign.map { $0.value.utf8.count * 6 } ?? 0)
    }

    /// One aircraft.
    ///
    /// - Parameter isFirst: whether no comma is due before it.
    func write(
        _ track: borrowing Track,
        _ identity: borrowing AircraftIdentity,
        away: AircraftMatch.Away? = nil,
        isFirst: Bool,
        to json: inout JSONBytes
    ) {
        var origins = ReadsbOrigins()
        json.text(isFirst ? texts.begin : texts.beginNext)
        if !track.address.isICAO { json.byte(UInt8(ascii: "~")) }
        json.word(DecimalDigits.hexadecimal(track.address.bits), 6)
        json.text(texts.types[Int(track.sourceClass.rawValue)])
        if let callsign = track.callsign {
            json.text(texts.flight)
            json.string(callsign.value, width: 8)
            origins.note(callsign, .callsign)
        }
        if !identity.json.isEmpty { json.copy(identity.json.span) }
        writeMotion(track, &origins, &json)
        writeCodes(track, &origins, &json)
        writeSelections(track, &json)
        writeAir(track, &json)
        writePosition(track, &origins, &json)
        writeQuality(track, &json)
        writeReception(track, origins, &json)
        if let away {
            json.text(texts.distance)
            json.number(away.distance.rawValue, decimals: 3)
            json.text(texts.direction)
            json.number(away.direction.rawValue, decimals: 1)
        }
        json.byte(UInt8(ascii: "}"))
    }

    // MARK: - Parts

    @inline(__always)
    private func writeMotion(_ track: borrowing Track, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        if let ground = track.isOnGround, ground.value, isCurrent(ground) {
            json.text(texts.onGround)
            origins.note(ground, .barometricAltitude)
        } else {
            write(track.barometricAltitude, texts.barometricAltitude, 0, .barometricAltitude, &origins, &json)
        }
        write(track.geometricAltitude, texts.geometricAltitude, 0, .geometricAltitude, &origins, &json)
        write(track.groundSpeed, texts.groundSpeed, 1, .groundSpeed, &origins, &json)
        write(track.indicatedAirspeed, texts.indicatedAirspeed, 0, .indicatedAirspeed, &origins, &json)
        write(track.trueAirspeed, texts.trueAirspeed, 0, .trueAirspeed, &origins, &json)
        if let direction = track.track, isCurrent(direction), direction.value.rawValue.isFinite {
            json.text(texts.track)
            json.number(direction.value.rawValue, decimals: 2)
            origins.note(direction, .track)
        } else if let direction = track.calculatedTrack(at: now) {
            json.text(texts.calculatedTrack)
            json.number(direction.rawValue, decimals: 0)
        }
        write(track.mach, texts.mach, 3, &json)
        write(track.roll, texts.roll, 2, .roll, &origins, &json)
        write(track.trackRate, texts.trackRate, 2, &json)
        write(track.magneticHeading, texts.magneticHeading, 2, .magneticHeading, &origins, &json)
        write(track.trueHeading, texts.trueHeading, 2, .trueHeading, &origins, &json)
        write(track.barometricRate, texts.barometricRate, 0, .barometricRate, &origins, &json)
        write(track.geometricRate, texts.geometricRate, 0, .geometricRate, &origins, &json)
    }

    @inline(__always)
    private func writeCodes(_ track: borrowing Track, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        if let squawk = track.squawk {
            json.text(texts.squawk)
            // Four digits and the quote.
            json.word(DecimalDigits.octal(squawk.value.rawValue) | UInt64(UInt8(ascii: "\"")) << 32, 5)
            origins.note(squawk, .squawk)
        }
        if let emergency = track.emergency, isCurrent(emergency) {
            json.text(texts.emergencies[Int(emergency.value.rawValue)])
        }
        if let category = track.category {
            json.text(texts.category)
            let digit = UInt64(UInt8(ascii: "0") &+ category.value.number)
            json.word(UInt64(category.value.set) | digit << 8 | UInt64(UInt8(ascii: "\"")) << 16, 3)
        }
    }

    @inline(__always)
    private func writeSelections(_ track: borrowing Track, _ json: inout JSONBytes) {
        write(track.pressureSetting, texts.qnh, 1, &json)
        write(track.selectedAltitude, texts.selectedAltitude, 0, &json)
        write(track.managedAltitude, texts.managedAltitude, 0, &json)
        write(track.selectedHeading, texts.selectedHeading, 2, &json)
        guard let modes = track.modes, isCurrent(modes) else { return }
        var set = modes.value.rawValue & 31
        if let tcas = track.isTCASOperational, tcas.value, isCurrent(tcas) { set |= 32 }
        writeModes(set, &json)
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
    private func writeAir(_ track: borrowing Track, _ json: inout JSONBytes) {
        if let wind = track.wind, isCurrent(wind) {
            write(wind.value.direction.rawValue, texts.windDirection, 0, &json)
            write(wind.value.speed.rawValue, texts.windSpeed, 0, &json)
        }
        guard let temperature = track.temperature, isCurrent(temperature) else { return }
        write(temperature.value.rawValue, texts.outsideTemperature, 0, &json)
        if let mach = track.mach, isCurrent(mach),
            let total = AirTemperature.total(static: temperature.value, mach: mach.value)
        {
            write(total.rawValue, texts.totalTemperature, 0, &json)
        }
    }

    @inline(__always)
    private func writePosition(_ track: borrowing Track, _ origins: inout ReadsbOrigins, _ json: inout JSONBytes) {
        guard let fix = track.fix else { return }
        let isOld = fix.time.nanoseconds < oldest
        json.text(isOld ? texts.lastPosition : texts.latitude)
        json.degrees(fix.position.latitude)
        json.text(texts.longitude)
        json.degrees(fix.position.longitude)
        if let nic = fix.nic {
            json.text(texts.nic)
            json.whole(UInt64(nic))
        }
        if let radius = fix.containmentRadius { write(radius.rawValue, texts.containment, 0, &json) }
        json.text(texts.positionSeen)
        json.number(max(0, now.seconds(since: fix.time)), decimals: 3)
        if isOld { json.byte(UInt8(ascii: "}")) } else { origins.note(fix) }
    }

    @inline(__always)
    private func writeQuality(_ track: borrowing Track, _ json: inout JSONBytes) {
        if let version = track.adsbVersion {
            json.text(texts.version)
            json.whole(UInt64(version))
        }
        write(track.nicBaro, texts.nicBaro, &json)
        write(track.nacP, texts.nacP, &json)
        write(track.nacV, texts.nacV, &json)
        if let sil = track.sil {
            json.text(texts.sil)
            json.whole(UInt64(sil.value))
            if let kind = track.isSILPerSample {
                json.text(kind.value ? texts.silPerSample : texts.silPerHour)
            } else {
                json.text(texts.silUnknown)
            }
        }
        write(track.gva, texts.gva, &json)
        write(track.sda, texts.sda, &json)
        if let alert = track.isAlert, isCurrent(alert) { write(alert, texts.alert, &json) }
        if let ident = track.isIdent, isCurrent(ident) { write(ident, texts.spi, &json) }
    }

    @inline(__always)
    private func writeReception(_ track: borrowing Track, _ origins: ReadsbOrigins, _ json: inout JSONBytes) {
        if origins.isEmpty { json.text(texts.noOrigins) } else { writeOrigins(origins, &json) }
        json.text(texts.messages)
        json.whole(UInt64(max(0, track.messages)))
        json.text(texts.seen)
        json.number(max(0, now.seconds(since: track.lastHeard)), decimals: 1)
        let level = track.level.map { Double($0) } ?? Self.unknownLevel
        json.text(texts.rssi)
        json.number(level.isFinite ? level : Self.unknownLevel, decimals: 1)
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

    @inline(__always)
    private func isCurrent<Value>(_ known: Known<Value>) -> Bool { known.time.nanoseconds >= oldest }

    @inline(__always)
    private func write<Value: Quantity>(
        _ known: Known<Value>?,
        _ key: PackedText,
        _ decimals: Int,
        _ place: ReadsbOrigins.Key,
        _ origins: inout ReadsbOrigins,
        _ json: inout JSONBytes
    ) {
        guard let known, isCurrent(known), known.value.rawValue.isFinite else { return }
        json.text(key)
        json.number(known.value.rawValue, decimals: decimals)
        origins.note(known, place)
    }

    @inline(__always)
    private func write<Value: Quantity>(
        _ known: Known<Value>?,
        _ key: PackedText,
        _ decimals: Int,
        _ json: inout JSONBytes
    ) {
        guard let known, isCurrent(known) else { return }
        write(known.value.rawValue, key, decimals, &json)
    }

    @inline(__always)
    private func write(_ known: Known<Double>?, _ key: PackedText, _ decimals: Int, _ json: inout JSONBytes) {
        guard let known, isCurrent(known) else { return }
        write(known.value, key, decimals, &json)
    }

    @inline(__always)
    private func write(_ value: Double, _ key: PackedText, _ decimals: Int, _ json: inout JSONBytes) {
        guard value.isFinite else { return }
        json.text(key)
        json.number(value, decimals: decimals)
    }

    /// A flag as readsb writes it: 1 or 0.
    @inline(__always)
    private func write(_ known: Known<Bool>?, _ key: PackedText, _ json: inout JSONBytes) {
        guard let known else { return }
        json.text(key)
        json.byte(known.value ? UInt8(ascii: "1") : UInt8(ascii: "0"))
    }

    @inline(__always)
    private func write(_ known: Known<UInt8>?, _ key: PackedText, _ json: inout JSONBytes) {
        guard let known else { return }
        json.text(key)
        json.whole(UInt64(known.value))
    }
}
