import Aero
import ModeS
import NIOCore
import Tracking

/// `/api/states/all`: state vectors in the columns of OpenSky's interface.
///
/// - Source: OpenSky REST API documentation, "All State Vectors", "State Vectors": order, units and null of each column.
struct OpenSkyStatesDocument {
    let picture: SkyPicture
    let question: OpenSkyStatesRequest
    let countries: CountryNames
    /// Who was in the sky at a time in the past, and where.
    let paths: [FlownPath]

    /// A position older than this is null, seconds.
    static let positionSeconds = 15.0
    /// How far back trails are asked, seconds.
    static let pastSeconds = 3600.0

    private let time: Timestamp
    private let isPast: Bool

    /// - Parameter paths: what an archive holds of the time asked for; the trails without one.
    /// - Throws: `tooLongAgo`.
    init(
        _ picture: SkyPicture,
        _ question: OpenSkyStatesRequest,
        _ countries: CountryNames,
        paths: [FlownPath]? = nil
    ) throws(OpenSkyError) {
        self.picture = picture
        self.question = question
        self.countries = countries
        let now = picture.status.now
        time = min(question.time ?? now, now)
        isPast = try Self.isPast(question, now)
        self.paths = isPast ? paths ?? picture.tracks.map { FlownPath($0) } : []
    }

    /// Whether another time than now is asked for.
    ///
    /// - Throws: `tooLongAgo`.
    static func isPast(_ question: OpenSkyStatesRequest, _ now: Timestamp) throws(OpenSkyError) -> Bool {
        let age = now.seconds(since: min(question.time ?? now, now))
        guard age <= pastSeconds else { throw .tooLongAgo }
        return age > 1
    }

    /// Written elsewhere than where it is asked for.
    @concurrent
    func pieces() async -> [ByteBuffer] { [json] }

    var json: ByteBuffer {
        var json = JSONWriter(capacity: 4096)
        json.beginObject()
        json.mark(picture.status.provenance)
        json.key("time")
        json.integer(Self.seconds(time))
        json.key("states")
        var isFirst = true
        for state in states {
            if isFirst { json.beginArray() }
            isFirst = false
            write(state, &json)
        }
        if isFirst { json.null() } else { json.endArray() }
        json.endObject()
        return ByteBuffer(bytes: json.bytes)
    }

    /// Where and how one aircraft was.
    private struct State {
        var address: AircraftAddress
        var callsign: String?
        var category: EmitterCategory?
        var position: Position?
        var positionTime: Timestamp?
        var contact: Timestamp
        var altitude: Feet?
        var geometricAltitude: Feet?
        var isOnGround: Bool
        var speed: Knots?
        var track: Degrees?
        var rate: FeetPerMinute?
        var squawk: Squawk?
        var isIdent = false
        var isMultilateration: Bool
    }

    private var states: [State] {
        guard isPast else { return candidates.compactMap(state) }
        let wanted = question.addresses.map(Set.init)
        return paths.compactMap { path in
            guard path.address.isICAO, wanted?.contains(path.address) ?? true, let state = past(path) else {
                return nil
            }
            return isInBox(state) ? state : nil
        }
    }

    private var candidates: [Int] {
        if let addresses = question.addresses { return Set(addresses.compactMap(picture.index(of:))).sorted() }
        guard let box = question.box else { return Array(picture.tracks.indices) }
        return picture.indices(in: box).sorted()
    }

    private func state(_ index: Int) -> State? {
        // The interface knows addresses of the ICAO space only.
        guard picture.tracks[index].address.isICAO else { return nil }
        guard picture.isListed(index) else { return nil }
        let state = present(picture.tracks[index])
        return isInBox(state) ? state : nil
    }

    private func isInBox(_ state: State) -> Bool {
        guard let box = question.box else { return true }
        return state.position.map(box.contains) ?? false
    }

