/// Rounding without a call: older processors have no instruction for it.
enum Rounding {
    /// The nearest whole number, of numbers within ±4,000,000; of others some number. Ties go to the even one.
    @inline(__always)
    static func integer(_ value: Float) -> Int32 {
        // Adding 1.5 times 2 to the 23rd puts the whole part into the last bits.
        Int32(bitPattern: (value + 12_582_912).bitPattern) &- 0x4B40_0000
    }
}
