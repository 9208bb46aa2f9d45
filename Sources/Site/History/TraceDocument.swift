import Aero
import ModeS
import NIOCore
import Tracking

/// The path of one aircraft as readsb writes traces.
///
/// - Source: docs/http-api.md, "Traces".
struct TraceDocument {
    let path: FlownPath
    let identity: AircraftIdentity
    let provenance: Provenance
    /// The picture and the place in it of the aircraft where it is in the sky now.
    var live: (picture: SkyPicture, place: Int)?

    /// What a point's flags say.
    private struct Flags: OptionSet {
        let rawValue: Int
        /// Nothing was heard before it.
        static let stale = Flags(rawValue: 1)
        static let newLeg = Flags(rawValue: 2)
        static let geometricRate = Flags(rawValue: 4)
        static let geometricAltitude = Flags(rawValue: 8)
    }

    /// The points within a time.
    ///
    /// - Parameters:
    ///   - limit: only the last so many.
    ///   - endsNow: where the aircraft is now is told too, with everything known of it.
    /// - Returns: `nil` when there is no point.
    func json(_ time: Range<Timestamp>, limit: Int = .max, endsNow: Bool) -> [UInt8]? {
        let all = path.points
        let inside = all.indices.filter { time.contains(all[$0].time) }
        let now = endsNow ? position(after: inside.last.map { all[$0].time }, time) : nil
        guard let begin = inside.first.map({ all[$0].time }) ?? now?.time else { return nil }
        let chosen = inside.suffix(limit)
        let first = chosen.first.map { all[$0].time } ?? begin
        var json = JSONWriter(capacity: chosen.count * 96 + 1024)
        json.beginObject()
        json.mark(provenance)
        json.member("icao", path.address.hex)
        json.member("r", identity.registration)
        json.member("t", identity.type)
        json.member("desc", identity.description)
        if !identity.flags.isEmpty { json.member("dbFlags", identity.flags.rawValue) }
        json.member("timestamp", first)
        json.key("trace")
        json.beginArray()
        var legs = LegMarks()
        var lastName: TrailName?
        for index in all.indices {
            let startsLeg = legs.startsLeg(at: all[index])
            guard let firstIndex = chosen.first, let lastIndex = chosen.last, (firstIndex...lastIndex).contains(index)
            else { continue }
            let name = path.name(at: all[index].time)
            let tells = name != nil && name != lastName
            write(index, since: first, startsLeg: startsLeg, tells ? name : nil, to: &json)
            lastName = name
        }
        if let now, let live { write(now, live.place, of: live.picture, since: first, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }

    /// Where the aircraft is now, if that is later than its trail's last point.
    private func position(after last: Timestamp?, _ time: Range<Timestamp>) -> Fix? {
        guard live != nil, let fix = path.fix, time.contains(fix.time) else { return nil }
        if let last, fix.time.milliseconds <= last.milliseconds { return nil }
        return fix
    }

    private func write(
        _ index: Int,
        since first: Timestamp,
        startsLeg: Bool,
        _ name: TrailName?,
        to json: inout JSONWriter
    ) {
        let point = path.points[index]
        let details = path.details.indices.contains(index) ? path.details[index] : nil
        var flags: Flags = []
        if point.flags.contains(.afterGap) { flags.insert(.stale) }
        if startsLeg { flags.insert(.newLeg) }
        if point.flags.contains(.geometricRate) { flags.insert(.geometricRate) }
        if point.flags.contains(.geometricAltitude) { flags.insert(.geometricAltitude) }
        json.beginArray()
        json.number(point.time.seconds(since: first), decimals: 2)
        json.number(point.latitude, decimals: 6)
        json.number(point.longitude, decimals: 6)
        if point.flags.contains(.onGround) {
            json.string("ground")
        } else {
            json.number(point.altitude?.rawValue ?? .nan, decimals: 0)
        }
        json.number(point.groundSpeed?.rawValue ?? .nan, decimals: 1)
        json.number(point.track?.rawValue ?? .nan, decimals: 1)
        json.integer(flags.rawValue)
        json.number(point.verticalRate?.rawValue ?? .nan, decimals: 0)
        if let name { write(name, point.sourceClass, to: &json) } else { json.null() }
        json.string(point.sourceClass.readsbName)
        json.number(point.geometricAltitude?.rawValue ?? .nan, decimals: 0)
        let isGeometric = point.flags.contains(.geometricRate)
        let rate = isGeometric ? point.verticalRate?.rawValue : details?.geometricRate.map { Double($0) * 64 }
        json.number(rate ?? .nan, decimals: 0)
        json.number(details?.indicatedAirspeed.map(Double.init) ?? .nan, decimals: 0)
        json.number(details?.roll.map { Double($0) / 10 } ?? .nan, decimals: 1)
        json.endArray()
    }

    private func write(_ name: TrailName, _ source: SourceClass, to json: inout JSONWriter) {
        json.beginObject()
        json.member("type", source.readsbName)
        if let callsign = name.callsign {
            json.key("flight")
            json.padded(callsign, to: 8)
        }
        json.member("squawk", name.squawk?.description)
        json.endObject()
    }

    private func write(
        _ fix: Fix,
        _ place: Int,
        of picture: SkyPicture,
        since first: Timestamp,
        to json: inout JSONWriter
    ) {
        let track = picture.tracks[place]
        let now = picture.status.now
        var object = ByteBuffer()
        ReadsbAircraftDocument(picture).append([AircraftMatch(index: place)], to: &object)
        func number<Value: Quantity>(_ known: Known<Value>?, decimals: Int) {
            let current = known.flatMap { $0.isCurrent(at: now) ? $0.value.rawValue : nil }
            json.number(current ?? .nan, decimals: decimals)
        }
        let usesGeometricAltitude = track.barometricAltitude == nil
        let usesGeometricRate = track.barometricRate == nil
        var flags: Flags = []
        if usesGeometricAltitude, track.geometricAltitude != nil { flags.insert(.geometricAltitude) }
        if usesGeometricRate, track.geometricRate != nil { flags.insert(.geometricRate) }
        json.beginArray()
        json.number(fix.time.seconds(since: first), decimals: 2)
        json.number(fix.position.latitude, decimals: 6)
        json.number(fix.position.longitude, decimals: 6)
        if fix.isOnGround {
            json.string("ground")
        } else {
            number(usesGeometricAltitude ? track.geometricAltitude : track.barometricAltitude, decimals: 0)
        }
        number(track.groundSpeed, decimals: 1)
        number(track.track, decimals: 1)
        json.integer(flags.rawValue)
        number(usesGeometricRate ? track.geometricRate : track.barometricRate, decimals: 0)
        json.raw(Array(object.readableBytesView))
        json.string(fix.sourceClass.readsbName)
        number(track.geometricAltitude, decimals: 0)
        number(track.geometricRate, decimals: 0)
        number(track.indicatedAirspeed, decimals: 0)
        number(track.roll, decimals: 1)
        json.endArray()
    }
}

extension TraceDocument {
    /// The trail of one of the picture's tracks.
    init(picture: SkyPicture, _ place: Int) {
        self.init(
            path: FlownPath(picture.tracks[place]),
            identity: picture.identity(place),
            provenance: picture.status.provenance,
            live: (picture, place)
        )
    }
}
