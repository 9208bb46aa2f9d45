/// Seven linear equations with a symmetric positive matrix, after Cholesky.
enum LeastSquares {
    private static let size = 7

    /// Makes a matrix the product of a triangle and its mirror image, the triangle in its place.
    ///
    /// - Parameter matrix: row by row; what lies above the diagonal is not looked at.
    /// - Returns: false if the matrix is not positive; its content then means nothing.
    static func factor(_ matrix: inout [49 of Float]) -> Bool {
        for row in 0..<size {
            for column in 0...row {
                var value = matrix[size * row + column]
                for place in 0..<column { value -= matrix[size * row + place] * matrix[size * column + place] }
                if row == column {
                    guard value > 0, value.isFinite else { return false }
                    matrix[size * row + row] = value.squareRoot()
                } else {
                    matrix[size * row + column] = value / matrix[size * column + column]
                }
            }
        }
        return true
    }

    /// Solves with a matrix that `factor` has treated.
    static func solve(_ matrix: [49 of Float], _ values: inout [7 of Float]) {
        for row in 0..<size {
            for place in 0..<row { values[row] -= matrix[size * row + place] * values[place] }
            values[row] /= matrix[size * row + row]
        }
        for row in (0..<size).reversed() {
            for place in row + 1..<size { values[row] -= matrix[size * place + row] * values[place] }
            values[row] /= matrix[size * row + row]
        }
    }
}
