import Aero
import Foundation
import Store
import Tracking

/// For whom a command reads an archive.
enum ArchiveView {
    /// The operator, on his own screen: all but those whom his rules hide everywhere, as the site shows him.
    case operatorsOwn
    /// A file that others may be handed: as strangers are shown the past, under terms that allow it.
    case forOthers

    /// An archive as it may be shown, whether what it tells of receivers may be, and who stands on which of the operator's lists.
    typealias Shown = (archive: any TrackArchive, tellsReception: Bool, rules: SuppressionRules)

    /// - Parameter config: the configuration file; the usual one of the data folder without.
    /// - Throws: `Failure` where it is not known who is hidden; `UsageError` for a configuration that cannot be meant.
    func shown(_ store: HistoryStore, dataFolder: String, config: String?) throws -> Shown {
        let flags = ServeSettings.Flags(data: dataFolder, config: config)
        let settings = try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        let rules = try settings.hidingRules()
        switch self {
        case .operatorsOwn:
            return (DiscreetArchive(store, for: .operators, tellsReceivers: true) { rules }, true, rules)
        case .forOthers:
            let tells = settings.operation.place == .exact && !rules.hidesAnything(from: .strangers)
            let terms = Set(LicenceTag.allCases.filter(\.isRedistributable))
            let open = store.holding(only: terms) ?? store
            return (DiscreetArchive(open, for: .strangers, tellsReceivers: tells) { rules }, tells, rules)
        }
    }
}
