/// Where sources are listed and changed. Changes are kept in the configuration file.
public protocol SourceDesk: Sendable {
    /// Name of the configuration file as shown to people, without its folder.
    var configurationName: String { get }
    /// All sources, in the order of the configuration.
    func sources() async -> [SourceStatus]
    /// Adds a source and starts it.
    func add(_ draft: SourceDraft) async throws(SourceDeskError) -> SourceStatus
    /// Tries a source without adding it: one report a second, the last with `isDone`, at most 30 s.
    /// The trial ends when the stream is let go.
    func test(_ draft: SourceDraft) async throws(SourceDeskError) -> AsyncStream<SourceTestReport>
    /// The providers that can be polled.
    func providers() async -> [ProviderEntry]
    /// Notes that the operator has read a provider's terms, and starts the source anew.
    ///
    /// - Parameters:
    ///   - terms: the day he read them, `YYYY-MM-DD`.
    ///   - termsLink: where terms of his own are written; `nil` leaves what there is.
    func confirm(
        terms: String,
        purpose: String,
        termsLink: String?,
        id: String
    ) async throws(SourceDeskError) -> SourceStatus
    /// Pauses a source or starts it again.
    func setPaused(_ isPaused: Bool, id: String) async throws(SourceDeskError) -> SourceStatus
    /// Stops a source and takes it out of the configuration.
    func remove(id: String) async throws(SourceDeskError)
}

extension SourceDesk {
    public func confirm(
        terms: String,
        purpose: String,
        termsLink: String?,
        id: String
    ) async throws(SourceDeskError) -> SourceStatus {
        throw .notFound(id: id)
    }

    public func providers() async -> [ProviderEntry] { [] }
}
