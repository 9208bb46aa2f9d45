public import Aero

/// The content of a Comm-B register, read from an MB field.
///
/// A layout keeps the field and reads values out of it when asked, so that holding one costs one word.
/// - Source: ICAO Doc 9871, appendix A; which tests are made: A.2.2.1 (a status bit of zero means that the value is zero too).
public protocol RegisterLayout: Hashable, Sendable {
    /// Which register the layout is of.
    static var register: BDSRegister { get }

    /// Whether the field can be this register at all: identifier, reserved bits, status rule, ranges.
    ///
    /// An empty field (all zero) is none. Ranges are ours unless the table gives one, wide enough for fast military aircraft:
    /// what is merely unusual counts in `contradiction(at:)`.
    static func fits(_ mb: Field56) -> Bool

    /// Reads an MB field; `nil` unless it fits.
    init?(mb: Field56)

    /// The field as received.
    var field: Field56 { get }

    /// What speaks against this register within the reply itself, in log-odds, never negative: 0 nothing, 3 much, 8 near proof.
    ///
    /// - Parameter altitude: the reply's own (or the aircraft's last) pressure altitude; what needs one is left out without.
    func contradiction(at altitude: Feet?) -> Double

    /// How many of its optional fields carry a value.
    var valueCount: Int { get }
}

extension RegisterLayout {
    /// How much `excess` above a tolerance weighs: 0 up to it, then one for every `step`, at most 8.
    static func weight(_ excess: Double, over tolerance: Double, step: Double) -> Double {
        Swift.min(8, Swift.max(0, (excess - tolerance) / step))
    }
}
