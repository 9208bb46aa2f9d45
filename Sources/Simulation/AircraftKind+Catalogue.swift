extension AircraftKind {
    private static let jetLayers = [
        Layer(top: 1_500, speed: 180, climb: 2_400, descent: 720),
        Layer(top: 10_000, speed: 275, climb: 2_200, descent: 1_200),
        Layer(top: 24_000, speed: 390, climb: 1_800, descent: 1_900),
    ]

    /// An airliner of the size most are.
    static let airliner = jet("airliner", category: 3, speed: 450, levels: 290...410, range: 350...4_500, rotation: 145)
    /// A long-haul airliner.
    static let heavy = jet("heavy", category: 5, speed: 485, levels: 310...410, range: 2_500...11_000, rotation: 160)
    /// A business jet.
    static let business = jet(
        "business jet",
        category: 2,
        speed: 460,
        levels: 360...450,
        range: 300...6_000,
        rotation: 125
    )
    /// The state fleet's four-engined type: 870 km/h, at most 910.
    static let stateHeavy = jet(
        "state heavy",
        category: 5,
        speed: 470,
        levels: 330...390,
        range: 300...11_500,
        rotation: 155
    )
    /// The state fleet's twin.
    static let stateTwin = jet(
        "state twin",
        category: 3,
        speed: 448,
        levels: 330...390,
        range: 300...6_500,
        rotation: 150
    )
    /// A freighter: 780 km/h.
    static let freighter = jet(
        "freighter",
        category: 5,
        speed: 421,
        levels: 270...350,
        range: 300...6_500,
        rotation: 140
    )

    static let turboprop = AircraftKind(
        name: "turboprop",
        categorySet: 4,
        category: 3,
        rotation: 110,
        approach: 115,
        cruiseSpeed: 275,
        cruiseLevels: 140...250,
        layers: [
            Layer(top: 1_500, speed: 150, climb: 1_500, descent: 650),
            Layer(top: 10_000, speed: 220, climb: 1_300, descent: 1_100),
        ],
        finalClimb: 900,
        finalDescent: 1_300,
        terminalRadius: 4_000,
        enRouteRadius: 12_000,
        finalLength: 11_000,
        acceleration: 1.9,
        braking: 1.8,
        range: 150...900,
        limits: (320, 2_500, 32),
        circle: (3_000, 0, 20_000...40_000)
    )

    static let light = AircraftKind(
        name: "light aircraft",
        categorySet: 4,
        category: 1,
        rotation: 60,
        approach: 65,
        cruiseSpeed: 115,
        cruiseLevels: 25...75,
        layers: [Layer(top: 1_000, speed: 85, climb: 700, descent: 450)],
        finalClimb: 600,
        finalDescent: 500,
        terminalRadius: 1_200,
        enRouteRadius: 2_000,
        finalLength: 5_000,
        acceleration: 1.5,
        braking: 1.5,
        range: nil,
        limits: (140, 1_200, 35),
        circle: (1_000, 4, 8_000...45_000)
    )

    static let helicopter = AircraftKind(
        name: "helicopter",
        categorySet: 4,
        category: 7,
        rotation: 30,
        approach: 40,
        cruiseSpeed: 120,
        cruiseLevels: 8...25,
        layers: [Layer(top: 400, speed: 80, climb: 900, descent: 500)],
        finalClimb: 800,
        finalDescent: 600,
        terminalRadius: 900,
        enRouteRadius: 1_200,
        finalLength: 3_000,
        acceleration: 1.2,
        braking: 1.2,
        range: nil,
        limits: (150, 1_500, 35),
        circle: (900, 6, 5_000...30_000)
    )

    static let glider = AircraftKind(
        name: "glider",
        categorySet: 3,
        category: 1,
        rotation: 45,
        approach: 50,
        cruiseSpeed: 52,
        cruiseLevels: 30...60,
        layers: [Layer(top: 1_500, speed: 52, climb: 500, descent: 250)],
        finalClimb: 300,
        finalDescent: 200,
        terminalRadius: 400,
        enRouteRadius: 400,
        finalLength: 2_000,
        acceleration: 1.5,
        braking: 1.5,
        range: nil,
        limits: (90, 1_000, 40),
        circle: (200, 14, 6_000...15_000)
    )

    private static func jet(
        _ name: String,
        category: UInt8,
        speed: Double,
        levels: ClosedRange<Int>,
        range: ClosedRange<Double>,
        rotation: Double
    ) -> AircraftKind {
        AircraftKind(
            name: name,
            categorySet: 4,
            category: category,
            rotation: rotation,
            approach: rotation - 5,
            cruiseSpeed: speed,
            cruiseLevels: levels,
            layers: jetLayers,
            finalClimb: 1_100,
            finalDescent: 1_700,
            terminalRadius: 6_500,
            enRouteRadius: 26_000,
            finalLength: 15_000,
            acceleration: 2.1,
            braking: 1.9,
            range: range,
            limits: (520, 4_000, 30),
            circle: (6_500, 0, 30_000...60_000)
        )
    }
}
