import Aero
import Flights

@testable import Watch

/// An engine with a few words for saying what happens.
struct Stage {
    var engine: WatchEngine
    private var next: UInt64 = 0
    private(set) var outputs: [WatchOutput] = []

    init(_ rules: [WatchRule], context: WatchContext = RandomStream.context, bound: Int = 1000) throws {
        engine = try WatchEngine(rules: rules, context: context, maximumRuleSize: bound)
    }

    static func time(_ seconds: Double) -> Timestamp { Timestamp(seconds: seconds) }

    /// Something happens to the aircraft of that number, and is matched at once.
    mutating func at(_ seconds: Double, _ aircraft: UInt32, _ content: WatchEvent.Content) {
        next += 1
        let event = WatchEvent(time: Self.time(seconds), aircraft: AircraftAddress(icao: aircraft), id: next, content)
        _ = engine.add(event)
        outputs += engine.advance(to: Timestamp(nanoseconds: event.time.nanoseconds + 1))
    }

    mutating func pass(to seconds: Double) { outputs += engine.advance(to: Self.time(seconds)) }

    var alerts: [WatchAlert] {
        outputs.compactMap { output in
            if case .alert(let alert) = output { alert } else { nil }
        }
    }

    static func sample(_ latitude: Double, _ longitude: Double, feet: Double? = nil) -> WatchEvent.Content {
        let position = Position(latitude: latitude, longitude: longitude)
        return .sample(WatchSample(position: position, barometricAltitude: feet.map { Feet($0) }))
    }
}
