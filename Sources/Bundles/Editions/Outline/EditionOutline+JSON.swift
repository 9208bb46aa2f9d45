extension EditionOutline {
    /// Lines by their kind, each place `[latitude, longitude]`.
    var canonical: CanonicalJSON {
        .members([
            "coast": written(.coast), "border": written(.border), "disputed": written(.disputed),
        ])
    }

    private func written(_ kind: OutlineKind) -> CanonicalJSON {
        let lines = lines(kind).map { line in
            CanonicalJSON.array(line.map { .array([.number($0.latitude), .number($0.longitude)]) })
        }
        return lines.isEmpty ? .null : .array(lines)
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        var left = Self.mostPoints
        var drawn: [OutlineKind: [[ChartPoint]]] = [:]
        for kind in OutlineKind.allCases {
            drawn[kind] = try fields.array(kind.rawValue, most: left).map { line throws(CanonicalJSONError) in
                guard case .array(let places) = line, places.count <= left else { throw fields.wrong(kind.rawValue) }
                left -= places.count
                return try places.map { place throws(CanonicalJSONError) in
                    guard case .array(let pair) = place, pair.count == 2, case .number(let latitude) = pair[0],
                        case .number(let longitude) = pair[1]
                    else { throw fields.wrong(kind.rawValue) }
                    return ChartPoint(longitude: longitude, latitude: latitude)
                }
            }
        }
        guard let outline = EditionOutline(drawn) else { throw fields.wrong("lines") }
        self = outline
    }
}
