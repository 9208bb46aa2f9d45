import Aero
import Flights

extension EventKey: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(time)
        writer.put(aircraft)
        writer.byte(kind.rawValue)
        writer.put(id)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let time = try reader.take(Timestamp.self)
        let aircraft = try reader.take(AircraftAddress.self)
        guard let kind = EventKind(rawValue: try reader.byte()) else { throw reader.badValue }
        self.init(time: time, aircraft: aircraft, kind: kind, id: try reader.take())
    }
}

extension WatchIdentity: StateValue {
    func write(to writer: inout StateWriter) {
        for text in [registration, type, operatorCode, country, category, fleet] { writer.put(text) }
        writer.put(lists)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init()
        registration = try reader.take()
        type = try reader.take()
        operatorCode = try reader.take()
        country = try reader.take()
        category = try reader.take()
        fleet = try reader.take()
        lists = try reader.take()
    }
}

extension WatchSample: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(position)
        writer.put(barometricAltitude?.rawValue)
        writer.put(groundSpeed?.rawValue)
        writer.put(verticalRate?.rawValue)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init()
        position = try reader.take()
        barometricAltitude = try reader.take(Double?.self).map { Feet($0) }
        groundSpeed = try reader.take(Double?.self).map { Knots($0) }
        verticalRate = try reader.take(Double?.self).map { FeetPerMinute($0) }
    }
}

extension Knowing: StateValue {
    func write(to writer: inout StateWriter) { writer.put(rawValue) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        guard let known = Knowing(rawValue: try reader.take()) else { throw reader.badValue }
        self = known
    }
}

extension GapClass: StateValue {
    func write(to writer: inout StateWriter) { writer.put(rawValue) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        guard let known = GapClass(rawValue: try reader.take()) else { throw reader.badValue }
        self = known
    }
}

extension WatchEvent: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(key)
        switch content {
        case .identified(let identity): writer.put(identity)
        case .firstEver, .sourceLost: break
        case .reappeared(let lastHeard): writer.put(lastHeard)
        case .sample(let sample): writer.put(sample)
        case .callsign(let callsign): writer.put(callsign)
        case .squawk(let code, let isCertain):
            writer.put(Int(code.rawValue))
            writer.put(isCertain)
        case .takeoff(let airport, let knowing), .landing(let airport, let knowing):
            writer.put(airport)
            writer.put(knowing)
        case .silent(let since, let gapClass):
            writer.put(since)
            writer.put(gapClass)
        case .interference(let before, let now):
            writer.byte(before)
            writer.byte(now)
        case .listening(let isListening): writer.put(isListening)
        }
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let key = try reader.take(EventKey.self)
        let content: Content
        switch key.kind {
        case .identified: content = .identified(try reader.take())
        case .firstEver: content = .firstEver
        case .sourceLost: content = .sourceLost
        case .reappeared: content = .reappeared(lastHeard: try reader.take())
        case .sample: content = .sample(try reader.take())
        case .callsign: content = .callsign(try reader.take())
        case .squawk:
            let code = try reader.take(Int.self)
            guard (0...0o7777).contains(code) else { throw reader.badValue }
            content = .squawk(Squawk(rawValue: UInt16(code)), isCertain: try reader.take())
        case .takeoff: content = .takeoff(airport: try reader.take(), try reader.take())
        case .landing: content = .landing(airport: try reader.take(), try reader.take())
        case .silent: content = .silent(since: try reader.take(), try reader.take())
        case .interference: content = .interference(before: try reader.byte(), now: try reader.byte())
        case .listening: content = .listening(try reader.take())
        }
        self.init(time: key.time, aircraft: key.aircraft, id: key.id, content)
    }
}
