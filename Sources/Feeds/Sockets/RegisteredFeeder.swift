/// A feeder the operator gave a key.
public struct RegisteredFeeder: Sendable {
    /// What it is called wherever it is shown.
    public let name: String
    let key: FeederKey
    /// Frames and reports a second it may send; `nil` for what its listener allows.
    let framesPerSecond: Double?

    /// - Parameter framesPerSecond: its own allowance; `nil` for what its listener allows.
    public init(name: String, key: FeederKey, framesPerSecond: Double? = nil) {
        self.name = name
        self.key = key
        self.framesPerSecond = framesPerSecond
    }
}
