import Aero
import Testing

@testable import Visits

/// Claims that are changed, and datelines that are set.
struct VisitDatingTests {
    private static let entered = Timestamp(seconds: 1_718_950_000)
    private static let text = "Putin akan tiba di Yakutsk pada Selasa sebelum menuju Pyongyang, kata Kremlin."

    /// The text as it reads: without a day when nobody says when it was written.
    private static func draft(_ text: String, published: String?, report: Int = 1) throws -> Draft {
        try Drafter(places: MadePlaces.gazetteer).draft(
            text,
            context: DraftContext(
                enteredAt: Bench.entered,
                published: published.flatMap(Story.time),
                outletOffsetSeconds: published == nil ? nil : 25_200,
                zoneOffset: Bench.zoneOffset
            ),
            report: report
        )
    }

    private static func begun(_ text: String = VisitDatingTests.text, published: String? = nil) throws -> Visit {
        var visit = Visit()
        var report = Report(id: 1, addedBy: "desk")
        let draft = try draft(text, published: published)
        (report.dateline, report.language) = (draft.dateline, draft.language)
        try visit.apply(.begin(report, draft), by: "desk", at: entered)
        return visit
    }

    private static func dating(
        _ published: String,
        _ text: String = VisitDatingTests.text,
        report: Int = 1
    ) throws -> VisitChange.Act {
        let draft = try draft(text, published: published, report: report)
        return .setDateline(report: report, draft.dateline, draft)
    }

    private static func stop(_ visit: Visit, _ name: String) throws -> DraftedStop {
        try #require(visit.stops.first { $0.stop.name == name })
    }

    @Test(
        "the day of the week is that of the week in which the text is said to have been written",
        arguments: [VisitDatingTests.text, "Putin will arrive in Yakutsk on Tuesday, the Kremlin said."]
    )
    func weekday(text: String) throws {
        var visit = try Self.begun(text)
        #expect(
            visit.openPoints.contains { $0.kind == .noDateline } && visit.openPoints.contains { $0.kind == .noTime }
        )
        let before = visit
        let open = try Self.stop(visit, "Yakutsk")
        #expect(open.stop.arrival.readings.isEmpty)
        try visit.apply(.confirmAll, by: "desk", at: Self.entered)
        // Monday, 17 June 2024.
        try visit.apply(try Self.dating("2024-06-17T10:00:00+07:00", text), by: "desk", at: Self.entered)
        let june = try Self.stop(visit, "Yakutsk")
        let (start, end) = (try #require(june.stop.arrival.start), try #require(june.stop.arrival.end))
        let tuesday = try #require(Story.time("2024-06-18T03:00:00Z"))
        #expect(start <= tuesday && tuesday <= end && start.advanced(bySeconds: 3 * 86_400) > end)
        // What moved is to be confirmed again.
        #expect(june.confirmedBy == nil && june.id == open.id && june.stop.airports == open.stop.airports)
        #expect(!visit.openPoints.contains { $0.kind == .noDateline })
        #expect(!visit.openPoints.contains { $0.kind == .noTime && $0.span == june.spans.first })
        #expect(visit.reports[0].dateline?.basis == .given && visit.reports[0].dateline?.offsetSeconds == 25_200)
        #expect(visit.claims.contains { $0.time != nil && $0.stops.contains(june.id) })
        // A week later all of it is a week later.
        try visit.apply(try Self.dating("2024-06-24T10:00:00+07:00", text), by: "desk", at: Self.entered)
        let later = try Self.stop(visit, "Yakutsk")
        #expect(later.stop.arrival.start == start.advanced(bySeconds: 7 * 86_400))
        for number in [4, 3, 2] { try visit.apply(.takeBack(number), by: "desk", at: Self.entered) }
        #expect(visit.contents == before.contents)
    }

