import Aero

extension StopMention: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(report)
        writer.put(spans)
        writer.put(announced)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(report: try reader.take(), spans: try reader.take(), announced: try reader.take())
    }
}

extension NarrowedWindow: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(window)
        writer.put(claims)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(window: try reader.take(), claims: try reader.take())
    }
}

extension DraftedStop: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(id)
        writer.put(stop)
        writer.put(country)
        writer.put(track)
        writer.put(certainty)
        writer.put(spans)
        writer.put(report)
        writer.put(claims)
        writer.put(roundTripFrom)
        writer.put(stayUntil)
        writer.put(confirmedBy)
        writer.put(mentions)
        writer.put(narrowed)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let (id, stop) = (try reader.take(Int.self), try reader.take(ItineraryStop.self))
        let (country, track) = (try reader.take(StateCode?.self), try reader.take(Track.self))
        self.init(
            id: id,
            stop: stop,
            country: country,
            certainty: try reader.take(),
            spans: try reader.take(),
            report: try reader.take()
        )
        self.track = track
        claims = try reader.take()
        roundTripFrom = try reader.take()
        stayUntil = try reader.take()
        confirmedBy = try reader.take()
        mentions = try reader.take()
        narrowed = try reader.take()
    }
}

extension VisitSubject: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(name)
        writer.put(role)
        writer.put(state)
        writer.put(span)
        writer.put(assumedHome)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(
            name: try reader.take(),
            role: try reader.take(),
            state: try reader.take(),
            span: try reader.take(),
            assumedHome: try reader.take()
        )
    }
}

extension OpenPoint: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(kind)
        writer.put(span)
        writer.put(stop)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(try reader.take(), span: try reader.take(), stop: try reader.take())
    }
}

extension Dateline: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(time)
        writer.put(basis)
        writer.put(offsetSeconds)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(time: try reader.take(), basis: try reader.take(), offsetSeconds: try reader.take())
    }
}

extension Draft: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(language)
        writer.put(dateline)
        writer.put(outlet)
        writer.put(subject)
        writer.put(stops)
        writer.put(claims)
        writer.put(openPoints)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(
            language: try reader.take(),
            dateline: try reader.take(),
            outlet: try reader.take(),
            subject: try reader.take(),
            stops: try reader.take(),
            claims: try reader.take(),
            openPoints: try reader.take()
        )
    }
}
