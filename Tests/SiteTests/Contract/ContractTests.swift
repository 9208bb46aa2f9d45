import Aero
import ModeS
import TestSupport
import Testing
import Watch

@testable import Site
@testable import Tracking

/// Every answer of the server is held against the OpenAPI document, and the document against the server.
@Suite(.timeLimit(.minutes(10)))
struct ContractTests {
    private static let sky = [
        Tracks.everything(), Tracks.bare(), Tracks.whole(0x40_0001, latitude: -33, longitude: 179.99),
        Track(address: AircraftAddress(other: 0x2A_00F3), time: Tracks.now, sourceClass: .tisbOther),
    ]

    private static var sources: [SourceStatus] {
        var listener = SourceStatus(
            id: "field",
            name: "field",
            specification: "beast+listen://0.0.0.0:30004",
            format: "beast",
            clock: "12mhz",
            hasPlace: true,
            state: .listening,
            detail: "2 feeders",
            since: Tracks.now,
            firstThirtySeconds: .init(
                seconds: 30,
                isComplete: true,
                frames: 1,
                aircraft: 1,
                positions: 1,
                rejected: 0
            )
        )
        var feeder = FeederStatus(name: "hill", isRegistered: true)
        feeder.standing = .quarantined
        feeder.score = 0.75
        feeder.reasons = ["too-fast": 12, "beyond-horizon": 3]
        feeder.lastHeard = Tracks.now
        (feeder.frames, feeder.copies, feeder.aircraft, feeder.meanDelay) = (100, 40, 7, 0.125)
        (feeder.clock, feeder.clockDisagreements) = ("gps", 2)
        feeder.excess = FeederStatus.Excess(frames: 12, bytes: 3400)
        listener.feeders = [feeder, FeederStatus(name: "feeder 2", isConnected: false)]
        var roof = SourceStatus(
            id: "roof",
            name: "roof",
            specification: "beast+tcp://127.0.0.1:30005",
            format: "beast",
            state: .waiting,
            retryIn: 4
        )
        var radio = RadioStatus()
        (radio.samples, radio.lostSamples, radio.clippedSamples) = (48_000_000, 12_000, 3)
        (radio.noiseLevel, radio.peakLevel, radio.messagesPerSecond, radio.gain) = (-34.2, -3.5, 812.4, 49.6)
        (radio.frames, radio.strongFrames, radio.repaired, radio.refused) = (16_000, 2, 300, 40_000)
        radio.gainStep = 27
        radio.levels = (0..<60).map { 10 * $0 }
        roof.radio = radio
        return [listener, roof]
    }

    /// A past with everything that can be said of it.
    private static var history: FakeHistory {
        var (own, claimed) = (Flights.Way(), Flights.Way(address: AircraftAddress(other: 0x2A_00F3)))
        (own.silences, claimed.flags, claimed.source, claimed.spacing) = ([3], .notOwn, .other, 30)
        let archive = FakeArchive(
            Flights.batch([own], licence: .openDatabase, origin: "Somebody"),
            Flights.batch([claimed], callsign: nil)
        )
        archive.set {
            $0.incompleteDays = [19_892]
            $0.damagedChunks = [1]
        }
        let range = Timestamp(seconds: Flights.midnight)..<Timestamp(seconds: Flights.midnight + 60)
        var day = HistoryDay(number: 19_892, isComplete: false)
        day.gaps = HistoryDay.Reason.allCases.map { HistoryDay.Gap(during: range, reason: $0) }
        (day.digest, day.licences, day.origins) = ("00ff", [.own], ["Somebody"])
        return FakeHistory([.simulated: archive, .real: archive], days: [.simulated: [day]])
    }

