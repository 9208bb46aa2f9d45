/// An area that rules ask for by name.
public struct NamedArea: Hashable, Sendable {
    /// 1 to 64 small letters, digits, hyphens; begins with a letter.
    public let name: String
    /// As rules write it out: one line of JSON.
    public let area: [UInt8]
    /// Written by hand: the interface does not change it.
    public let isByHand: Bool

    public init(name: String, area: [UInt8], isByHand: Bool) {
        self.name = name
        self.area = area
        self.isByHand = isByHand
    }

    /// A name also stands in paths and files.
    public static func isName(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9\-]{0,63}/) != nil }
}
