import Tracking

/// The words for the kinds of addresses, in files of ours.
enum ArchivedKindName {
    static func name(_ kind: ArchivedAircraft.Kind) -> String {
        switch kind {
        case .icao: "icao"
        case .other: "other"
        case .anonymous: "anonymous"
        case .ambiguous: "ambiguous"
        }
    }

    static func kind(_ name: String) -> ArchivedAircraft.Kind? {
        ArchivedAircraft.Kind.allCases.first { self.name($0) == name }
    }
}
