/// Airports by place: for each size a balanced tree (k-d) of points on the unit sphere, where neither the poles nor the 180th meridian are
/// anything special.
struct AirportIndex: Sendable {
    /// Most airports one question gives.
    static let most = 256
    /// Points that lie together unsorted at the end of a branch. Ours: two lines of a processor's cache.
    private static let bunch = 8

    /// Sixteen bytes: single precision is half a metre on the ground, so who asks measures again.
    private struct Leaf: Sendable {
        var x: Float
        var y: Float
        var z: Float
        var number: UInt32

        init(_ position: Position, number: UInt32) {
            let latitude = position.latitude * Trigonometry.radiansPerDegree
            let longitude = position.longitude * Trigonometry.radiansPerDegree
            let ring = Trigonometry.cosine(latitude)
            x = Float(ring * Trigonometry.cosine(longitude))
            y = Float(ring * Trigonometry.sine(longitude))
            z = Float(Trigonometry.sine(latitude))
            self.number = number
        }

        subscript(axis: Int) -> Float { axis == 0 ? x : axis == 1 ? y : z }

        /// Square of the straight line through the Earth, in radii.
        func chord(to other: Leaf) -> Float {
            let (a, b, c) = (x - other.x, y - other.y, z - other.z)
            return a * a + b * b + c * c
        }
    }

    private var trees: [[Leaf]] = []

    init() {}

    /// Airports by their place and size; the number is the place in the list.
    init(_ rows: [AirportRow]) {
        trees = AirportSize.allCases.map { _ in [] }
        for (number, row) in rows.enumerated() {
            trees[Int(row.size.rawValue)].append(Leaf(row.position.position, number: UInt32(number)))
        }
        for size in trees.indices {
            AirportIndex.arrange(&trees[size], 0..<trees[size].count, axis: 0)
            trees[size] = Array(trees[size][...])
        }
    }

    /// The nearest ones, to about a metre, nearest first.
    ///
    /// - Parameters:
    ///   - count: at most so many, and at most `most`.
    ///   - reach: hardly any farther than this, and all that are not.
    func nearest(to position: Position, sizes: AirportSizes, count: Int, reach: Metres) -> [UInt32] {
        guard count > 0, reach.rawValue >= 0 else { return [] }
        var search = Search(
            target: Leaf(position, number: 0),
            wanted: min(count, AirportIndex.most),
            bound: AirportIndex.chord(of: reach)
        )
        for size in trees.indices where sizes.rawValue & 1 << size != 0 {
            let tree = trees[size]
            search.visit(tree.span, 0, tree.count, axis: 0, Offsets())
        }
        return search.found.map(\.number)
    }

    /// The square of the chord of a great circle, with the metres that single precision may lose.
    private static func chord(of reach: Metres) -> Float {
        let angle = min(reach.rawValue / Geodesy.earthRadius.rawValue + 1e-6, Double.pi)
        let half = Trigonometry.sine(angle / 2)
        return Float(4 * half * half) * 1.000_001
    }

    /// Puts the middle of a range, by one axis, into its middle, what lies before it before it, and so on in both halves.
    private static func arrange(_ leaves: inout [Leaf], _ range: Range<Int>, axis: Int) {
        guard range.count > bunch else { return }
        let middle = range.lowerBound + range.count / 2
        select(&leaves, range, middle, axis: axis)
        arrange(&leaves, range.lowerBound..<middle, axis: (axis + 1) % 3)
        arrange(&leaves, middle + 1..<range.upperBound, axis: (axis + 1) % 3)
    }

    /// Hoare's selection; ties go by number, so that the same list makes the same tree.
    private static func select(_ leaves: inout [Leaf], _ range: Range<Int>, _ wanted: Int, axis: Int) {
        func before(_ one: Leaf, _ other: Leaf) -> Bool {
            (one[axis], one.number) < (other[axis], other.number)
        }
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
            let pivot = leaves[(low + high) / 2]
            var left = low
            var right = high
            while left <= right {
                while before(leaves[left], pivot) { left += 1 }
                while before(pivot, leaves[right]) { right -= 1 }
                guard left <= right else { break }
                leaves.swapAt(left, right)
                left += 1
                right -= 1
            }
            if wanted <= right { high = right } else if wanted >= left { low = left } else { return }
        }
    }

    /// How far the target lies outside a branch, by axis: squares.
    private struct Offsets {
        var x: Float = 0
        var y: Float = 0
        var z: Float = 0

        var sum: Float { x + y + z }

        func with(_ square: Float, axis: Int) -> Offsets {
            var other = self
            if axis == 0 { other.x = square } else if axis == 1 { other.y = square } else { other.z = square }
            return other
        }
    }

    private struct Found {
        var chord: Float
        var number: UInt32

        func isBefore(_ other: Found) -> Bool { (chord, number) < (other.chord, other.number) }
    }

    /// One question on its way through the trees.
    private struct Search {
        let target: Leaf
        let wanted: Int
        /// Squared chord beyond which nothing is of use.
        var bound: Float
        var found: [Found] = []

        /// - Source: Arya, Mount, "Algorithms for fast vector quantization" (1993): the distance to a branch grows by one axis at a time.
        mutating func visit(_ leaves: Span<Leaf>, _ low: Int, _ high: Int, axis: Int, _ outside: Offsets) {
            if high - low <= AirportIndex.bunch {
                for index in low..<high { take(leaves[index]) }
                return
            }
            let middle = low + (high - low) / 2
            let offset = target[axis] - leaves[middle][axis]
            let next = axis == 2 ? 0 : axis + 1
            let isLow = offset < 0
            visit(leaves, isLow ? low : middle + 1, isLow ? middle : high, axis: next, outside)
            take(leaves[middle])
            let beyond = outside.with(offset * offset, axis: axis)
            guard beyond.sum <= bound else { return }
            visit(leaves, isLow ? middle + 1 : low, isLow ? high : middle, axis: next, beyond)
        }

        private mutating func take(_ leaf: Leaf) {
            let one = Found(chord: leaf.chord(to: target), number: leaf.number)
            guard one.chord <= bound else { return }
            var place = found.count
            while place > 0, one.isBefore(found[place - 1]) { place -= 1 }
            guard place < wanted else { return }
            if found.count == wanted { found.removeLast() }
            found.insert(one, at: place)
            if found.count == wanted { bound = found[wanted - 1].chord }
        }
    }
}
