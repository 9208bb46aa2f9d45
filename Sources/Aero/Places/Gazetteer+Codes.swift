extension Gazetteer {
    /// Airports with a code of ICAO or IATA, or an identity, that one slip parts from what was written: for who mistyped.
    ///
    /// - Parameters:
    ///   - code: capital letters.
    ///   - limit: at most so many.
    /// - Returns: larger airports first, then by identity; nothing for an empty text, or one no code is as long as.
    public func airports(spelledLike code: String, limit: Int = 3) -> [Airport] {
        let wanted = Array(code.utf8)
        guard (2...12).contains(wanted.count), limit > 0 else { return [] }
        var found: [(row: Int, identity: String)] = []
        for (index, row) in airportRows.enumerated() {
            let identity = texts[row.identity]
            let codes = [identity, row.icao.text, row.iata.text].compactMap(\.self)
            guard codes.contains(where: { Spelling.isOneSlip(wanted[...], Array($0.utf8)[...]) }) else { continue }
            found.append((index, identity))
        }
        found.sort { one, other in
            let (left, right) = (airportRows[one.row], airportRows[other.row])
            if left.size != right.size { return left.size < right.size }
            if left.hasScheduledService != right.hasScheduledService { return left.hasScheduledService }
            return one.identity < other.identity
        }
        return found.prefix(limit).map { airport(at: AirportSlot(UInt32($0.row))) }
    }
}
