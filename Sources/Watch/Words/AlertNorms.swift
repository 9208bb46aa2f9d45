import Aero

/// What may be told of where an aircraft was: of a private one an area alone, unless a rule that is its owner's own asks for more.
struct AlertNorms {
    /// As the rule shows it and the norms allow it.
    let place: Position?
    /// When it was there.
    let time: Timestamp?
    /// Whose place it is.
    let aircraft: AircraftAddress?
    let isWithheld: Bool
    let isCoarse: Bool
    /// The true place, for words that name an area alone.
    let known: Position?

    init(_ found: FoundAlert) {
        let shown = found.rule.outcome.position
        // Of several the one whose event completed the rule.
        let last = found.alert.events.last?.aircraft
        let candidates = [last].compactMap(\.self) + found.alert.bound.flatMap(\.aircraft)
        aircraft = candidates.first { found.snapshots[$0]?.position != nil }
        let snapshot = aircraft.flatMap { found.snapshots[$0] }
        known = snapshot?.position
        time = snapshot?.positionTime
        let isPrivate = found.snapshots.values.contains { Self.isPrivate($0) }
        isWithheld = isPrivate && (shown != .exact || found.rule.outcome.isPublic)
        isCoarse = shown == .coarse
        guard let known, !isWithheld, shown != .never else {
            place = nil
            return
        }
        place = isCoarse ? WatchPlaceText.coarse(known) : known
    }

    /// Whether it has to be taken for a private person's: nobody says otherwise.
    static func isPrivate(_ snapshot: AircraftSnapshot) -> Bool {
        guard snapshot.identity.isPrivate else { return false }
        let isMarked = snapshot.identity.lists.contains { $0 == "LADD" || $0 == "PIA" }
        // An operator's callsign says more than that no list knows it.
        return isMarked || snapshot.identity.category == "private" || !(snapshot.callsign.map(isOperators) ?? false)
    }

    /// Three letters and a number. Private aircraft call themselves by their registration.
    private static func isOperators(_ callsign: String) -> Bool {
        let bytes = Array(callsign.utf8)
        guard bytes.count >= 4, bytes[..<3].allSatisfy({ (65...90).contains($0) }) else { return false }
        return (48...57).contains(bytes[3])
    }
}

extension WatchIdentity {
    /// Whether it has to be taken for a private person's by what lists and registers say: they name no state, no operator, and no list that
    /// somebody keeps on purpose. Marks of limited display and of privacy addresses say that somebody asked for it.
    public var isPrivate: Bool {
        switch category {
        case "private"?: return true
        case "state"?, "government"?, "military"?, "police"?: return false
        default: break
        }
        if lists.contains(where: { $0 == "LADD" || $0 == "PIA" }) { return true }
        return operatorCode == nil && !lists.contains { !$0.hasPrefix(WatchRule.ownList) }
    }
}
