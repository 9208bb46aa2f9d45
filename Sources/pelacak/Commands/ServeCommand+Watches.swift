import Aero
import Flights
import Logging
import Outlets
import Site
import Watch

/// Watches of a running site, and what keeps and delivers what they tell.
extension ServeCommand {
    /// What keeps and delivers alerts; `nil`, said aloud, where their file cannot be opened: the map goes on.
    static func outbox(_ settings: ServeSettings, _ logger: Logger) -> OutletKeeper? {
        do throws(Failure) {
            return try OutletKeeper(dataFolder: settings.dataFolder, settings: settings.outlets, logger: logger)
        } catch {
            logger.error("\(error)")
            return nil
        }
    }

    /// What watches are made of.
    struct WatchParts {
        let sky: LiveSky
        let door: HistoryDoor?
        let coverage: CoverageKeeper?
        let places: PlaceShelf
        let who: WatchWho
    }

    /// Watches need the rows that are made for the history, and an outbox: an alert that cannot be kept is none. Without either there are none.
    static func watches(
        _ settings: ServeSettings,
        _ inbox: WatchInbox,
        _ kept: OutletKeeper?,
        _ parts: WatchParts,
        _ logger: Logger
    ) -> WatchKeeper? {
        guard let door = parts.door, let outbox = kept else { return nil }
        let coverage = parts.coverage
        let airframes = settings.airframes
        let (places, who) = (parts.places, parts.who)
        return WatchKeeper(
            dataFolder: settings.dataFolder,
            inbox: inbox,
            around: WatchKeeper.Surroundings(
                sky: parts.sky,
                history: door,
                outbox: outbox,
                places: { places.gazetteer },
                arePlacesRead: { places.isRead },
                airframes: { airframes.limits(ofType: $0) },
                learned: { await coverage?.hearing(of: $0) },
                heartbeat: {
                    await outbox.heartbeatState().map {
                        WatchingReport.Heartbeat(
                            lastSuccess: $0.lastSuccess,
                            lastFailure: $0.lastFailure,
                            lastError: $0.lastError
                        )
                    }
                },
                identities: { await who.identities(at: TimeText.now) },
                version: Pelacak.version,
                wall: { TimeText.now }
            ),
            settings: settings.watches,
            logger: logger
        )
    }
}
