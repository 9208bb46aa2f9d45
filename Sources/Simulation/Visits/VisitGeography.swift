import Aero

/// What is the same in all scenarios: airports, their capitals, who flies where, and which airports are near a place.
struct VisitGeography: Sendable {
    static let shared = VisitGeography()

    let airports: [VisitAirport]
    /// The largest airport of each state, the largest first: there state fleets are at home.
    let capitals: [Int]
    /// Sums of size, and of its square root, over the airports.
    let bySize: [Float]
    let byRoot: [Float]
    /// For each airport, sums over all of what draws a flight there from it.
    private let gravity: [[Float]]
    /// Airports that may hear somebody in a cell of 2 by 2 degrees.
    private let cells: [[UInt16]]

    /// Only so many states keep a fleet. Ours: about as many as have seats in the United Nations.
    private static let states = 190

    private init() {
        let airports = VisitAirportTable.all
        self.airports = airports
        var seen: Set<String> = []
        let largest = airports.indices.filter { seen.insert(airports[$0].state).inserted }
        capitals = Array(largest.prefix(Self.states))
        bySize = Self.sums(airports.map(\.size))
        byRoot = Self.sums(airports.map { $0.size.squareRoot() })
        gravity = airports.map { from in
            Self.sums(
                airports.map { to in
                    let way = from.vector.angle(to: to.vector) * Self.earthKilometres
                    guard way > 250, way < 5_500 else { return 0 }
                    return to.size * Trigonometry.exponential(-way / 1_800)
                }
            )
        }
        cells = Self.cells(airports)
    }

    static let earthKilometres = 6_371.0088

    func kilometres(_ one: Int, _ other: Int) -> Double {
        airports[one].vector.angle(to: airports[other].vector) * Self.earthKilometres
    }

    func destination(from: Int, _ generator: inout SeededGenerator) -> Int {
        gravity[from].last == 0 ? capitals[0] : generator.index(cumulative: gravity[from])
    }

    /// Airports that may hear somebody at a place, in the order of their size.
    func near(latitude: Double, longitude: Double) -> [UInt16] {
        let row = min(89, max(0, Int((latitude + 90) / 2)))
        let column = min(179, max(0, Int((longitude + 180) / 2)))
        return cells[row * 180 + column]
    }

    private static func sums(_ weights: [Double]) -> [Float] {
        var sum = 0.0
        return weights.map { weight in
            sum += weight
            return Float(sum)
        }
    }

    private static func cells(_ airports: [VisitAirport]) -> [[UInt16]] {
        // The longest range, and half the diagonal of a cell.
        let reach = Trigonometry.cosine((340 + 158) / earthKilometres)
        var cells: [[UInt16]] = []
        for row in 0..<90 {
            for column in 0..<180 {
                let middle = Position(latitude: Double(row) * 2 - 89, longitude: Double(column) * 2 - 179)
                let vector = UnitVector(middle ?? .origin)
                cells.append(
                    airports.indices.filter { airports[$0].vector.dot(vector) > reach }.map { UInt16($0) }
                )
            }
        }
        return cells
    }
}