    @Test("what somebody wrote keeps its time, whatever is changed and taken back behind it")
    func byHand() throws {
        var visit = try Self.begun()
        let yakutsk = try Self.stop(visit, "Yakutsk")
        let reading = ArrivalReading(start: Self.entered, end: Self.entered, zone: .stated, weight: 1)
        let mine = ItineraryStop(
            kind: .transit,
            name: "Yakutsk",
            airports: yakutsk.stop.airports,
            arrival: ArrivalWindow(readings: [reading])
        )
        var claim = try #require(visit.claims.first { $0.stops.contains(yakutsk.id) })
        claim.time = ArrivalWindow(latest: Self.entered)
        let number = claim.id
        try visit.apply(.editStop(yakutsk.id, mine), by: "desk", at: Self.entered)
        try visit.apply(.editClaim(number, claim), by: "desk", at: Self.entered)
        try visit.apply(try Self.dating("2024-06-17T10:00:00+07:00"), by: "desk", at: Self.entered)
        #expect(try Self.stop(visit, "Yakutsk").stop == mine)
        #expect(visit.claims.first { $0.id == number }?.time == claim.time)
        // The question about a stop that somebody changed is his to settle.
        #expect(visit.openPoints.contains { $0.kind == .noTime && $0.span == yakutsk.spans.first })

        // An edit that comes later, and is taken back, leaves what the dateline gave.
        var other = try Self.begun()
        try other.apply(try Self.dating("2024-06-17T10:00:00+07:00"), by: "desk", at: Self.entered)
        let dated = other.contents
        try other.apply(.editStop(yakutsk.id, mine), by: "desk", at: Self.entered)
        try other.apply(.takeBack(3), by: "desk", at: Self.entered)
        #expect(other.contents == dated)
        var again = Visit()
        try again.replay(other.changes.map { KeptChange(act: $0.act, by: $0.by, at: $0.at) })
        #expect(again == other)
    }

    @Test(
        "a dateline of the second report moves its mentions and its claims alone, and answers no question of the first"
    )
    func secondReport() throws {
        var visit = try Self.begun()
        let text = "Putin will land in Yakutsk on Thursday, a second outlet said."
        let second = try Self.draft(text, published: nil, report: 2)
        try visit.apply(.addReport(Report(id: 2, addedBy: "desk"), second), by: "desk", at: Self.entered)
        let before = try Self.stop(visit, "Yakutsk")
        try #require(before.mentions.count == 1)
        try visit.apply(
            try Self.dating("2024-06-17T10:00:00+07:00", text, report: 2),
            by: "desk",
            at: Self.entered
        )
        let after = try Self.stop(visit, "Yakutsk")
        #expect(after.stop == before.stop && after.mentions[0].announced != before.mentions[0].announced)
        #expect(visit.openPoints.contains { $0.kind == .noDateline })
        #expect(visit.reports[0].dateline?.basis == .entered && visit.reports[1].dateline?.basis == .given)
    }

