#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few functions of the C library that the domain rooms need, so that no other file imports it.
public enum Trigonometry {
    /// Radians in one degree.
    public static let radiansPerDegree = Double.pi / 180
    /// Sine of an angle in radians.
    public static func sine(_ radians: Double) -> Double { sin(radians) }
    /// Cosine of an angle in radians.
    public static func cosine(_ radians: Double) -> Double { cos(radians) }
    /// Arc sine in radians; the argument is clamped to -1 … 1.
    public static func arcSine(_ value: Double) -> Double { asin(min(1, max(-1, value))) }
    /// Arc cosine in radians; the argument is clamped to -1 … 1.
    public static func arcCosine(_ value: Double) -> Double { acos(min(1, max(-1, value))) }
    /// Angle of the point (x, y) from the x axis, in radians, -π … π.
    public static func arcTangent(y: Double, x: Double) -> Double { atan2(y, x) }
    /// Common logarithm.
    public static func log10(_ value: Double) -> Double { logarithm10(value) }
    /// Natural logarithm.
    public static func naturalLogarithm(_ value: Double) -> Double { log(value) }
    /// e to the power of the argument.
    public static func exponential(_ value: Double) -> Double { exp(value) }
    /// The error function: 2/√π times the integral of e to the power −t² from 0 to the argument.
    public static func errorFunction(_ value: Double) -> Double { erf(value) }
    /// A number to a power; the base is 0 or more.
    public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}

private func logarithm10(_ value: Double) -> Double { log10(value) }
