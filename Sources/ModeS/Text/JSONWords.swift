/// Words and numbers that several messages share.
enum JSONWords {
    /// `ground` or `airborne`.
    static func verticalStatus(_ isOnGround: Bool) -> String { isOnGround ? "ground" : "airborne" }
    /// A flag as the number that was sent.
    static func bit(_ flag: Bool) -> Int { flag ? 1 : 0 }
}
