/// A window of arrival as later claims leave it, beside the one that was announced.
public struct NarrowedWindow: Hashable, Sendable {
    public let window: ArrivalWindow
    /// The claims it rests on, by their numbers.
    public let claims: [Int]

    public init(window: ArrivalWindow, claims: [Int]) {
        self.window = window
        self.claims = claims
    }
}