    /// Alerts with everything that can be said of one, and with nothing that need not.
    private static let alerts = [
        AlertRecord(
            id: "aa01",
            ruleID: "rule",
            ruleVersion: 2,
            ruleName: "name",
            time: Tracks.now,
            made: Tracks.now,
            title: ["en": "title", "id": "judul"],
            body: ["en": "one\ntwo", "id": "satu"],
            aircraft: ["484159"],
            place: Position(latitude: 55.6, longitude: 37.3),
            link: "/#aircraft=484159",
            evidence: Array(#"{"events":[1]}"#.utf8),
            outlets: ["desk"],
            isSimulated: true,
            isPublic: true,
            suppressedBefore: 4,
            visit: "visit",
            corrects: "aa00"
        ),
        AlertRecord(
            id: "aa02",
            ruleID: "rule",
            ruleVersion: 2,
            ruleName: "name",
            time: Tracks.now,
            made: Tracks.now,
            title: ["en": "title"],
            body: ["en": ""]
        ),
    ]

    /// Asks; returns what is wrong, and which answers of the document were seen.
    private func ask(
        _ questions: [Question],
        _ site: SiteUnderTest,
        _ document: OpenAPIDocument
    ) async throws -> (findings: [String], seen: Set<String>) {
        var (findings, seen): ([String], Set<String>) = ([], [])
        for question in questions {
            let answer = try await question.ask(site.port)
            if answer.status != question.status { findings.append("\(question): \(answer.status)") }
            findings += document.findings(question.method, question.target, answer).map { "\(question): \($0)" }
            if let template = document.template(of: question.target) {
                seen.insert("\(question.method) \(template) \(answer.status)")
            }
        }
        return (findings, seen)
    }

    @Test("every answer is as the document says, and every answer of the document is seen")
    func answers() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        var (findings, seen): ([String], Set<String>) = ([], [])
        func run(
            _ questions: [Question],
            history: FakeHistory? = nil,
            identities: FakeIdentities = FakeIdentities(FakeIdentities.contested, FakeIdentities.privacy),
            book: FakeBook = FakeBook(),
            watches: FakeWatches? = FakeWatches(),
            alerts: FakeAlerts? = FakeAlerts(),
            outbox: FakeOutbox? = nil,
            _ configure: (inout SiteConfiguration) -> Void = { _ in }
        ) async throws {
            try await SiteUnderTest.with(
                sky: FakeSky(Self.sky),
                history: history,
                book: book,
                identities: identities,
                watches: watches,
                alerts: alerts,
                outbox: outbox,
                configure: configure
            ) { (site) async throws in
                site.desk.set(Self.sources)
                let found = try await ask(questions, site, document)
                findings += found.findings
                seen.formUnion(found.seen)
            }
        }
        try await run(Question.reading + Question.writing)
        let listed = RegisteredAircraft(
            address: AircraftAddress(icao: 0x48_4159),
            registration: "PH-ABC",
            type: "B738",
            aircraftOperator: "Made Airlines",
            marks: [.isContested],
            claimants: .init(registration: "desk", type: "made-list", aircraftOperator: "made-list")
        )
        try await run(Question.reading, book: FakeBook(listed))
        try await run(Question.identities)
        try await run(Question.places)
        try await run(Question.identities, history: Self.history)
        try await run(
            Question.identities.filter { $0.status == 200 }.map { .get($0.target, 503) },
            identities: FakeIdentities(failure: .unreadable)
        )
        try await run(Question.unauthorized) { $0.token = "secret" }
        try await run(Question.history, history: Self.history)
        try await run(Question.nonsenseOfHistory, history: Self.history)
        let java = FakeHistory([.simulated: FakeArchive(JavaFlight.batch()), .real: FakeArchive(JavaFlight.batch())])
        try await run(Question.flights, history: java) {
            $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
        }
        try await run(Question.flightsOfArchives.map { .get($0, 404) })
        try await run(Question.reception) { $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) } }
        try await run(Question.pins, history: Self.history)
        try await run(Question.pinsWithoutToken, history: Self.history) { $0.token = "secret" }
        try await run(Question.history.map { .get($0.target, 404) })
        let broken = FakeArchive()
        broken.set { $0.failure = .failed("disk") }
        let closed = FakeHistory([.simulated: broken], failure: .failed("disk"))
        try await run(Question.history.map { .get($0.target, 503) }, history: closed)
        try await run(Question.flightsOfArchives.map { .get($0, 503) }, history: closed)
        try await run(Question.pinsOfABrokenArchive, history: closed)
        try await run(Question.watches, history: Self.history)
        try await run(Question.watchesWithoutToken) { $0.token = "secret" }
        try await run(Question.withoutWatches, watches: nil, alerts: nil)
        try await run(
            Question.watchesThatFail,
            history: Self.history,
            watches: FakeWatches(failure: .unwritable(reason: "full")),
            alerts: FakeAlerts(failure: .unreadable)
        )
        try await run(Question.outlets, outbox: FakeOutbox(Self.alerts))
        try await run(Question.outletsRefused(reading: 404, writing: 404) + [.get("/api/v1/alerts/live", 404)])
        try await run(Question.outletsRefused(reading: 401, writing: 401), outbox: FakeOutbox(Self.alerts)) {
            $0.token = "secret"
        }
        let damaged = FakeOutbox(failure: .unusable(reason: "disk"))
        try await run(
            Question.outletsRefused(reading: 503, writing: 503) + [.get("/feeds/public.atom", 503)],
            outbox: damaged
        )
        try await run([.get("/api/v1/alerts/live", 503)], outbox: FakeOutbox()) { $0.limits.streams = 0 }
        try await run([.get("/api/v1/live", 503)]) { $0.limits.streams = 0 }
        try await run([.write("POST", "/api/v1/sources/test", #"{"specification":"x"}"#, 503)]) {
            $0.limits.sourceTests = 0
        }
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        let unseen = document.answers.subtracting(seen).subtracting(Self.seenElsewhere).filter { answer in
            let parts = answer.split(separator: " ")
            // Rights of reading and rates are another's tests.
            guard parts[2] != "429", !(parts[0] == "GET" && parts[2] == "401") else { return false }
            return Self.whole.contains { parts[1].hasPrefix($0) }
        }
        #expect(unseen.isEmpty, "\(unseen.sorted())")
    }

    /// Beginnings of the paths of which every answer must be seen here; of the others the tests of their own see more than one.
    private static let whole = [
        "/api/v1/openapi", "/api/v1/site", "/api/v1/live", "/api/v1/aircraft", "/api/v1/history", "/api/v1/receivers",
        "/api/v1/sources", "/api/v1/pins", "/api/v1/identity", "/api/v1/places",
        "/api/v1/airports", "/api/v1/coverage", "/api/v1/watches", "/api/v1/watching", "/api/v1/alerts",
        "/api/v1/outlets", "/feeds/",
        "/basemap/", "/data/aircraft.json", "/data/receiver.json",
    ]

    /// Answers of the document that other tests hold against it, or that the doubles cannot give.
    private static let seenElsewhere: Set<String> = [
        // `FlightEditionRoutesTests`
        "GET /api/v1/aircraft/{hex}/editions/difference 200", "GET /api/v1/aircraft/{hex}/editions/difference 400",
        "GET /api/v1/aircraft/{hex}/editions/difference 404", "GET /api/v1/aircraft/{hex}/editions/difference 503",
        "POST /api/v1/aircraft/{hex}/editions 201", "POST /api/v1/aircraft/{hex}/editions 400",
        "POST /api/v1/aircraft/{hex}/editions 401", "POST /api/v1/aircraft/{hex}/editions 403",
        "POST /api/v1/aircraft/{hex}/editions 404", "POST /api/v1/aircraft/{hex}/editions 413",
        "POST /api/v1/aircraft/{hex}/editions 422", "POST /api/v1/aircraft/{hex}/editions 503",
        "GET /api/v1/live 200",  // `liveFrames`
        "GET /api/v1/alerts/live 200",  // `AlertNewsRoutesTests`
        "GET /api/v1/openapi.json 304",  // `served`
        "PATCH /api/v1/sources/{id} 503", "DELETE /api/v1/sources/{id} 503",  // a file that cannot be written
    ]

    @Test("an answer with a key that is not described is found")
    func undescribed() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with(sky: FakeSky(Self.sky)) { (site) async throws in
            var answer = try await Question.get("/api/v1/aircraft").ask(site.port)
            let text = String(decoding: answer.body, as: UTF8.self).replacing(
                "\"hex\":\"484159\"",
                with: "\"hex\":\"484159\",\"new\":1"
            )
            answer.body = Array(text.utf8)
            #expect(document.findings("GET", "/api/v1/aircraft", answer) == ["$.aircraft[0]: new is not described"])
        }
    }

    /// What the document describes and this server does not answer yet. A beginning of which everything is answered must go from here.
    private static let notYetHere: [String] = []

    @Test("the document has the paths that are answered, and no others")
    func paths() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with { (site) async throws in
            let answered = Set(site.server.answeredPaths)
            #expect(answered.subtracting(document.paths).isEmpty, "answered and not described")
            let missing = document.paths.filter { !answered.contains($0) }
            #expect(
                missing.filter { path in !Self.notYetHere.contains { path.hasPrefix($0) } } == [],
                "described and not answered"
            )
            #expect(
                Self.notYetHere.filter { begin in !missing.contains { $0.hasPrefix(begin) } } == [],
                "answered by now"
            )
            for path in missing where document.methods(of: path).contains("GET") {
                let answer = try await Question.get(document.filled(path), 404).ask(site.port)
                let text = String(decoding: answer.body, as: UTF8.self)
                #expect(
                    text.contains("there is nothing here"),
                    "\(path) is answered: its RouteGroup must name it in `paths`"
                )
            }
        }
    }

    @Test("methods that are not described are answered 405, with those that are")
    func methods() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with { (site) async throws in
            for path in site.server.answeredPaths where !document.methods(of: path).contains("PUT") {
                let answer = try await Question.write("PUT", document.filled(path), nil, 405).ask(site.port)
                #expect(answer.status == 405, "\(path)")
                #expect(document.findings("PUT", path, answer).isEmpty)
                let allowed = Set((answer.headers["allow"] ?? "").split(separator: ", ").map(String.init))
                #expect(allowed.subtracting(["HEAD"]) == Set(document.methods(of: path)), "\(path)")
                #expect(allowed.contains("GET") == allowed.contains("HEAD"), "\(path)")
            }
        }
    }

    @Test("every path is answered as described with the examples of its parameters, and HEAD gives the head of GET")
    func examples() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with(sky: FakeSky(Self.sky)) { (site) async throws in
            for path in Set(site.server.answeredPaths) where document.methods(of: path).contains("GET") {
                guard path != "/api/v1/live" else { continue }
                let target = document.filled(path)
                let get = try await Question.get(target).ask(site.port)
                let findings = document.findings("GET", target, get)
                #expect(findings.isEmpty, "\(target): \(findings)")
                let head = try await Loopback.ask(site.port, "HEAD", target)
                #expect(head.status == get.status && head.body.isEmpty, "\(target)")
                #expect(head.headers["content-type"] == get.headers["content-type"], "\(target)")
                let (promised, given) = (head.headers["content-length"], get.headers["content-length"])
                #expect(Self.isTimed(path) ? promised != nil : promised == given, "\(target)")
            }
            #expect(try await Loopback.ask(site.port, "HEAD", "/api/v1/live").status == 200)
            #expect(site.server.seats.count == 0)
        }
    }

    /// Documents that tell how long they took or what the program has used: no two need be equally long.
    private static func isTimed(_ path: String) -> Bool {
        path.hasPrefix("/v2/") || ["/metrics", "/re-api/", "/data/stats.json"].contains(path)
    }

    @Test("frames of text in the live stream are as the document says")
    func liveFrames() async throws {
        let document = try OpenAPIDocument.ofCheckout()
        let payloads = document.operation("GET", "/api/v1/live")?["responses"]?["200"]?["x-payloads"]
        try await SiteUnderTest.with(sky: FakeSky(Self.sky)) { (site) async throws in
            site.desk.set(Self.sources)
            try await Loopback.with(site.port) { connection in
                try await connection.send(Loopback.request("GET", "/api/v1/live"))
                let head = try await connection.head()
                let answer = OpenAPIDocument.Answer(status: head.status, headers: head.headers, body: [])
                #expect(document.findings("GET", "/api/v1/live", answer).isEmpty)
                var replica = LiveReplica()
                while replica.strings.isEmpty { try replica.take(try await connection.chunk() ?? []) }
                await site.server.broadcaster.tick()
                var changed = Self.sources
                changed[1].state = .connected
                site.desk.set(changed)
                site.sky.set { $0.status.provenance = .real }
                await site.server.broadcaster.tick()
                while replica.events.count < 2 { try replica.take(try await connection.chunk() ?? []) }
                for (kind, texts) in [("3", replica.strings), ("4", replica.events)] {
                    let form = try #require(payloads?[kind])
                    for text in texts {
                        #expect(document.schema.findings(try JSONValue(text), form).isEmpty, "\(text)")
                    }
                }
            }
        }
    }

    @Test("the document is served as it is written, with its type, and 304 to who has it")
    func served() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/openapi.json")
            #expect(answer.headers["content-type"] == "application/openapi+json;version=3.1")
            #expect(try OpenAPIDocument(answer.body).json == OpenAPIDocument.ofCheckout().json)
            let tag = try #require(answer.headers["etag"])
            let again = try await Loopback.ask(site.port, "/api/v1/openapi.json", headers: ["If-None-Match": tag])
            #expect(again.status == 304 && again.body.isEmpty)
        }
    }
}
