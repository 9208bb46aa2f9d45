/// The part of the world a reader looks at, widened to a grid so that readers of nearly the same view share one encoding.
struct LiveView: Hashable, Sendable {
    /// Millionths of a degree; `west` > `east` crosses 180.
    let west: Int32
    let south: Int32
    let east: Int32
    let north: Int32

    static let world = LiveView(west: -180_000_000, south: -90_000_000, east: 180_000_000, north: 90_000_000)

    private init(west: Int32, south: Int32, east: Int32, north: Int32) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// Reads `W,S,E,N` in degrees; `nil` when it is not four numbers that bound a part of the globe.
    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 24 ? Double($0) : nil }
        guard parts.count == 4, numbers.count == 4, numbers.allSatisfy({ $0.isFinite && abs($0) <= 1000 }),
            (-90...90).contains(numbers[1]), (-90...90).contains(numbers[3]), numbers[1] <= numbers[3]
        else { return nil }
        self.init(widening: numbers[0], numbers[1], numbers[2], numbers[3])
    }

    /// Widens to a grid whose step is an eighth to a quarter of the view.
    private init(widening west: Double, _ south: Double, _ east: Double, _ north: Double) {
        var width = east - west
        if width < 0, west <= 180, east >= -180 { width += 360 }
        guard width >= 0, width < 270 else {
            self = .world
            return
        }
        var step = 45.0
        while step > max(width, north - south) / 4, step > 0.1 { step /= 2 }
        let left = (west / step).rounded(.down) * step
        let right = ((west + width) / step).rounded(.up) * step
        guard right - left < 360 else {
            self = .world
            return
        }
        self.init(
            west: LiveView.microdegrees(wrapping: left),
            south: Int32(max(-90, (south / step).rounded(.down) * step) * 1e6),
            east: LiveView.microdegrees(wrapping: right),
            north: Int32(min(90, (north / step).rounded(.up) * step) * 1e6)
        )
    }

    private static func microdegrees(wrapping degrees: Double) -> Int32 {
        let turned = (degrees + 180).truncatingRemainder(dividingBy: 360)
        return Int32(((turned < 0 ? turned + 360 : turned) - 180) * 1e6)
    }

    var isWorld: Bool { self == .world }

    /// Whether the aircraft is sent in this view; those without a position are sent in every one.
    func contains(_ row: LiveRow) -> Bool {
        guard row.hasPosition else { return true }
        guard row.latitude >= south, row.latitude <= north else { return false }
        return west <= east
            ? row.longitude >= west && row.longitude <= east
            : row.longitude >= west || row.longitude <= east
    }
}