    private func present(_ track: Track) -> State {
        let now = picture.status.now
        func current<Value>(_ known: Known<Value>?) -> Value? {
            known.flatMap { $0.isCurrent(at: now) ? $0.value : nil }
        }
        let fix = track.fix.flatMap { now.seconds(since: $0.time) <= Self.positionSeconds ? $0 : nil }
        return State(
            address: track.address,
            callsign: track.callsign?.value,
            category: track.category?.value,
            position: fix?.position,
            positionTime: fix?.time,
            contact: track.lastHeard,
            altitude: current(track.barometricAltitude),
            geometricAltitude: current(track.geometricAltitude),
            isOnGround: current(track.isOnGround) ?? track.fix?.isOnGround ?? false,
            speed: current(track.groundSpeed),
            track: current(track.track),
            rate: current(track.verticalRate),
            squawk: track.squawk?.value,
            isIdent: current(track.isIdent) ?? false,
            isMultilateration: track.fix?.sourceClass == .multilateration
        )
    }

    /// From the path: the newest point that was not more than 15 s old, else the next within 15 s.
    private func past(_ path: FlownPath) -> State? {
        let points = path.points
        let after = points.partitioningIndex { $0.time > time }
        let near = [after - 1, after].first { place in
            points.indices.contains(place)
                && abs(time.seconds(since: points[place].time)) <= Self.positionSeconds
        }
        guard let point = near.map({ points[$0] }) else { return nil }
        let name = path.name(at: time)
        let track = picture.index(of: path.address).map { picture.tracks[$0] }
        return State(
            address: path.address,
            callsign: name?.callsign ?? track?.callsign?.value,
            category: track?.category?.value,
            position: Position(latitude: point.latitude, longitude: point.longitude),
            positionTime: point.time,
            contact: point.time,
            altitude: point.altitude,
            geometricAltitude: point.geometricAltitude,
            isOnGround: point.flags.contains(.onGround),
            speed: point.groundSpeed,
            track: point.track,
            rate: point.verticalRate,
            squawk: name?.squawk,
            isMultilateration: point.sourceClass == .multilateration
        )
    }

    private func write(_ state: State, _ json: inout JSONWriter) {
        json.beginArray()
        json.string(state.address.hex)
        if let callsign = state.callsign { json.padded(callsign, to: 8) } else { json.null() }
        json.string(countries.name(of: state.address))
        if let time = state.positionTime { json.integer(Self.seconds(time)) } else { json.null() }
        json.integer(Self.seconds(state.contact))
        json.orNull(state.position?.longitude, decimals: 4)
        json.orNull(state.position?.latitude, decimals: 4)
        json.orNull(state.altitude?.metres.rawValue, decimals: 2)
        json.boolean(state.isOnGround)
        json.orNull(state.speed?.metresPerSecond, decimals: 2)
        json.orNull(state.track?.rawValue, decimals: 2)
        json.orNull(state.rate.map { Feet($0.rawValue).metres.rawValue / 60 }, decimals: 2)
        json.null()
        json.orNull(state.geometricAltitude?.metres.rawValue, decimals: 2)
        if let squawk = state.squawk { json.string(squawk.description) } else { json.null() }
        json.boolean(state.isIdent)
        json.integer(state.isMultilateration ? 2 : 0)
        if question.isExtended { json.integer(Self.category(state.category)) }
        json.endArray()
    }

    /// Whole seconds, as the interface counts.
    static func seconds(_ time: Timestamp) -> Int64 { time.milliseconds / 1000 }

    /// - Source: OpenSky REST API documentation, column 17: 0 nothing known, 1 no information in the category, then those of set A, B and C.
    static func category(_ category: EmitterCategory?) -> Int {
        guard let category else { return 0 }
        let number = Int(category.number)
        guard number > 0 else { return 1 }
        switch category.set {
        case UInt8(ascii: "A"): return 1 + number
        case UInt8(ascii: "B"): return 8 + number
        case UInt8(ascii: "C") where number <= 5: return 15 + number
        default: return 0
        }
    }
}

extension JSONWriter {
    /// A number, or `null` where there is none.
    mutating func orNull(_ value: Double?, decimals: Int) {
        if let value { number(value, decimals: decimals) } else { null() }
    }
}

extension RandomAccessCollection {
    /// The first place from which on a condition holds, in a collection in which it holds from some place to the end.
    func partitioningIndex(where holds: (Element) -> Bool) -> Index {
        var low = startIndex
        var length = count
        while length > 0 {
            let half = length / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                length = half
            } else {
                low = index(after: middle)
                length -= half + 1
            }
        }
        return low
    }
}
