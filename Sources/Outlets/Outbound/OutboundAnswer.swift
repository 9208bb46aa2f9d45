/// What a server answered, as far as anybody here needs it.
struct OutboundAnswer: Sendable {
    var status: Int
    var retryAfter: String?
    /// At most 64 KiB of it.
    var body: [UInt8] = []
}
