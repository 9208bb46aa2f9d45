/// What may be told of which aircraft, to whom: all lists together. A value; what is asked most, that an aircraft stands on no list,
/// costs one look-up.
public struct SuppressionRules: Hashable, Sendable {
    /// When an aircraft is hidden, by audience: rising, apart from each other, none empty.
    private var hidden: [Audience: [UInt32: [Range<Timestamp>]]] = [:]
    private var marked: [UInt32: [Mark]] = [:]
    /// A list could not be read: strangers are shown nothing until it can be.
    public private(set) var isClosed = false
    /// When the next embargo ends, on the clock by which the rules were made: then they are to be made anew. `nil`: none does.
    public private(set) var nextRelease: Timestamp?

    private struct Mark: Hashable {
        let reason: SuppressionReason
        let times: Range<Timestamp>
    }

    private struct Exception: Hashable {
        let bits: UInt32
        let reason: SuppressionReason

        init(_ rule: SuppressionRule) { (bits, reason) = (rule.address.bits, rule.reason) }
    }

    /// All of time there is.
    private static let always = Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max)

    /// Nothing is hidden.
    public static let none = SuppressionRules([])

    /// - Parameters:
    ///   - rules: the operator's own.
    ///   - listed: what lists of who is who ask for. An own rule that marks only, for the same reason, excepts its aircraft from them for
    ///     its time.
    ///   - now: by this machine's clock; an embargo that ended by then hides nothing any more, of the time before it neither.
    public init(
        _ rules: some Sequence<SuppressionRule>,
        listed: some Sequence<SuppressionRule> = [],
        at now: Timestamp = Timestamp(nanoseconds: .min)
    ) {
        var raw: [Audience: [UInt32: [Range<Timestamp>]]] = [:]
        var excepted: [Exception: [Range<Timestamp>]] = [:]
        for rule in rules {
            guard let times = rule.times else { continue }
            if rule.mode == .embargo {
                guard times.upperBound > now else { continue }
                nextRelease = min(nextRelease ?? times.upperBound, times.upperBound)
            }
            marked[rule.address.bits, default: []].append(Mark(reason: rule.reason, times: times))
            if rule.mode == .flag { excepted[Exception(rule), default: []].append(times) }
            for audience in Audience.allCases where rule.mode.hides(from: audience) {
                raw[audience, default: [:]][rule.address.bits, default: []].append(times)
            }
        }
        let exceptions = excepted.mapValues(Self.joined)
        for rule in listed {
            guard let times = rule.times else { continue }
            marked[rule.address.bits, default: []].append(Mark(reason: rule.reason, times: times))
            let left = exceptions[Exception(rule)].map { Self.parts(of: times, without: $0) } ?? [times]
            for audience in Audience.allCases where rule.mode.hides(from: audience) && !left.isEmpty {
                raw[audience, default: [:]][rule.address.bits, default: []] += left
            }
        }
        hidden = raw.mapValues { $0.mapValues(Self.joined) }
    }

    /// The same rules while a list cannot be read: who was hidden stays hidden, and strangers see nobody.
    public var closed: SuppressionRules {
        var rules = self
        rules.isClosed = true
        return rules
    }

    /// Whether anything at all is kept from an audience. Then counts of everything are kept from it too: they would count what is hidden.
    public func hidesAnything(from audience: Audience) -> Bool {
        isClosed && audience == .strangers || hidden[audience]?.isEmpty == false
    }

    /// When an aircraft is hidden from an audience: rising, apart from each other; empty for one that never is.
    public func hiddenTimes(of address: AircraftAddress, from audience: Audience) -> [Range<Timestamp>] {
        if isClosed, audience == .strangers { return [Self.always] }
        return hidden[audience]?[address.bits] ?? []
    }

    /// Whether an aircraft is hidden at any moment between two, both of them included.
    public func hides(
        _ address: AircraftAddress,
        from audience: Audience,
        during times: ClosedRange<Timestamp>
    ) -> Bool {
        hiddenTimes(of: address, from: audience).contains {
            $0.lowerBound <= times.upperBound && $0.upperBound > times.lowerBound
        }
    }

    /// The 24 bits of all addresses that are hidden from an audience at some time; of a closed list only those that are known.
    public func hiddenAddresses(from audience: Audience) -> [UInt32] { hidden[audience].map { Array($0.keys) } ?? [] }

    /// Why an aircraft stands on a list at a time; empty for one that stands on none.
    public func reasons(of address: AircraftAddress, at time: Timestamp) -> Set<SuppressionReason> {
        Set((marked[address.bits] ?? []).filter { $0.times.contains(time) }.map(\.reason))
    }

    /// The parts of a time in which an aircraft is not hidden, rising.
    public func visibleTimes(
        of address: AircraftAddress,
        in range: Range<Timestamp>,
        from audience: Audience
    ) -> [Range<Timestamp>] {
        Self.parts(of: range, without: hiddenTimes(of: address, from: audience))
    }

    /// What is left of a time, rising.
    ///
    /// - Parameter gaps: rising, apart from each other.
    private static func parts(of range: Range<Timestamp>, without gaps: [Range<Timestamp>]) -> [Range<Timestamp>] {
        var parts: [Range<Timestamp>] = []
        var start = range.lowerBound
        for times in gaps where times.overlaps(range) {
            if times.lowerBound > start { parts.append(start..<times.lowerBound) }
            start = min(max(start, times.upperBound), range.upperBound)
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    private static func joined(_ ranges: [Range<Timestamp>]) -> [Range<Timestamp>] {
        var joined: [Range<Timestamp>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, last.upperBound >= range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
