import Aero
import Flights

/// `/api/v1/coverage`: how often somebody who is known to be in a cell of the air was heard there.
enum CoverageDocument {
    /// Cells in one answer.
    static let mostCells = 20_000

    static func json(
        _ hearing: LearnedCoverage?,
        _ band: AltitudeBand,
        _ kind: TransponderKind,
        at time: Timestamp,
        where isShown: (Position) -> Bool
    ) -> [UInt8] {
        var json = JSONWriter(capacity: 65_536)
        json.beginObject()
        json.member("since", hearing?.learned.lowerBound)
        json.member("until", hearing?.learned.upperBound)
        json.member("halfLifeDays", hearing?.coverage.halfLifeDays, decimals: 1)
        json.member("listeners", hearing?.coverage.listenerCount ?? 0)
        json.member("degrees", CoverageCell.degrees.rawValue, decimals: 1)
        json.member("kind", kind.word)
        json.member("band", band.rawValue)
        json.objects("bands", AltitudeBand.allCases) { one, json in
            json.member("band", one.rawValue)
            json.member("lowest", one.floor?.rawValue, decimals: 0)
        }
        let all = hearing?.coverage.layer(band, kind: kind, at: time, where: isShown) ?? []
        let cells = all.prefix(mostCells)
        json.member("isCut", all.count > cells.count)
        json.key("cells")
        json.beginObject()
        column("latitude", cells, 1, &json) { $0.corner.latitude }
        column("longitude", cells, 1, &json) { $0.corner.longitude }
        column("passes", cells, 1, &json) { $0.estimate.passes }
        column("probability", cells, 3, &json) { $0.estimate.mean }
        column("low", cells, 3, &json) { $0.estimate.interval90?.lowerBound }
        column("high", cells, 3, &json) { $0.estimate.interval90?.upperBound }
        json.endObject()
        json.endObject()
        return json.bytes
    }

    private static func column(
        _ name: JSONKey,
        _ cells: ArraySlice<CoverageGrid.LayerCell>,
        _ decimals: Int,
        _ json: inout JSONWriter,
        _ value: (CoverageGrid.LayerCell) -> Double?
    ) {
        json.key(name)
        json.beginArray()
        for cell in cells {
            if let value = value(cell) { json.number(value, decimals: decimals) } else { json.null() }
        }
        json.endArray()
    }
}

extension TransponderKind {
    /// The word of the interface.
    var word: String {
        switch self {
        case .squitter: "squitter"
        case .replies: "replies"
        case .universalAccess: "universal-access"
        }
    }
}
