/// What must be said of data that others gave.
public struct DataCredit: Hashable, Sendable {
    /// The one who gave them.
    public var name: String
    /// The line their terms want to see.
    public var text: String
    /// A link to them.
    public var home: String?

    public init(name: String, text: String, home: String? = nil) {
        self.name = name
        self.text = text
        self.home = home
    }
}
