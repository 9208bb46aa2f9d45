/// Nothing came for as long as a connection may be silent.
struct SilentConnection: Error {
    let seconds: Double
}
