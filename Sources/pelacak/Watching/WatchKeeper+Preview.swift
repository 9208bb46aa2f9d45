import Aero
import Flights
import Site
import Tracking
import Watch

extension WatchKeeper {
    /// Alerts that a preview gives back, the last ones.
    private static let mostPreviewed = 200

    func preview(
        _ text: WatchText,
        days: Int,
        in realm: ArchiveRealm
    ) async throws(WatchDeskError) -> WatchPreview {
        let context = WatchPlaces.context(around.places(), areaFiles)
        let rule = try WatchRules.rule(text, id: "preview", context: context)
        guard let archive = around.history?.archive(of: realm) else { throw .noHistory }
        guard !isPreviewing else { throw .busy }
        setPreviewing(true)
        defer { setPreviewing(false) }
        let now = await around.sky.pulse()
        let end = now.realm == realm ? now.now : around.wall()
        let facts = await facts(await around.identities(), of: realm, archive)
        let trial = RuleTrial(
            rule: rule.sparing(
                rule.outcome.isPublic ? [WatchIdentities.hidden, WatchIdentities.kept] : [WatchIdentities.hidden]
            ),
            context: context,
            legs: LegContext(gazetteer: around.places()),
            teller: AlertTeller(
                gazetteer: around.places(),
                version: around.version,
                isSimulated: realm == .simulated
            ),
            gaps: watching.ranges(in: end.advanced(bySeconds: -32 * 86_400)..<end)
        )
        let wanted = end.advanced(bySeconds: -Double(days) * 86_400)..<end
        do throws(ArchiveError) {
            return try await trial.run(
                over: archive,
                facts,
                during: wanted,
                made: around.wall(),
                most: Self.mostPreviewed
            )
        } catch { throw .unreadable }
    }
}
