/// A number whose unit is its type, so that feet never meet metres unnoticed.
///
/// Conforming types wrap one `Double`; adding and comparing work between values of the same unit only.
public protocol Quantity: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
where RawValue == Double {
    /// The unit as written behind a number, for example `ft`.
    static var symbol: String { get }
    /// Wraps a number that is already in this unit.
    init(rawValue: Double)
}

extension Quantity {
    /// Wraps a number that is already in this unit.
    public init(_ value: Double) { self.init(rawValue: value) }
    /// Wraps a whole number that is already in this unit.
    public init(_ value: Int) { self.init(rawValue: Double(value)) }
    public init(integerLiteral value: Int) { self.init(rawValue: Double(value)) }
    public init(floatLiteral value: Double) { self.init(rawValue: value) }
    public var description: String { "\(rawValue) \(Self.symbol)" }
    /// The nearest whole number, halves away from zero.
    public var rounded: Int { Int(rawValue.rounded()) }
    /// The size without the sign.
    public var magnitude: Self { Self(rawValue.magnitude) }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    // The defaults derive these from `<`, and then not a number would lie in every range.
    public static func <= (left: Self, right: Self) -> Bool { left.rawValue <= right.rawValue }
    public static func > (left: Self, right: Self) -> Bool { left.rawValue > right.rawValue }
    public static func >= (left: Self, right: Self) -> Bool { left.rawValue >= right.rawValue }
    public static func + (left: Self, right: Self) -> Self { Self(left.rawValue + right.rawValue) }
    public static func - (left: Self, right: Self) -> Self { Self(left.rawValue - right.rawValue) }
    public static func * (left: Self, right: Double) -> Self { Self(left.rawValue * right) }
}
