import Tracking

/// Pieces of a path by what the aircraft called itself while it flew them.
struct CalledPieces {
    struct Part: Hashable {
        /// `nil`: nothing it was heard to say.
        let callsign: String?
        var pieces: [[Observation]]
    }

    /// In the order of time; neighbours have different callsigns.
    private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - pieces: unbroken, rising in time; none is empty.
    ///   - names: rising in time.
    init(_ pieces: [[Observation]], _ names: [IdentityChange]) {
        var cursor = NameCursor(names)
        for piece in pieces {
            let called = piece.map { row -> String? in
                _ = cursor.advance(to: row.milliseconds)
                return cursor[.callsign]
            }
            // Who tells its callsign some seconds after its place had it before: nothing was silent in between.
            let first = called.lazy.compactMap(\.self).first
            var start = 0
            while start < piece.count {
                let own = called[start] ?? (called[..<start].allSatisfy { $0 == nil } ? first : nil)
                let end =
                    (start + 1..<piece.count).first { called[$0] != called[start] && called[$0] != own } ?? piece.count
                // The line goes on where the name changes.
                add(Array(piece[max(0, start - 1)..<end]), own)
                start = end
            }
        }
    }

    private mutating func add(_ piece: [Observation], _ callsign: String?) {
        if let last = parts.indices.last, parts[last].callsign == callsign {
            parts[last].pieces.append(piece)
        } else {
            parts.append(Part(callsign: callsign, pieces: [piece]))
        }
    }
}
