import Aero

/// How probable the fields of a register are, given what is known of the aircraft: a sum of natural logarithms, field by field.
///
/// All registers explain the same 56 bits, so that their sums can be compared: a field that says what was expected costs little, one that
/// says something else costs as much as chance would, never more, so that one bad value does not decide.
struct FieldFit {
    private(set) var logarithm = 0.0

    /// Share of values that do not follow the expectation: sensors that disagree, sudden manoeuvres.
    private static let outliers = 0.05
    private static let rootOfTwoPi = 2.506_628_274_631

    /// A field behind a status bit.
    ///
    /// - Parameters:
    ///   - value: `nil` when its status bit is 0.
    ///   - expected: where it should lie; `nil` when nothing is known.
    ///   - step: of the encoding.
    ///   - range: of values that aircraft have at all, in the same unit.
    ///   - presence: how often the field carries a value.
    mutating func value(
        _ value: Double?,
        near expected: Estimate?,
        step: Double,
        range: Double,
        presence: Double = 0.93
    ) {
        guard let value else { return chance(1 - presence) }
        add(offset: expected.map { value - $0.value }, expected?.deviation ?? 0, step, range, presence)
    }

    /// A direction in degrees behind a status bit; differences go the short way round.
    mutating func direction(_ value: Double?, near expected: Estimate?, step: Double, presence: Double = 0.93) {
        guard let value else { return chance(1 - presence) }
        let offset = expected.map { expected -> Double in
            let turn = (value - expected.value).truncatingRemainder(dividingBy: 360)
            return turn > 180 ? turn - 360 : (turn < -180 ? turn + 360 : turn)
        }
        add(offset: offset, expected?.deviation ?? 0, step, 360, presence)
    }

    /// Something that happens with a probability.
    mutating func chance(_ probability: Double) { logarithm += Trigonometry.naturalLogarithm(probability) }

    /// Bits that may have any value.
    mutating func free(bits: Int) { logarithm -= 0.693_147_180_56 * Double(bits) }

    private mutating func add(offset: Double?, _ deviation: Double, _ step: Double, _ range: Double, _ presence: Double)
    {
        let flat = step / range
        guard let offset else { return chance(presence * flat) }
        let ratio = offset / deviation
        let peak = min(1, step / (deviation * Self.rootOfTwoPi))
        let near = ratio.magnitude > 8 ? 0 : peak * Trigonometry.exponential(-ratio * ratio / 2)
        chance(presence * ((1 - Self.outliers) * near + Self.outliers * flat))
    }
}
