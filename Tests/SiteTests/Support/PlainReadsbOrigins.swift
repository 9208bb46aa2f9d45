import ModeS

@testable import Site
@testable import Tracking

/// Which keys of an aircraft come from multilateration and which from ground stations.
struct PlainReadsbOrigins {
    private(set) var multilateration: [String] = []
    private(set) var trafficInformation: [String] = []

    mutating func note<Value>(_ known: Known<Value>, _ key: String) {
        note(known.source, rank: known.rank, key)
    }

    mutating func note(_ fix: Fix) {
        for key in ["lat", "lon", "nic", "rc"] {
            if fix.sourceClass == .multilateration {
                multilateration.append(key)
            } else {
                note(fix.source, rank: fix.sourceClass.rank, key)
            }
        }
    }

    private mutating func note(_ source: ValueSource, rank: UInt8, _ key: String) {
        switch source {
        case .frame where rank == SourceClass.tisbICAO.rank, .uat where rank == SourceClass.tisbICAO.rank:
            trafficInformation.append(key)
        case .frame where rank == SourceClass.multilateration.rank: multilateration.append(key)
        case .claim(.multilateration): multilateration.append(key)
        default: break
        }
    }
}

extension JSONWriter {
    mutating func names(_ names: [String]) {
        beginArray()
        for name in names { string(name) }
        endArray()
    }
}
