import Aero
import ModeS

@testable import Site
@testable import Tracking

/// `aircraft.json` written plainly, member by member through `JSONWriter`: what the quick encoder must write byte by byte.
struct PlainReadsbDocument {
    let now: Timestamp
    let provenance: Provenance
    let messages: Int
    let book: any AddressBook

    /// A position counts as current, and a value is given at all, up to this age in seconds.
    static let currentSeconds = 60.0
    /// Without a current position an aircraft is listed up to this age of its last message, seconds.
    static let listedSeconds = 30.0
    /// What stands for a level that no feed gives: readsb's floor. The key is always there.
    private static let unknownLevel = -49.5

    private let keys = PlainReadsbKeys.shared

    init(now: Timestamp, provenance: Provenance, messages: Int, book: any AddressBook) {
        self.now = now
        self.provenance = provenance
        self.messages = messages
        self.book = book
    }

    func json(_ tracks: [Track]) -> [UInt8] {
        var json = JSONWriter(capacity: tracks.count * 640 + 128)
        json.beginObject()
        json.mark(provenance)
        json.member("now", now)
        json.member("messages", messages)
        json.key("aircraft")
        json.beginArray()
        for track in tracks where isListed(track) { write(track, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    func isListed(_ track: Track) -> Bool {
        if let fix = track.fix, now.seconds(since: fix.time) <= PlainReadsbDocument.currentSeconds { return true }
        return now.seconds(since: track.lastHeard) <= PlainReadsbDocument.listedSeconds
    }

    private func write(_ track: Track, to json: inout JSONWriter) {
        var origin = PlainReadsbOrigins()
        json.beginObject()
        json.member(keys.hex, track.address.hex)
        json.member(keys.type, track.sourceClass.readsbName)
        if let callsign = track.callsign {
            json.key(keys.flight)
            json.padded(callsign.value, to: 8)
            origin.note(callsign, "callsign")
        }
        json.member(keys.registration, book.registration(of: track.address))
        json.member("t", book.typeDesignator(of: track.address))
        json.member("desc", book.typeDescription(of: track.address))
        let flags = book.flags(of: track.address)
        if !flags.isEmpty { json.member("dbFlags", flags.rawValue) }
        writeMotion(track, &origin, to: &json)
        writeCodes(track, &origin, to: &json)
        writeSelections(track, to: &json)
        writeAir(track, to: &json)
        writePosition(track, &origin, to: &json)
        writeQuality(track, to: &json)
        json.key(keys.mlat)
        json.names(origin.multilateration)
        json.key(keys.tisb)
        json.names(origin.trafficInformation)
        json.member(keys.messages, track.messages)
        json.member(keys.seen, max(0, now.seconds(since: track.lastHeard)), decimals: 1)
        let level = track.level.map(Double.init) ?? PlainReadsbDocument.unknownLevel
        json.member(keys.rssi, level.isFinite ? level : PlainReadsbDocument.unknownLevel, decimals: 1)
        json.endObject()
    }

    private func writeMotion(_ track: Track, _ origin: inout PlainReadsbOrigins, to json: inout JSONWriter) {
        if let onGround = track.isOnGround, onGround.value, isCurrent(onGround.time) {
            json.key(keys.barometricAltitude)
            json.string("ground")
            origin.note(onGround, "alt_baro")
        } else {
            write(track.barometricAltitude, keys.barometricAltitude, 0, "alt_baro", &origin, &json)
        }
        write(track.geometricAltitude, keys.geometricAltitude, 0, "alt_geom", &origin, &json)
        write(track.groundSpeed, keys.groundSpeed, 1, "gs", &origin, &json)
        write(track.indicatedAirspeed, keys.indicatedAirspeed, 0, "ias", &origin, &json)
        write(track.trueAirspeed, keys.trueAirspeed, 0, "tas", &origin, &json)
        write(track.track, keys.track, 2, "track", &origin, &json)
        if track.track.map({ !isCurrent($0.time) }) ?? true {
            json.member("calc_track", track.calculatedTrack(at: now)?.rawValue, decimals: 0)
        }
        write(track.mach, keys.mach, 3, &json)
        write(track.roll, keys.roll, 2, "roll", &origin, &json)
        write(track.trackRate, keys.trackRate, 2, &json)
        write(track.magneticHeading, keys.magneticHeading, 2, "mag_heading", &origin, &json)
        write(track.trueHeading, keys.trueHeading, 2, "true_heading", &origin, &json)
        write(track.barometricRate, keys.barometricRate, 0, "baro_rate", &origin, &json)
        write(track.geometricRate, keys.geometricRate, 0, "geom_rate", &origin, &json)
    }

    private func writeCodes(_ track: Track, _ origin: inout PlainReadsbOrigins, to json: inout JSONWriter) {
        if let squawk = track.squawk {
            json.member(keys.squawk, squawk.value.description)
            origin.note(squawk, "squawk")
        }
        if let emergency = track.emergency, isCurrent(emergency.time) {
            json.member(keys.emergency, emergency.value.readsbName)
        }
        if let category = track.category { json.member(keys.category, category.value.description) }
    }

    private func writeSelections(_ track: Track, to json: inout JSONWriter) {
        write(track.pressureSetting, keys.qnh, 1, &json)
        json.member(keys.selectedAltitude, current(track.selectedAltitude)?.rawValue, decimals: 0)
        json.member(keys.managedAltitude, current(track.managedAltitude)?.rawValue, decimals: 0)
        json.member(keys.selectedHeading, current(track.selectedHeading)?.rawValue, decimals: 2)
        if let modes = current(track.modes) {
            json.key(keys.modes)
            json.beginArray()
            for name in modes.names { json.string(name) }
            if current(track.isTCASOperational) == true { json.string("tcas") }
            json.endArray()
        }
    }

    private func writeAir(_ track: Track, to json: inout JSONWriter) {
        if let wind = current(track.wind) {
            json.member(keys.windDirection, wind.direction.rawValue, decimals: 0)
            json.member(keys.windSpeed, wind.speed.rawValue, decimals: 0)
        }
        guard let temperature = current(track.temperature) else { return }
        json.member(keys.outsideTemperature, temperature.rawValue, decimals: 0)
        let total = current(track.mach).flatMap { AirTemperature.total(static: temperature, mach: $0) }
        json.member(keys.totalTemperature, total?.rawValue, decimals: 0)
    }

    private func writePosition(_ track: Track, _ origin: inout PlainReadsbOrigins, to json: inout JSONWriter) {
        guard let fix = track.fix else { return }
        if isCurrent(fix.time) {
            writeMembers(of: fix, to: &json)
            origin.note(fix)
        } else {
            json.key(keys.lastPosition)
            json.beginObject()
            writeMembers(of: fix, to: &json)
            json.endObject()
        }
    }

    private func writeMembers(of fix: Fix, to json: inout JSONWriter) {
        json.member(keys.latitude, fix.position.latitude, decimals: 6)
        json.member(keys.longitude, fix.position.longitude, decimals: 6)
        json.member(keys.nic, fix.nic)
        json.member(keys.containment, fix.containmentRadius?.rawValue, decimals: 0)
        json.member(keys.positionSeen, max(0, now.seconds(since: fix.time)), decimals: 3)
    }

    private func writeQuality(_ track: Track, to json: inout JSONWriter) {
        json.member(keys.version, track.adsbVersion)
        write(track.nicBaro, keys.nicBaro, &json)
        write(track.nacP, keys.nacP, &json)
        write(track.nacV, keys.nacV, &json)
        write(track.sil, keys.sil, &json)
        if track.sil != nil { writeIntegrityType(track.isSILPerSample, &json) }
        write(track.gva, keys.gva, &json)
        write(track.sda, keys.sda, &json)
        if isCurrent(track.isAlert) { write(track.isAlert, keys.alert, &json) }
        if isCurrent(track.isIdent) { write(track.isIdent, keys.spi, &json) }
    }

    private func writeIntegrityType(_ known: Known<Bool>?, _ json: inout JSONWriter) {
        guard let known else { return json.member(keys.silType, "unknown") }
        json.member(keys.silType, known.value ? "persample" : "perhour")
    }

    /// A flag as readsb writes it: 1 or 0.
    private func write(_ known: Known<Bool>?, _ key: JSONKey, _ json: inout JSONWriter) {
        guard let known else { return }
        json.member(key, known.value ? 1 : 0)
    }

    private func write(_ known: Known<UInt8>?, _ key: JSONKey, _ json: inout JSONWriter) {
        json.member(key, known?.value)
    }

    private func isCurrent<Value>(_ known: Known<Value>?) -> Bool {
        guard let known else { return false }
        return isCurrent(known.time)
    }

    private func write<Value: Quantity>(
        _ known: Known<Value>?,
        _ key: JSONKey,
        _ decimals: Int,
        _ name: String,
        _ origin: inout PlainReadsbOrigins,
        _ json: inout JSONWriter
    ) {
        guard let known, isCurrent(known.time), known.value.rawValue.isFinite else { return }
        json.member(key, known.value.rawValue, decimals: decimals)
        origin.note(known, name)
    }

    private func write(_ known: Known<Double>?, _ key: JSONKey, _ decimals: Int, _ json: inout JSONWriter) {
        json.member(key, current(known), decimals: decimals)
    }

    /// A value that is not too old to be given.
    private func current<Value>(_ known: Known<Value>?) -> Value? {
        known.flatMap { isCurrent($0.time) ? $0.value : nil }
    }

    private func isCurrent(_ time: Timestamp) -> Bool {
        now.seconds(since: time) <= PlainReadsbDocument.currentSeconds
    }
}