    @Test("of a report that was not drafted the dateline alone changes; one that is not there is refused")
    func undrafted() throws {
        var visit = try Self.begun()
        let before = visit
        var empty = try Self.draft(Self.text, published: "2024-06-17T10:00:00+07:00")
        (empty.stops, empty.claims, empty.openPoints) = ([], [], [])
        #expect(throws: VisitChangeError.noSuchReport(9)) {
            try visit.apply(.setDateline(report: 9, empty.dateline, empty), by: "desk", at: Self.entered)
        }
        try visit.apply(.setDateline(report: 1, empty.dateline, empty), by: "desk", at: Self.entered)
        #expect(visit.stops == before.stops && visit.claims == before.claims)
        #expect(visit.reports[0].dateline == empty.dateline)
        #expect(visit.openPoints == before.openPoints.filter { $0.kind != .noDateline && $0.kind != .yearInferred })
    }

    @Test("a claim is changed: what it says and what it is about; its words and report stay, what rested on it widens")
    func editing() throws {
        var visit = try Self.begun(published: "2024-06-17T10:00:00+07:00")
        let (first, second) = (try Self.stop(visit, "Yakutsk"), try Self.stop(visit, "Pyongyang"))
        var arrival = Claim(id: 0, kind: .arrival, report: 1, spans: [], speaker: nil, certainty: .reported)
        let noon = try #require(Story.time("2024-06-18T03:00:00Z"))
        arrival.time = ArrivalWindow(readings: [ArrivalReading(start: noon, end: noon, zone: .stated, weight: 1)])
        arrival.stops = [first.id]
        arrival.count = 2
        try visit.apply(.addClaim(arrival), by: "desk", at: Self.entered)
        let number = try #require(visit.claims.last).id
        try visit.apply(.narrow(stop: first.id, claim: number), by: "desk", at: Self.entered)
        try visit.apply(.confirmClaim(number), by: "desk", at: Self.entered)
        let before = visit
        var changed = Claim(
            id: 77,
            kind: .sighting,
            report: 9,
            spans: [TextSpan(0, 3)],
            speaker: nil,
            certainty: .alleged
        )
        changed.polarity = .denied
        changed.stops = [second.id]
        changed.aircraft = ["Il-96"]
        try visit.apply(.editClaim(number, changed), by: "second desk", at: Self.entered)
        let claim = try #require(visit.claims.last)
        #expect(claim.id == number && claim.report == 1 && claim.spans.isEmpty && claim.entry == .person("desk"))
        #expect(
            claim.kind == .sighting && claim.certainty == .alleged && claim.polarity == .denied && claim.time == nil
        )
        #expect(claim.stops == [second.id] && claim.aircraft == ["Il-96"] && claim.count == 2)
        #expect(claim.confirmedBy == nil)
        #expect(try Self.stop(visit, "Yakutsk").narrowed == nil)
        #expect(try !Self.stop(visit, "Yakutsk").claims.contains(number))
        #expect(try Self.stop(visit, "Pyongyang").claims.contains(number))
        changed.stops = [99]
        #expect(throws: VisitChangeError.noSuchStop(99)) {
            try visit.apply(.editClaim(number, changed), by: "desk", at: Self.entered)
        }
        #expect(throws: VisitChangeError.noSuchClaim(99)) {
            try visit.apply(.editClaim(99, claim), by: "desk", at: Self.entered)
        }
        try visit.apply(.takeBack(5), by: "desk", at: Self.entered)
        #expect(visit.contents == before.contents)
    }

    @Test("a departure that somebody took off its stop is not put back by the next report")
    func unlinked() throws {
        let text = "Putin left Yakutsk on Tuesday, June 18, 2024, the Kremlin said."
        var visit = try Self.begun(published: "2024-06-19T10:00:00+07:00")
        let second = try Self.draft(text, published: "2024-06-19T10:00:00+07:00", report: 2)
        try visit.apply(.addReport(Report(id: 2, addedBy: "desk"), second), by: "desk", at: Self.entered)
        var claim = try #require(visit.claims.first { $0.kind == .departure && !$0.stops.isEmpty })
        claim.stops = []
        try visit.apply(.editClaim(claim.id, claim), by: "desk", at: Self.entered)
        try visit.apply(.addReport(Report(id: 3, addedBy: "desk"), second), by: "desk", at: Self.entered)
        #expect(visit.claims.first { $0.id == claim.id }?.stops == [])
    }

    @Test("the log names the claim by number and kind, and the report; what was written is not in it")
    func words() throws {
        var visit = try Self.begun()
        var claim = try #require(visit.claims.first)
        claim.speaker = Speaker(name: "Somebody Secret", span: TextSpan(0, 0))
        claim.aircraft = ["Secret-1"]
        try visit.apply(.editClaim(claim.id, claim), by: "desk", at: Self.entered)
        try visit.apply(try Self.dating("2024-06-17T10:00:00+07:00"), by: "desk", at: Self.entered)
        let words = DossierWords(visit: visit)
        for change in visit.changes.dropFirst() {
            for sentence in [words.sentence(change), words.discreetSentence(change)] {
                #expect(!sentence.words.english.contains("Secret") && !sentence.words.english.contains("{"))
                #expect(!sentence.words.indonesian.contains("Secret") && !sentence.words.indonesian.contains("{"))
                #expect(sentence.rests.count == 2)
            }
        }
        #expect(words.sentence(visit.changes[1]).words.english.contains("claim \(claim.id), "))
        #expect(words.sentence(visit.changes[2]).words.english.contains("report 1"))
    }
}
