/// Words and numbers that several messages share.
enum JSONWords {
    /// `on-ground` or `airborne`, the words of pyModeS.
    static func verticalStatus(_ isOnGround: Bool) -> String { isOnGround ? "on-ground" : "airborne" }
    /// A flag as the number that was sent.
    static func bit(_ flag: Bool) -> Int { flag ? 1 : 0 }
}
