/// A reader of the live stream.
struct LiveReaderID: Hashable, Sendable {
    let number: Int
    let view: LiveView
    let every: Int
}
