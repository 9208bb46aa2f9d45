import Aero
import Logging
import Site

extension Discretion {
    /// What is kept from whom when the server starts; what that leaves open is told in the log. Who is hidden is taken up by
    /// `HiddenAircraft`.
    ///
    /// - Parameter configuration: holds the place that strangers are shown.
    static func started(
        by settings: ServeSettings,
        _ configuration: SiteConfiguration,
        _ logger: Logger
    ) throws -> Discretion {
        let shown = try settings.shownSky()
        // Nobody is shown to strangers before it is known who is hidden.
        let discretion = Discretion(
            SuppressionRules.none.closed,
            shownSky: shown,
            publicDelay: settings.operation.publicDelay,
            contact: settings.operation.contact
        )
        discretion.noteDecisions(of: settings)
        if configuration.strangersMayRead {
            tell(shown, settings, logger)
            if settings.operation.contact == nil {
                logger.notice(
                    "others may read this site and are told nowhere to write to when something is wrong: contact"
                )
            }
            if discretion.consideredOn == nil {
                logger.notice(
                    "others may read this site: answer first what is asked before publishing: pelacak publishing decide"
                )
            }
        }
        if !discretion.isWholeAndPrompt(for: .strangers), settings.sinks.contains(where: \.isPublic) {
            logger.warning(
                "outputs with public=1 stand still: strangers are shown a part of the sky, or all of it later (docs/discretion.md)"
            )
        }
        return discretion
    }

    /// Reads what was decided so far.
    func noteDecisions(of settings: ServeSettings) {
        note(
            SuppressionAudit(list: settings.suppressions.path).decisions(),
            consideredOn: PublishingRecord(folder: settings.dataFolder).lastDay()
        )
    }

    /// What strangers are shown of where the receiver stands.
    private static func tell(_ shown: ShownSky, _ settings: ServeSettings, _ logger: Logger) {
        let isExact = settings.operation.place == .exact
        switch PlaceProtection(shown, isExact: isExact) {
        case .exact:
            logger.warning("place exact: everybody who can read this site is shown exactly where the receiver stands")
        case .none where settings.receiver?.position == nil:
            logger.notice(
                "whoever keeps what strangers are shown can find where the receiver stands; name the place with --receiver LAT,LON, and a part of the sky is shown that keeps it (docs/discretion.md)"
            )
        case .none:
            logger.warning(
                "whoever keeps what strangers are shown can find where the receiver stands: public-floor or public-range is off, or too wide (docs/discretion.md)"
            )
        case .several, .single:
            let floor = Int(shown.floor?.rawValue ?? 0)
            let range = Int((shown.range?.rawValue ?? 0) / 1000)
            logger.notice(
                "strangers are shown aircraft from \(floor) ft on, at most \(range) km from a place near the receiver, so that it is hard to find; public-floor and public-range set that, place: exact shows everything"
            )
        }
    }
}
