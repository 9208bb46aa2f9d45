/// What an MBTiles file says of itself.
///
/// - Source: MBTiles specification 1.3, "Metadata".
public struct BasemapMetadata: Sendable, Equatable {
    public let name: String?
    public let format: TileFormat
    /// Zoom levels, 0 … 30; from the tiles themselves where the file does not say.
    public let zooms: ClosedRange<Int>
    /// Credit to be shown on the map, as the file has it: text, at times with HTML links. Not to be trusted as markup.
    public let attribution: String?
    /// West, south, east, north in degrees; `nil` if the file does not say or says nonsense.
    public let bounds: Bounds?

    /// A box in degrees: west and east within ±180, south and north within ±90.
    public struct Bounds: Sendable, Equatable {
        public let west: Double
        public let south: Double
        public let east: Double
        public let north: Double

        public init(west: Double, south: Double, east: Double, north: Double) {
            self.west = west
            self.south = south
            self.east = east
            self.north = north
        }

        /// - Parameter text: four numbers with commas between, in the order of the properties.
        init?(_ text: String) {
            let numbers = text.split(separator: ",").map { Double($0.filter { $0 != " " }) ?? .nan }
            guard numbers.count == 4, numbers.allSatisfy(\.isFinite),
                (-180...180).contains(numbers[0]), (-180...180).contains(numbers[2]),
                (-90...90).contains(numbers[1]), (-90...90).contains(numbers[3]), numbers[1] <= numbers[3]
            else { return nil }
            self.init(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
        }
    }
}
