public import Watch

/// The outlets of the program, as the site shows and changes them.
public protocol OutletDesk: Sendable {
    /// All of them, by name.
    func outlets() async throws(OutletDeskError) -> [ShownOutlet]

    /// Adds one; it sends from now on.
    func add(_ draft: OutletDraft) async throws(OutletDeskError) -> ShownOutlet

    /// Takes one away that was added here; what waits for it becomes dead letters.
    func remove(_ name: String) async throws(OutletDeskError)

    /// Sends a message that says it is a test, once.
    ///
    /// - Returns: why it did not arrive; `nil` where it did.
    func test(_ name: String) async throws(OutletDeskError) -> DeliveryTrouble?

    /// Dead letters wait again.
    ///
    /// - Returns: how many.
    func again(_ name: String) async throws(OutletDeskError) -> Int
}
