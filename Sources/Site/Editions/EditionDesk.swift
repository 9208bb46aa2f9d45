public import Bundles
public import Visits

/// Published editions as the site asks for them: kept elsewhere, as commands keep them.
public protocol EditionDesk: Sendable {
    /// The folder of the editions. Of `N/` in it everybody is given the pages and `edition.json`; nothing else in it is anybody's.
    var folder: String { get }

    /// By rising numbers.
    func editions() async throws(EditionDeskError) -> [EditionHead]

    /// The last edition of a visit; `nil` where none was published.
    func last(of visit: String) async throws(EditionDeskError) -> EditionHead?

    /// What an edition would say now, beside the last one of the visit.
    func difference(_ material: EditionMaterial) async throws(EditionDeskError) -> EditionDifference

    /// What an edition of a flight or a silence would say now, beside the last one of it.
    func difference(_ material: FlightEditionMaterial) async throws(EditionDeskError) -> EditionDifference

    /// Freezes a visit as the next edition.
    ///
    /// - Parameter note: what the editor says of the correction; told where there is an edition before it.
    func publish(_ material: EditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead

    /// Freezes a flight or a silence as the next edition; `note` likewise.
    func publish(_ material: FlightEditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead

    /// What was objected to an edition.
    func challenges(to edition: Int) async throws(EditionDeskError) -> ChallengeBook

    /// Takes entries down, all or none.
    func take(_ entries: [ChallengeBook.Entry], for edition: Int) async throws(EditionDeskError) -> ChallengeBook

    /// How many real visits were compared again with what became known of them; `nil` where that cannot be read.
    func scoredVisits() async -> Int?
}
