/// What an aircraft can do. Figures are round ones for the class, chosen by us; none is any manufacturer's.
struct AircraftKind: Sendable {
    /// Speed and vertical rates while passing a layer that ends at a height.
    struct Layer: Sendable {
        /// Feet above the sea; the first layer's is above the field.
        let top: Double
        /// True airspeed at the top, knots.
        let speed: Double
        /// ft/min.
        let climb: Double
        /// ft/min, positive.
        let descent: Double
    }

    let name: String
    /// Emitter category: type code of the set (4 = A, 3 = B) and number.
    let categorySet: UInt8
    let category: UInt8
    /// Knots.
    let rotation: Double
    let approach: Double
    let cruiseSpeed: Double
    /// Flight level, hundreds of feet.
    let cruiseLevels: ClosedRange<Int>
    let layers: [Layer]
    /// ft/min above the last layer.
    let finalClimb: Double
    let finalDescent: Double
    /// Metres.
    let terminalRadius: Double
    let enRouteRadius: Double
    /// Length of the straight final approach.
    let finalLength: Double
    /// m/s².
    let acceleration: Double
    let braking: Double
    /// Kilometres; `nil` for what flies local rounds only.
    let range: ClosedRange<Double>?
    /// Turbulence and traffic aside, never beyond these: knots, ft/min, degrees of bank.
    let limits: (speed: Double, rate: Double, bank: Double)
    /// Metres, full circles a round, for local flights.
    let circle: (radius: Double, turns: Int, outbound: ClosedRange<Double>)
}
