import Aero

extension StopAirport: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(code)
        writer.put(position)
        writer.put(weight)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let (code, position) = (try reader.text(), try reader.take(Position.self))
        self.init(code: code, position: position, weight: try reader.share())
    }
}

extension ArrivalReading: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(start)
        writer.put(end)
        writer.put(zone)
        writer.put(weight)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(
            start: try reader.take(),
            end: try reader.take(),
            zone: try reader.take(),
            weight: try reader.share()
        )
    }
}

extension ArrivalWindow: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(readings)
        writer.put(earliest)
        writer.put(latest)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(readings: try reader.take(), earliest: try reader.take(), latest: try reader.take())
    }
}

extension ItineraryStop: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(kind)
        writer.put(name)
        writer.put(airports)
        writer.put(arrival)
        writer.put(dwellHours.map { [$0.lowerBound, $0.upperBound] })
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let (kind, name) = (try reader.take(Kind.self), try reader.text())
        let (airports, arrival) = (try reader.take([StopAirport].self), try reader.take(ArrivalWindow.self))
        let start = reader.at
        let hours = try reader.take([Double]?.self)
        if let hours, hours.count != 2 || hours[0] > hours[1] || hours[0] < 0 {
            throw .notThis(kind: "hours", byte: start)
        }
        self.init(
            kind: kind,
            name: name,
            airports: airports,
            arrival: arrival,
            dwellHours: hours.map { $0[0]...$0[1] }
        )
    }
}

extension StoredReader {
    /// A share, over 0 to 1.
    fileprivate mutating func share() throws(StoredVisitError) -> Double {
        let start = at
        let share = try finite()
        guard (0...1).contains(share) else { throw .notThis(kind: "share", byte: start) }
        return share
    }
}
