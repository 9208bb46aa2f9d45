import Aero
import Flights

extension JSONWriter {
    /// The members of an interval of time.
    mutating func members(_ span: Span) {
        member("earliest", span.earliest)
        member("latest", span.latest)
    }

    mutating func member(_ name: JSONKey, _ span: Span?) {
        guard let span else { return }
        key(name)
        beginObject()
        members(span)
        endObject()
    }

    /// A take-off or landing.
    mutating func member(_ name: JSONKey, _ end: LegEnd?, _ airports: inout NamedAirports) {
        guard let end else { return }
        key(name)
        beginObject()
        member("known", end.knowing.rawValue)
        members(end.span)
        key("airports")
        beginArray()
        for chance in end.fields {
            airports.note(chance.field)
            beginObject()
            member("id", chance.field)
            member("probability", chance.probability, decimals: 4)
            endObject()
        }
        endArray()
        member("runway", end.runway)
        member("heard", end.heard)
        endObject()
    }

    /// Where a silence began or ended.
    mutating func member(_ name: JSONKey, _ end: GapEnd?, _ airports: inout NamedAirports) {
        guard let end else { return }
        key(name)
        beginObject()
        member("time", end.sighting.time)
        let disc = end.sighting.whereabouts.narrowest
        if disc.radius.rawValue == 0 {
            member("latitude", disc.centre.latitude, decimals: 5)
            member("longitude", disc.centre.longitude, decimals: 5)
        }
        member("altitude", end.sighting.altitude?.rawValue, decimals: 0)
        member("isOnGround", end.isOnGround)
        airports.note(end.field)
        member("airport", end.field)
        member("trend", end.trend.rawValue)
        member("groundSpeed", end.groundSpeed?.rawValue, decimals: 1)
        member("track", end.track?.rawValue, decimals: 1)
        endObject()
    }

    /// An area as closed rings of GeoJSON's order, longitude first, cut at the 180th meridian.
    mutating func members(_ region: ReachRegion) {
        member("everywhere", region == .everywhere)
        key("polygons")
        beginArray()
        if case .area(let outline) = region {
            for piece in outline.pieces {
                beginArray()
                for ring in [piece.outer] + piece.holes { coordinates(ring) }
                endArray()
            }
        }
        endArray()
    }

    private mutating func coordinates(_ ring: [MapPoint]) {
        beginArray()
        for point in ring + ring.prefix(1) {
            beginArray()
            number(point.longitude, decimals: 4)
            number(point.latitude, decimals: 4)
            endArray()
        }
        endArray()
    }
}

extension JSONWriter {
    /// An array of objects.
    mutating func objects<Item>(_ name: JSONKey, _ items: [Item], write: (Item, inout JSONWriter) -> Void) {
        key(name)
        beginArray()
        for item in items {
            beginObject()
            write(item, &self)
            endObject()
        }
        endArray()
    }
}
