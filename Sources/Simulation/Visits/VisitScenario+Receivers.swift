public import Aero

extension VisitScenario {
    /// A receiver of a scenario.
    public struct Receiver: Sendable {
        /// Its place in `airports`.
        public let airport: Int
        /// When it was down; `nil` where it never was.
        public let outage: ClosedRange<Timestamp>?
    }

    /// All that listen, the largest airport's first.
    public var listeners: [Receiver] {
        Self.airports.indices.filter { receivers.stands[$0] }.map { number in
            let outage = receivers.outages[number].map { hours in
                Self.start.advanced(
                    bySeconds: hours.lowerBound * 3_600
                )...Self.start.advanced(
                    bySeconds: hours.upperBound * 3_600
                )
            }
            return Receiver(airport: number, outage: outage)
        }
    }
}
