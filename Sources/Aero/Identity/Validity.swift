/// The time for which a fact is said to be true; where nobody says, both ends are open.
public struct Validity: Hashable, Sendable {
    public let from: ValidityEnd
    public let to: ValidityEnd

    /// From the beginning of `from` to the end of `to`: a last day counts as a whole.
    public init(from: ValidityEnd = .open, to: ValidityEnd = .open) {
        self.from = from
        self.to = to
    }

    /// True at all times, as far as anybody says.
    public static let always = Validity()

    /// Whether the end does not lie before the beginning, as far as both are known.
    public var isOrdered: Bool {
        guard let first = from.span, let last = to.span else { return true }
        // Spans of years are some hours too long: of the same precision their beginnings tell.
        guard first.count != last.count else { return first.lowerBound <= last.lowerBound }
        return first.lowerBound < last.upperBound
    }

    /// Whether the fact is said to be true at an instant.
    public func holds(at time: Timestamp) -> Holding {
        let now = time.milliseconds
        return min(begun(by: now), lasting(at: now))
    }

    /// Whether there is an instant at which both are said to be true.
    public func overlaps(_ other: Validity) -> Holding {
        min(Self.isBefore(from, other.to), Self.isBefore(other.from, to))
    }

    private func begun(by now: Int64) -> Holding {
        switch from {
        case .open: return .yes
        case .unknown: return .perhaps
        case .at:
            guard let span = from.span else { return .perhaps }
            return now >= span.upperBound - 1 ? .yes : now >= span.lowerBound ? .perhaps : .no
        }
    }

    private func lasting(at now: Int64) -> Holding {
        switch to {
        case .open: return .yes
        case .unknown: return .perhaps
        case .at:
            guard let span = to.span else { return .perhaps }
            return now <= span.lowerBound ? .yes : now < span.upperBound ? .perhaps : .no
        }
    }

    /// Whether a beginning lies before an end.
    private static func isBefore(_ beginning: ValidityEnd, _ end: ValidityEnd) -> Holding {
        if beginning == .open || end == .open { return .yes }
        guard let first = beginning.span, let last = end.span else { return .perhaps }
        // What ends at an instant and what begins at the same one touch, and do not overlap; of a day nobody knows.
        if first.lowerBound >= last.upperBound - 1 { return .no }
        return first.upperBound <= last.lowerBound + 1 ? .yes : .perhaps
    }
}
