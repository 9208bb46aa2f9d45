/// One term of the magnetic model's series: its coefficients, and the constants of the recursion that leads to it.
struct MagneticTerm: Sendable {
    /// The model's reference radius in metres (report, section 1.2).
    static let radius = 6_371_200.0
    private static let highestDegree = 12

    let degree: Int
    let order: Int
    /// Gauss coefficients in nT at the epoch, and their change in nT a year.
    let g, h, gRate, hRate: Double
    /// Schmidt semi-normalised Legendre functions of one order: P(n) = first cos θ P(n-1) - second P(n-2).
    let first, second: Double
    /// √(n² - m²), which the derivative by θ needs: sin θ P'(n) = n cos θ P(n) - √(n² - m²) P(n-1).
    let root: Double
    /// P(m, m) = diagonal sin θ P(m-1, m-1), from order 2 on.
    let diagonal: Double

    private init(degree n: Int, order m: Int, numbers: [Double]) {
        degree = n
        order = m
        (g, h, gRate, hRate) = (numbers[2], numbers[3], numbers[4], numbers[5])
        root = Double(n * n - m * m).squareRoot()
        first = n > m ? Double(2 * n - 1) / root : 0
        second = n > m + 1 ? Double((n - 1) * (n - 1) - m * m).squareRoot() / root : 0
        diagonal = m > 1 ? (Double(2 * m - 1) / Double(2 * m)).squareRoot() : 1
    }

    /// The terms of a coefficient table, order by order and within an order by degree.
    ///
    /// The tables are ours, generated and tested; a row that cannot be read would be left out.
    static func parse(_ text: String) -> [MagneticTerm] {
        let terms = text.split(separator: "\n").compactMap { line -> MagneticTerm? in
            let numbers = line.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 6, (1...Double(highestDegree)).contains(numbers[0]),
                (0...numbers[0]).contains(numbers[1])
            else { return nil }
            return MagneticTerm(degree: Int(numbers[0]), order: Int(numbers[1]), numbers: numbers)
        }
        return terms.sorted { ($0.order, $0.degree) < ($1.order, $1.degree) }
    }
}
