import Aero

/// Which aircraft are asked for: where or by what name, and what must hold of them besides.
///
/// Only aircraft that `aircraft.json` lists are ever found, so that no interface shows what another hides.
struct AircraftQuery: Hashable, Sendable {
    /// Names in one question at most.
    static let nameBound = 1000

    /// Where to look.
    enum Base: Hashable, Sendable {
        case all
        case allWithPosition
        /// In a box, and besides those with one of the addresses wherever they are.
        case box(Box, or: [AircraftAddress])
        case circle(Circle)
        /// The nearest one within a circle.
        case closest(Circle)
        case addresses([AircraftAddress])
        /// Upper case, without blanks.
        case callsigns([String])
        /// Upper case, without hyphens.
        case registrations([String])
        /// ICAO designators, upper case.
        case types([String])
        case squawks([Squawk])
    }

    /// What must hold of an aircraft that was found. What is `nil` or empty asks nothing.
    struct Filters: Hashable, Sendable {
        var callsign: String?
        var callsignPrefix: String?
        var squawk: Squawk?
        var types: [String] = []
        var needsPosition = false
        /// Bounds of the barometric altitude, both included. On the ground counts as below all.
        var lowestAltitude: Feet?
        var highestAltitude: Feet?
        /// One of these is enough.
        var anyOf: AircraftFlags = []

        init() {}
    }

    var base: Base
    var filters = Filters()

    init(_ base: Base, filters: Filters = Filters()) {
        self.base = base
        self.filters = filters
    }

    /// The box that was asked for, if one was.
    var box: Box? {
        if case .box(let box, _) = base { box } else { nil }
    }
}
