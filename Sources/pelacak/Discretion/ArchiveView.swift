import Aero
import Foundation
import Site
import Store
import Tracking

/// For whom a command reads an archive.
enum ArchiveView {
    /// The operator, on his own screen: all but those whom his rules hide everywhere, as the site shows him.
    case operatorsOwn
    /// A file that others may be handed: as strangers are shown the past.
    case forOthers

    /// An archive as it may be shown.
    struct Shown {
        let archive: any TrackArchive
        /// Whether it may be told who heard what, and with it what silences mean.
        let tellsReception: Bool
        let rules: SuppressionRules
        /// How much later it is shown, in seconds.
        var delay = 0.0
    }

    /// - Parameters:
    ///   - config: the configuration file; the usual one of the data folder without.
    ///   - now: the latest moment of the world that is asked about.
    /// - Throws: `Failure` where it is not known who is hidden; `UsageError` for a configuration that cannot be meant.
    func shown(
        _ store: HistoryStore,
        of realm: ArchiveRealm,
        dataFolder: String,
        config: String?,
        now: Timestamp
    ) throws -> Shown {
        let flags = ServeSettings.Flags(data: dataFolder, config: config)
        let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        let rules = try settings.hidingRules()
        guard case .forOthers = self else {
            let archive = DiscreetArchive(store, for: .operators, tellsReceivers: true) { rules }
            return Shown(archive: archive, tellsReception: true, rules: rules)
        }
        let (sky, delay) = (try settings.shownSky(), settings.operation.publicDelay)
        let isExact = settings.operation.place == .exact
        let archive = DiscreetArchive(
            realm == .imported || delay == 0
                ? store : DelayedArchive(store) { now.advanced(bySeconds: -delay) },
            for: .strangers,
            tellsReceivers: isExact,
            shownSky: sky
        ) { rules }
        let hidesAnything = rules.hidesAnything(from: .strangers) || !sky.isWhole || delay > 0
        return Shown(
            archive: archive,
            tellsReception: isExact && !hidesAnything,
            rules: rules,
            delay: realm == .imported ? 0 : delay
        )
    }

    /// What of an archive may be handed on by its terms.
    static func forwardable(_ archive: any TrackArchive) -> any TrackArchive {
        archive.holding(only: Set(LicenceTag.allCases.filter(\.isRedistributable))) ?? archive
    }

    /// Who is who, as it may be told.
    func book(_ book: StoredBook, _ rules: SuppressionRules) -> any AddressBook {
        switch self {
        case .operatorsOwn: book
        case .forOthers: StrangersBook(book, rules, now: TimeText.now)
        }
    }

    /// On which lists an aircraft stands and who says what of it, as it may be told.
    func identities(_ desk: any IdentityDesk, _ rules: SuppressionRules) -> any IdentityDesk {
        switch self {
        case .operatorsOwn: desk
        case .forOthers: StrangersIdentities(desk, rules, now: TimeText.now)
        }
    }
}
