public import Aero

/// An aircraft heard once: at a place, or somewhere around a receiver.
public struct VisitPoint: Hashable, Sendable {
    /// Seconds since the scenario began.
    public let seconds: Int32
    private let latitude: Float
    private let longitude: Float
    /// 0 for a place.
    private let radiusKilometres: Float
    private let heightMetres: Float

    init(hours: Double, latitude: Double, longitude: Double, radiusKilometres: Double, heightKilometres: Double) {
        seconds = Int32(hours * 3_600)
        self.latitude = Float(latitude)
        self.longitude = Float(longitude)
        self.radiusKilometres = Float(radiusKilometres)
        heightMetres = Float(heightKilometres * 1_000)
    }

    public var time: Timestamp { VisitScenario.start.advanced(bySeconds: Double(seconds)) }
    /// Of the aircraft, or of the receiver that heard it.
    public var position: Position {
        Position(latitude: Double(min(90, max(-90, latitude))), longitude: Double(longitude)) ?? .origin
    }
    /// Within which it was; 0 where its position is known.
    public var radius: Metres { Metres(Double(radiusKilometres) * 1_000) }
    /// 0 on the runway.
    public var altitude: Feet { Metres(Double(heightMetres)).feet }
}
