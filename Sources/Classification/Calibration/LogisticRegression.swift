import Foundation

/// The probability that a decision is right, from a few measures of how well it is founded.
struct LogisticRegression: Hashable, Sendable {
    /// The intercept first.
    var coefficients: [Double]

    func probability(_ measures: [Double]) -> Double {
        let sum = zip(coefficients.dropFirst(), measures).reduce(coefficients.first ?? 0) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-sum))
    }

    struct Sample {
        var measures: [Double]
        var isRight: Bool
        var weight: Double
    }

    /// Newton's method on the penalised likelihood. Deterministic.
    ///
    /// - Parameter penalty: Of the squared coefficients, the intercept's excepted; keeps them finite
    ///   where right and wrong can be told apart without a rest.
    init(fitting samples: [Sample], penalty: Double) {
        let size = (samples.first?.measures.count ?? 0) + 1
        coefficients = [Double](repeating: 0, count: size)
        for _ in 0..<50 {
            var gradient = [Double](repeating: 0, count: size)
            var curvature = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
            for sample in samples {
                let row = [1] + sample.measures
                let expected = probability(sample.measures)
                let error = sample.weight * ((sample.isRight ? 1 : 0) - expected)
                let spread = sample.weight * max(expected * (1 - expected), 1e-9)
                for i in 0..<size {
                    gradient[i] += error * row[i]
                    for j in 0...i { curvature[i][j] += spread * row[i] * row[j] }
                }
            }
            for i in 0..<size {
                for j in 0..<i { curvature[j][i] = curvature[i][j] }
                let weight = i == 0 ? 1e-6 : penalty
                gradient[i] -= weight * coefficients[i]
                curvature[i][i] += weight
            }
            let step = solution(of: curvature, equalTo: gradient)
            let length = step.reduce(0) { max($0, abs($1)) }
            // A full step may overshoot far from the optimum.
            let damping = length > 5 ? 5 / length : 1
            for i in 0..<size { coefficients[i] += damping * step[i] }
            if length < 1e-9 { break }
        }
    }

    init(coefficients: [Double]) {
        self.coefficients = coefficients
    }
}

/// Gauss elimination with pivots; the matrix is symmetric and positive definite by the penalty.
private func solution(of matrix: [[Double]], equalTo values: [Double]) -> [Double] {
    var rows = zip(matrix, values).map { $0 + [$1] }
    let size = values.count
    for column in 0..<size {
        let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
        rows.swapAt(column, pivot)
        let head = rows[column]
        for row in (column + 1)..<max(size, column + 1) {
            let factor = rows[row][column] / head[column]
            for place in column...size { rows[row][place] -= factor * head[place] }
        }
    }
    var result = [Double](repeating: 0, count: size)
    for row in (0..<size).reversed() {
        let known = ((row + 1)..<max(size, row + 1)).reduce(0) { $0 + rows[row][$1] * result[$1] }
        result[row] = (rows[row][size] - known) / rows[row][row]
    }
    return result
}
