import Aero
import Foundation
import Watch

/// Time zones of the system, as changes of offset over the years around now.
enum WatchZones {
    static let known: [String: WatchZone] = {
        var zones: [String: WatchZone] = [:]
        for name in TimeZone.knownTimeZoneIdentifiers {
            guard let zone = TimeZone(identifier: name), let changes = WatchZone(changes: changes(of: zone)) else {
                continue
            }
            zones[name] = changes
        }
        return zones
    }()

    /// From 2010 on; beyond 2040 the last offset stays.
    private static func changes(of zone: TimeZone) -> [WatchZone.Change] {
        var date = Date(timeIntervalSince1970: 1_262_304_000)
        let end = Date(timeIntervalSince1970: 2_208_988_800)
        var changes = [change(zone, date)]
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            changes.append(change(zone, next))
            date = next
        }
        return changes
    }

    private static func change(_ zone: TimeZone, _ date: Date) -> WatchZone.Change {
        WatchZone.Change(
            from: Timestamp(seconds: date.timeIntervalSince1970),
            offsetSeconds: zone.secondsFromGMT(for: date)
        )
    }
}
