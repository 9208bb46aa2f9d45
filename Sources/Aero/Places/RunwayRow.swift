/// A runway as the gazetteer keeps it.
struct RunwayRow: Sendable {
    private struct End: Sendable {
        var designator: PackedCode
        var position: MicroPosition?
        /// Feet.
        var elevation: Int16?
        /// Feet.
        var displacement: Int16?
        /// Tenths of a degree.
        var heading: Int16?

        init(_ end: RunwayEnd) {
            designator = end.designator.flatMap(PackedCode.init) ?? .none
            position = end.position.map(MicroPosition.init)
            elevation = end.elevation.flatMap { Int16(exactly: $0.rawValue.rounded()) }
            displacement = end.displacement.flatMap { Int16(exactly: $0.rawValue.rounded()) }
            heading = end.listedHeading.flatMap { Int16(exactly: ($0.rawValue * 10).rounded()) }
        }

        var whole: RunwayEnd {
            RunwayEnd(
                designator: designator.text,
                position: position?.position,
                elevation: elevation.map { Feet(Int($0)) },
                displacement: displacement.map { Feet(Int($0)) },
                listedHeading: heading.map { Degrees(Double($0) / 10) }
            )
        }
    }

    private var low: End
    private var high: End
    /// Feet.
    private var length: UInt16?
    /// Feet.
    private var width: UInt16?
    private var surface: RunwaySurface?
    private var isLighted: Bool

    init(_ runway: Runway) {
        low = End(runway.low)
        high = End(runway.high)
        length = runway.length.flatMap { UInt16(exactly: $0.rawValue.rounded()) }
        width = runway.width.flatMap { UInt16(exactly: $0.rawValue.rounded()) }
        surface = runway.surface
        isLighted = runway.isLighted
    }

    var whole: Runway {
        Runway(
            low: low.whole,
            high: high.whole,
            length: length.map { Feet(Int($0)) },
            width: width.map { Feet(Int($0)) },
            surface: surface,
            isLighted: isLighted
        )
    }
}
