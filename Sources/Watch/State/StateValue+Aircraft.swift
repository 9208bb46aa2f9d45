import Aero

extension SilenceState: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(since)
        writer.put(judgements)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(since: try reader.take(), judgements: try reader.take())
    }
}

extension SilenceState.Judgement: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(time)
        writer.put(gapClass)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(time: try reader.take(), gapClass: try reader.take())
    }
}

extension AircraftState.CodeRun: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(Int(code))
        writer.put(since)
        writer.put(isCertain)
        writer.put(isTold)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let code = try reader.take(Int.self)
        guard (0...0o7777).contains(code) else { throw reader.badValue }
        self.init(
            code: UInt16(code),
            since: try reader.take(),
            isCertain: try reader.take(),
            isTold: try reader.take()
        )
    }
}

extension AircraftState.LevelRun: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(level)
        writer.put(since)
        writer.put(last)
        writer.put(isTold)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(
            level: try reader.take(),
            since: try reader.take(),
            last: try reader.take(),
            isTold: try reader.take()
        )
    }
}

extension AircraftState: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(address)
        writer.put(lastEvent)
        writer.put(isGone)
        writer.put(identity)
        writer.put(callsign)
        writer.put(position)
        writer.put(positionTime)
        writer.put(barometricAltitude?.rawValue)
        writer.put(lastHeard)
        writer.put(silence)
        writer.put(airport)
        writer.put(code)
        writer.put(inside)
        writer.put(levels)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(address: try reader.take())
        lastEvent = try reader.take()
        isGone = try reader.take()
        identity = try reader.take()
        callsign = try reader.take()
        position = try reader.take()
        positionTime = try reader.take()
        barometricAltitude = try reader.take(Double?.self).map { Feet($0) }
        lastHeard = try reader.take()
        silence = try reader.take()
        airport = try reader.take()
        code = try reader.take()
        inside = try reader.take()
        levels = try reader.take()
    }
}
