import Testing

@testable import Radio

struct LeastSquaresTests {
    @Test("what is solved fulfils the equations")
    func solves() {
        var random = Numbers(state: 12)
        for _ in 0..<200 {
            let rows = (0..<20).map { _ in (0..<7).map { _ in Float.random(in: -1...1, using: &random) } }
            var matrix = [49 of Float](repeating: 0)
            for row in 0..<7 {
                for column in 0..<7 { matrix[7 * row + column] = rows.reduce(0) { $0 + $1[row] * $1[column] } }
            }
            let wanted = (0..<7).map { _ in Float.random(in: -10...10, using: &random) }
            var values = [7 of Float](repeating: 0)
            for row in 0..<7 { values[row] = (0..<7).reduce(0) { $0 + matrix[7 * row + $1] * wanted[$1] } }
            #expect(LeastSquares.factor(&matrix))
            LeastSquares.solve(matrix, &values)
            for place in 0..<7 { #expect(abs(values[place] - wanted[place]) < 0.05) }
        }
    }

    @Test("what has no single solution is refused")
    func refuses() {
        var nothing = [49 of Float](repeating: 0)
        #expect(!LeastSquares.factor(&nothing))
        var same = [49 of Float](repeating: 1)
        #expect(!LeastSquares.factor(&same))
        var endless = [49 of Float](repeating: .infinity)
        #expect(!LeastSquares.factor(&endless))
    }
}
