/// A rule that comes with the program.
public struct WatchExample: Hashable, Sendable {
    /// The name of its file.
    public let id: String
    public let name: String
    /// One line of JSON.
    public let rule: [UInt8]
    public let yaml: String
    public let sentence: [String: String]

    public init(id: String, name: String, rule: [UInt8], yaml: String, sentence: [String: String]) {
        self.id = id
        self.name = name
        self.rule = rule
        self.yaml = yaml
        self.sentence = sentence
    }
}
