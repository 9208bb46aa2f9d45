import Testing

@testable import Bundles

struct LineThinningTests {
    private func kept(_ line: [(Double, Double)], _ tolerance: Double) -> [[Double]] {
        LineThinning(line.map { ChartPoint(longitude: $0.0, latitude: $0.1) }).points(tolerance).map {
            [$0.longitude, $0.latitude]
        }
    }

    @Test("ends stay, and of points between those that lie farther off than the tolerance")
    func tolerance() {
        let line = [(0.0, 0.0), (0.5, 0.0), (1.0, 0.3), (1.5, 0.0), (2.0, 0.0)]
        #expect(kept(line, 0.2) == [[0, 0], [1, 0.3], [2, 0]])
        #expect(kept(line, 0.5) == [[0, 0], [2, 0]])
        #expect(kept(line, 0) == [[0, 0], [0.5, 0], [1, 0.3], [1.5, 0], [2, 0]])
    }

    @Test("what would be a speck goes: an island below two, a line below one of the tolerance")
    func specks() {
        let island = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]
        #expect(kept(island, 0.4).count == 4 && kept(island, 0.6).isEmpty)
        #expect(kept([(0, 0), (1, 0)], 0.9).count == 2 && kept([(0, 0), (1, 0)], 1.1).isEmpty)
        #expect(kept([], 1).isEmpty)
    }

    @Test("at a coarser tolerance a part of the finer one stays, and a line of many points is soon thinned")
    func nested() {
        let line = (0..<1_000).map { (Double($0) / 50, Double($0 * 7_919 % 13) / 100) }
        let fine = Set(kept(line, 0.01))
        #expect(fine.isSuperset(of: kept(line, 0.05)))
    }
}
