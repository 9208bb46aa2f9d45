/// A bound of what strangers are shown, as it was written.
enum PublicBound: Hashable, Sendable {
    /// Nothing was written: what keeps the receiver's place, where there is a place to be kept.
    case usual
    /// None.
    case off
    /// In the unit of its key.
    case at(Double)

    /// Reads a bound.
    ///
    /// - Parameters:
    ///   - text: a number, or `off`.
    ///   - unit: what the number counts, for people.
    init(_ text: String, key: String, unit: String, within range: ClosedRange<Double>) throws(UsageError) {
        if ["off", "none", "no"].contains(text.lowercased()) {
            self = .off
            return
        }
        guard let value = Double(text), range.contains(value) else {
            throw UsageError(
                "\(key) \(text): write \(unit), \(Int(range.lowerBound)) to \(Int(range.upperBound)), or off"
            )
        }
        self = .at(value)
    }

    /// The bound that holds; `nil`: none.
    func settled(usual: Double?) -> Double? {
        switch self {
        case .usual: usual
        case .off: nil
        case .at(let value): value
        }
    }
}
