import TestSupport
import Testing

@testable import Bundles

struct ChartBoxTests {
    private let box = ChartBox(west: 0, south: 0, east: 10, north: 10)

    private func pieces(_ line: [(Double, Double)]) -> [[[Double]]] {
        box.pieces(of: line.map { ChartPoint(longitude: $0.0, latitude: $0.1) }).map { piece in
            piece.map { [$0.longitude, $0.latitude] }
        }
    }

    @Test("a line within stays as it is, one outside goes, one that leaves and comes back is two")
    func pieces() {
        #expect(pieces([(1, 1), (2, 2), (3, 1)]) == [[[1, 1], [2, 2], [3, 1]]])
        #expect(pieces([(-5, -5), (-1, 20), (5, 20)]).isEmpty)
        #expect(pieces([(5, 5), (15, 5), (15, 6), (5, 6)]) == [[[5, 5], [10, 5]], [[10, 6], [5, 6]]])
        #expect(pieces([(-5, 5), (15, 5)]) == [[[0, 5], [10, 5]]])
        #expect(pieces([(-5, -5), (15, 15)]) == [[[0, 0], [10, 10]]])
    }

    @Test("a corner that is touched, points that stand twice and lines of one point are nothing")
    func nothing() {
        #expect(pieces([(-5, 5), (5, -5)]).isEmpty)
        #expect(pieces([(5, 5), (5, 5)]).isEmpty)
        #expect(pieces([(5, 5)]).isEmpty && pieces([]).isEmpty)
        #expect(pieces([(5, 5), (5, 5), (6, 6)]) == [[[5, 5], [6, 6]]])
    }

    @Test("of any line all pieces lie within, to rounding")
    func within() {
        var chance = SeededGenerator(seed: 11)
        func number() -> Double { Double(chance.next() % 4_000) / 100 - 15 }
        for _ in 0..<500 {
            let line = (0..<20).map { _ in ChartPoint(longitude: number(), latitude: number()) }
            for point in box.pieces(of: line).joined() {
                #expect((-1e-9...10 + 1e-9).contains(point.longitude) && (-1e-9...10 + 1e-9).contains(point.latitude))
            }
        }
    }
}
