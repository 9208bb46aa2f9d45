import Aero
import Site
import Synchronization
import Tracking
import Watch

/// Rules in memory; a rule is one with a name.
final class FakeWatches: WatchDesk {
    private let kept: Mutex<[KeptWatch]>
    /// What every question fails with.
    private let failure: WatchDeskError?

    init(_ watches: [KeptWatch] = [FakeWatches.watch("roof")], failure: WatchDeskError? = nil) {
        kept = Mutex(watches)
        self.failure = failure
    }

    static func watch(
        _ id: String,
        version: Int = 1,
        name: String? = nil,
        visit: String? = nil
    ) -> KeptWatch {
        KeptWatch(
            id: id,
            name: name ?? "Watch \(id)",
            version: version,
            isEnabled: true,
            stopped: version > 1 ? Timestamp(seconds: 1_718_670_000) : nil,
            size: 3,
            rule: Array(#"{"name":"Watch","where":{"A":{}},"when":{"takeoff":{}}}"#.utf8),
            yaml: "name: Watch\n",
            sentence: ["en": "Tells when A takes off.", "id": "Memberi tahu saat A lepas landas."],
            isPublic: version > 1,
            visit: visit ?? (version > 1 ? "visit-1" : nil),
            by: "desk",
            made: Timestamp(seconds: 1_718_660_000)
        )
    }

    func watches() async -> [KeptWatch] { kept.withLock { $0 } }

    func add(_ text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch {
        try check(text)
        if let failure { throw failure }
        let watch = Self.watch("new")
        return try kept.withLock { kept throws(WatchDeskError) in
            guard kept.count < 2 else { throw .tooMany(most: 2) }
            kept.append(watch)
            return watch
        }
    }

    func replace(_ id: String, with text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch {
        try check(text)
        return try change(id) { Self.watch($0.id, version: $0.version + 1) }
    }

    func setEnabled(_ isEnabled: Bool, _ id: String, by who: String) async throws(WatchDeskError) -> KeptWatch {
        try change(id) { watch in
            var watch = watch
            watch.isEnabled = isEnabled
            return watch
        }
    }

    func remove(_ id: String, by who: String) async throws(WatchDeskError) {
        if let failure { throw failure }
        try kept.withLock { kept throws(WatchDeskError) in
            guard let place = kept.firstIndex(where: { $0.id == id }) else { throw .notFound }
            kept.remove(at: place)
        }
    }

    /// A watch for each rule, by the name that stands in it.
    func keep(_ rules: [WatchText], ofVisit id: String, by who: String) async throws(WatchDeskError) -> [KeptWatch] {
        if let failure { throw failure }
        var made: [KeptWatch] = []
        for text in rules {
            guard case .json(let bytes) = text, let tree = try? RuleValue(json: bytes), let name = tree["name"]?.asText,
                tree["visit"]?.asText == id
            else { throw .rule(RuleError(.missingKey("visit"))) }
            made.append(Self.watch("\(id)-\(made.count)", name: name, visit: id))
        }
        let all = made
        kept.withLock { kept in
            kept.removeAll { $0.visit == id }
            kept += all
        }
        return all
    }

    private static let area = NamedArea(
        name: "bay",
        area: Array(#"{"circle":{"latitude":-6,"longitude":106.8,"km":50}}"#.utf8),
        isByHand: false
    )

    func areas() async -> [NamedArea] {
        [Self.area, NamedArea(name: "port", area: Self.area.area, isByHand: true)]
    }

    func setArea(_ name: String, _ area: [UInt8], by who: String) async throws(WatchDeskError) -> NamedArea {
        if let failure { throw failure }
        guard let tree = try? RuleValue(json: area), tree["circle"] != nil else {
            throw .rule(RuleError(.missingKey("corridor"), path: "area", line: 1))
        }
        guard name != "one-more" else { throw .tooMany(most: 2) }
        return NamedArea(name: name, area: Array(tree.json.utf8), isByHand: false)
    }

    func removeArea(_ name: String, by who: String) async throws(WatchDeskError) {
        if let failure { throw failure }
        guard name == "bay" else {
            throw name == "used" ? WatchDeskError.areaInUse(rule: "roof") : WatchDeskError.notFound
        }
    }

    func preview(_ text: WatchText, days: Int, in realm: ArchiveRealm) async throws(WatchDeskError) -> WatchPreview {
        try check(text)
        if let failure { throw failure }
        guard realm != .imported else { throw .noHistory }
        return WatchPreview(
            alerts: [FakeAlerts.record(isPublic: false)],
            count: 1,
            isTruncated: true,
            from: Timestamp(seconds: 1_718_600_000),
            to: Timestamp(seconds: 1_718_700_000),
            rows: 10,
            aircraft: 2,
            seconds: 0.5,
            size: 1,
            isStopped: false
        )
    }

    func examples() -> [WatchExample] {
        let watch = Self.watch("roof")
        return [
            WatchExample(
                id: watch.id,
                name: watch.name,
                rule: watch.rule,
                yaml: watch.yaml,
                sentence: watch.sentence
            )
        ]
    }

    func watching(since: Timestamp?, made: Timestamp?) async -> WatchingReport {
        WatchingReport(
            since: since ?? Timestamp(seconds: 1_718_600_000),
            watermark: Timestamp(seconds: 1_718_700_000),
            alerts: 4,
            gaps: WatchingReport.Gap.Reason.allCases.enumerated().map { number, reason in
                WatchingReport.Gap(
                    from: Timestamp(seconds: 1_718_600_000),
                    to: number == 0 ? nil : Timestamp(seconds: 1_718_600_100),
                    reason: reason
                )
            },
            stopped: [WatchingReport.Stopped(id: "roof", name: "Watch roof", at: Timestamp(seconds: 1_718_650_000))],
            lateFindings: 1,
            lateRows: 2,
            aircraft: 3,
            rules: 1,
            wall: Timestamp(seconds: 1_718_700_010),
            happenings: [
                WatchingReport.Happening(
                    time: Timestamp(seconds: 1_718_660_000),
                    hex: "484159",
                    name: "PH-ABC",
                    kind: "landing",
                    airport: "EHAM",
                    knowing: "inferred",
                    gapClass: nil
                )
            ],
            happened: 1
        )
    }

    private func check(_ text: WatchText) throws(WatchDeskError) {
        let isRule =
            switch text {
            case .json(let bytes): String(decoding: bytes, as: UTF8.self).contains("name")
            case .yaml(let text): text.contains("name")
            }
        guard isRule else { throw .rule(RuleError(.missingKey("name"), path: "where.A", line: 3)) }
    }

    private func change(
        _ id: String,
        _ body: (KeptWatch) -> KeptWatch
    ) throws(WatchDeskError) -> KeptWatch {
        if let failure { throw failure }
        return try kept.withLock { kept throws(WatchDeskError) in
            guard let place = kept.firstIndex(where: { $0.id == id }) else { throw .notFound }
            kept[place] = body(kept[place])
            return kept[place]
        }
    }
}
