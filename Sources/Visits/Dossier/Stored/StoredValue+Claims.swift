import Aero

extension Speaker: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(name)
        writer.put(isUnnamed)
        writer.put(toldTo)
        writer.put(span)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(
            name: try reader.take(),
            isUnnamed: try reader.take(),
            toldTo: try reader.take(),
            span: try reader.take()
        )
    }
}

extension ClaimedPlace: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(name)
        writer.put(span)
        writer.put(airports)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(name: try reader.take(), span: try reader.take(), airports: try reader.take())
    }
}

/// Whoever put it in: nobody's name is the drafter.
extension Claim.Entry: StoredValue {
    func write(to writer: inout StoredWriter) {
        switch self {
        case .drafter: writer.put(String?.none)
        case .person(let name): writer.put(Optional(name))
        }
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self = try reader.take(String?.self).map(Self.person) ?? .drafter
    }
}

extension Claim: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(id)
        writer.put(kind)
        writer.put(report)
        writer.put(spans)
        writer.put(speaker)
        writer.put(certainty)
        writer.put(polarity)
        writer.put(time)
        writer.put(stops)
        writer.put(places)
        writer.put(count)
        writer.put(aircraft)
        writer.put(other)
        writer.put(entry)
        writer.put(confirmedBy)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(
            id: try reader.take(),
            kind: try reader.take(),
            report: try reader.take(),
            spans: try reader.take(),
            speaker: try reader.take(),
            certainty: try reader.take()
        )
        polarity = try reader.take()
        time = try reader.take()
        stops = try reader.take()
        places = try reader.take()
        count = try reader.take()
        aircraft = try reader.take()
        other = try reader.take()
        entry = try reader.take()
        confirmedBy = try reader.take()
    }
}

extension Report: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(id)
        writer.put(kind)
        writer.put(addedBy)
        writer.put(addedAt)
        writer.put(dateline)
        writer.put(language)
        writer.put(capturedAt)
        for text in [title, address, outlet, sha256, licence, name, mediaType] { writer.put(text) }
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let (id, kind) = (try reader.take(Int.self), try reader.take(Kind.self))
        self.init(id: id, addedBy: try reader.take())
        self.kind = kind
        addedAt = try reader.take()
        dateline = try reader.take()
        language = try reader.take()
        capturedAt = try reader.take()
        title = try reader.take()
        address = try reader.take()
        outlet = try reader.take()
        sha256 = try reader.take()
        licence = try reader.take()
        name = try reader.take()
        mediaType = try reader.take()
    }
}

extension VisitRule: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(kind)
        writer.put(stop)
        writer.put(json)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(kind: try reader.take(), stop: try reader.take(), json: try reader.take())
    }
}
