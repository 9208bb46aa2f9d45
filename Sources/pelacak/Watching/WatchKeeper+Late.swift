import Aero
import Flights
import Site
import Tracking
import Watch

extension WatchKeeper {
    func noteLate(_ span: Span) {
        lateSpan = Span(
            earliest: min(span.earliest, lateSpan?.earliest ?? span.earliest),
            latest: max(span.latest, lateSpan?.latest ?? span.latest)
        )
    }

    /// Looks at what came too late beside the passes: they wait for nothing that takes long.
    func startLookingAtLate(at now: Timestamp) {
        guard lateLook == nil, lateSpan != nil, now.seconds(since: lateLooked) >= Self.lateSeconds else { return }
        lateLook = Task {
            await lookAtLate(at: now)
            lateLook = nil
        }
    }

    /// Looks what rules tell of data that came too late, in a quiet moment: told apart, and never sent.
    private func lookAtLate(at now: Timestamp) async {
        guard let span = lateSpan, let realm, realm == .real, let archive = around.history?.archive(of: realm),
            let facts = await facts()
        else { return }
        lateLooked = now
        lateSpan = nil
        let start = span.earliest.advanced(bySeconds: -60)
        let end = min(span.latest.advanced(bySeconds: 3_600), now.advanced(bySeconds: -60))
        guard start < end else { return }
        let context = WatchPlaces.context(around.places(), areaFiles)
        let legs = LegContext(gazetteer: around.places())
        var bounds = ArchiveRun.Bounds(rows: 1_000_000, seconds: 10)
        bounds.aircraft = 500
        let patience = ContinuousClock.now + .seconds(Self.longestLook)
        for entry in entries where entry.isEnabled {
            guard !Task.isCancelled, ContinuousClock.now < patience else { return }
            let trial = RuleTrial(
                rule: entry.rule.sparing([WatchIdentities.hidden, WatchIdentities.kept]),
                context: context,
                legs: legs,
                teller: AlertTeller(gazetteer: around.places(), version: around.version, isSimulated: false),
                bounds: bounds
            )
            let found = try? await trial.run(over: archive, facts, during: start..<end, made: now, most: 50)
            for record in found?.alerts ?? [] {
                guard await !isTold(record.id), await !isHeldBack(record, entry.rule) else { continue }
                await keepLate(record)
            }
        }
    }

    /// Between two looks. Seconds.
    private static let lateSeconds = 900.0
    /// Seconds after which no further rule is looked at.
    private static let longestLook = 120.0

    private func isTold(_ id: String) async -> Bool {
        guard let desk = around.outbox as? any AlertDesk else { return true }
        return (try? await desk.alert(id)) != nil
    }

    /// Whether the rule told of the same aircraft within its cooldown before, or as often in that hour as it may: what it held back then is
    /// nothing new.
    private func isHeldBack(_ record: AlertRecord, _ rule: WatchRule) async -> Bool {
        guard let desk = around.outbox as? any AlertDesk else { return false }
        let hour = Timestamp(seconds: (record.time.seconds / 3_600).rounded(.down) * 3_600)
        let ofHour = AlertQuestion(
            since: hour,
            before: hour.advanced(bySeconds: 3_600),
            watch: rule.id,
            limit: rule.limit.perHour
        )
        if let told = try? await desk.alerts(ofHour), told.count >= rule.limit.perHour { return true }
        guard let cooldown = rule.limit.cooldown else { return false }
        let question = AlertQuestion(
            since: record.time.advanced(bySeconds: -Double(cooldown.seconds)),
            before: record.time.advanced(bySeconds: 0.001),
            watch: rule.id,
            limit: 100
        )
        let told = ((try? await desk.alerts(question)) ?? []).map(\.record)
        let aircraft = Set(record.aircraft)
        return told.contains { rule.limit.per.isEmpty || !aircraft.isDisjoint(with: $0.aircraft) }
    }

    /// Kept without outlets: it is read by who looks, and sent to nobody.
    private func keepLate(_ record: AlertRecord) async {
        let late = WatchLanguage.late
        let marked = AlertRecord(
            id: record.id,
            ruleID: record.ruleID,
            ruleVersion: record.ruleVersion,
            ruleName: record.ruleName,
            time: record.time,
            made: record.made,
            title: record.title,
            body: Dictionary(
                uniqueKeysWithValues: record.body.map { ($0.key, (late[$0.key] ?? "") + "\n" + $0.value) }
            ),
            aircraft: record.aircraft,
            place: record.place,
            link: record.link,
            evidence: record.evidence,
            outlets: [],
            isSimulated: record.isSimulated,
            isPublic: false,
            suppressedBefore: record.suppressedBefore,
            visit: record.visit,
            isLate: true
        )
        try? await around.outbox.add([marked], engineState: nil)
    }
}
