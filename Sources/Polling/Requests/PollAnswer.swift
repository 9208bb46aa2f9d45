/// What a server answered, as far as a poll is concerned.
struct PollAnswer: Sendable {
    var status: Int
    /// Unpacked.
    var body: [UInt8] = []
    var entityTag: String?
    var lastModified: String?
    var retryAfter: String?
    var creditsLeft: Int?
    /// Seconds until there are credits again.
    var creditsIn: Double?
    var location: String?
}
