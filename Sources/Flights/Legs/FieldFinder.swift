import Aero

/// Looks fields up for one aircraft, and remembers the last answer while it stays near.
struct FieldFinder: Sendable {
    private var near: Field?
    /// The last answer.
    var last: Field? { near }
    private var asked: FlightPoint?

    /// Metres an aircraft moves before it is asked anew.
    private static let stride = 2_000.0
    /// Metres within which a field counts for the height above it.
    private static let reach = 10_000.0

    /// The field over or near which a point is: the nearest, larger ones counting as nearer.
    mutating func field(near point: FlightPoint, _ context: LegContext, sizes: AirportSizes) -> Field? {
        if let asked, let moved = asked.metres(to: point), moved < Self.stride { return near }
        guard let place = point.position else { return near }
        asked = point
        let gazetteer = context.gazetteer
        var best: (distance: Double, slot: AirportSlot)?
        for one in gazetteer.airports(near: place, count: 6, sizes: sizes, within: Metres(Self.reach)) {
            let bonus = Self.bonus(gazetteer.size(at: one.slot))
            if best.map({ one.distance.rawValue - bonus < $0.distance }) ?? true {
                best = (one.distance.rawValue - bonus, one.slot)
            }
        }
        if let best { if near?.slot != best.slot { near = Field(best.slot, in: gazetteer) } } else { near = nil }
        return near
    }

    /// The field on which a point lies.
    static func field(at place: Position, _ context: LegContext, sizes: AirportSizes) -> Field? {
        let reach = context.rules.fieldReach.rawValue
        let gazetteer = context.gazetteer
        var best: (distance: Double, field: Field)?
        // Runways of the largest fields end 5 km from the reference point.
        for one in gazetteer.airports(near: place, count: 6, sizes: sizes, within: Metres(reach + 5_000)) {
            let field = Field(one.slot, in: gazetteer)
            let distance = field.distance(to: place)
            guard distance <= reach else { continue }
            let ranked = distance - bonus(gazetteer.size(at: one.slot)) / 4
            if best.map({ ranked < $0.distance }) ?? true { best = (ranked, field) }
        }
        return best?.field
    }

    /// Metres by which a larger field counts as nearer.
    static func bonus(_ size: AirportSize) -> Double {
        switch size {
        case .large: 4_000
        case .medium: 2_000
        default: 0
        }
    }
}
