import Aero

/// Where a receiver stands.
struct ReceiverPlace: Hashable, Sendable {
    var position: Position
    /// Height of the antenna above sea level.
    var height: Metres?

    /// Reads `LAT,LON` or `LAT,LON,METRES`.
    ///
    /// - Throws: `UsageError` naming what is wrong, without the place itself: it would end in a log.
    init(_ text: some StringProtocol) throws(UsageError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard (2...3).contains(parts.count), let latitude = parts[0], let longitude = parts[1],
            (-180...180).contains(longitude), let position = Position(latitude: latitude, longitude: longitude)
        else { throw UsageError("that is no place; write LATITUDE,LONGITUDE[,METRES] in degrees") }
        if parts.count == 3 {
            guard let height = parts[2], (-500...9_000).contains(height) else {
                throw UsageError("the third number of a place is the antenna's height in metres, -500 to 9000")
            }
            self.height = Metres(height)
        }
        self.position = position
    }

    init(position: Position, height: Metres?) {
        self.position = position
        self.height = height
    }

    /// As it is read.
    var text: String {
        "\(position.latitude),\(position.longitude)" + (height.map { ",\($0.rawValue)" } ?? "")
    }
}
