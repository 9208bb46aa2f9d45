import Aero
import Bundles
import Foundation
import ModeS
import Testing
import Visits

@testable import Site
@testable import Tracking

/// Gate P10 b: a crawler walks what the router says there is, in a world with a hidden aircraft and in one without it.
@Suite(.timeLimit(.minutes(10)))
struct SuppressionCrawlTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let ways: [[String: String]] = [[:], ["Accept-Encoding": "gzip"]]

    private func world<Value: Sendable>(
        with isThere: Bool,
        _ rules: SuppressionRules = Hiding.rules,
        visits: FakeVisits? = nil,
        editions: FakeEditions? = nil,
        token: String? = nil,
        _ body: (SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        try await SiteUnderTest.with(
            sky: Hiding.sky(with: isThere),
            forms: .all,
            history: Hiding.history(with: isThere),
            discretion: Discretion(rules),
            book: Hiding.Book(isListed: isThere),
            identities: Hiding.identities(with: isThere),
            visits: visits,
            editions: editions,
            reception: Hiding.reception(with: isThere)
        ) { configuration in
            configuration.token = token
            configuration.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
            configuration.hasPublicMetrics = true
            configuration.limits.requestsAtOnce = 100_000
            configuration.limits.heavyAtOnce = 100_000
        } _: { (site) async throws in
            site.desk.set(Hiding.sources(with: isThere))
            return try await body(site)
        }
    }

    /// What is no word about aircraft: times that answering took, the program's own figures, the run's part of a tag.
    private static func settled(_ answer: Loopback.Answer) -> Loopback.Answer {
        var answer = answer
        answer.headers["etag"] = answer.headers["etag"].map { $0.replacing(/^"[^\-]*-/, with: "\"") }
        answer.headers["date"] = nil
        // Its length tells how many digits a time has.
        if answer.body.isEmpty { answer.headers["content-length"] = nil }
        if answer.headers["content-encoding"] == "gzip", let plain = Unpacked.gzip(answer.body) {
            answer.body = plain
            answer.headers["content-length"] = nil
        }
        guard String(validating: answer.body, as: UTF8.self) != nil else { return answer }
        let text = answer.text.replacing(/"ptime":[0-9.]+/, with: "").replacing(/"background":[0-9]+/, with: "")
            .replacing(/(?m)^pelacak_process_.*$/, with: "")
        if text != answer.text {
            answer.body = Array(text.utf8)
            answer.headers["content-length"] = nil
        }
        return answer
    }

    private struct Finding: CustomStringConvertible {
        let target: String
        let what: String
        var description: String { "\(target): \(what)" }
    }

    /// Asks both worlds as a stranger, plainly, packed, by head alone, and again with the tag that came.
    private func compare(_ target: String, _ one: Int, _ other: Int) async throws -> [Finding] {
        var found: [Finding] = []
        for (method, headers) in [("GET", Self.ways[0]), ("GET", Self.ways[1]), ("HEAD", Self.ways[0])] {
            let all = headers.merging(Self.stranger) { first, _ in first }
            let a = try await Loopback.ask(one, method, target, headers: all)
            let b = try await Loopback.ask(other, method, target, headers: all)
            let (left, right) = (Self.settled(a), Self.settled(b))
            if left.status != right.status || left.body != right.body || left.headers != right.headers {
                found.append(
                    Finding(
                        target: "\(method) \(target) \(headers)",
                        what:
                            "\(left.text.prefix(1500)) instead of \(right.text.prefix(1500)) \(left.headers) \(right.headers)"
                    )
                )
            }
            let asked =
                target.lowercased().contains(Hiding.hidden.hex) || target.contains(Hiding.callsign)
                || target.contains("6543") || target.contains("52.31") || target.contains("50.013")
            if !asked, method == "GET", headers.isEmpty {
                found += Hiding.traces(in: a.body).filter { !Hiding.traces(in: b.body).contains($0) }
                    .map { Finding(target: target, what: "holds \($0)") }
            }
            guard let tag = a.headers["etag"], let otherTag = b.headers["etag"], method == "GET" else { continue }
            let again = try await Loopback.ask(
                one,
                target,
                headers: all.merging(["If-None-Match": tag]) { first, _ in first }
            )
            let others = try await Loopback.ask(
                other,
                target,
                headers: all.merging(["If-None-Match": otherTag]) { first, _ in first }
            )
            if again.status != others.status { found.append(Finding(target: target, what: "asked again")) }
        }
        return found
    }

    @Test(
        "what a stranger is told on any path is byte for byte what he is told where the aircraft never was",
        arguments: [Hiding.rules, Hiding.listed]
    )
    func crawl(rules: SuppressionRules) async throws {
        let (shelf, otherShelf) = (FakeEditions(saysAll: true), FakeEditions(saysAll: true))
        let (visits, otherVisits) = (try await Self.visits(), try await Self.visits())
        try await world(with: true, rules, visits: visits, editions: shelf) { (one) async throws in
            try await world(with: false, rules, visits: otherVisits, editions: otherShelf) { (other) async throws in
                try await Self.publish(into: shelf, one.port)
                try await Self.publish(into: otherShelf, other.port)
                var (findings, told) = ([Finding](), Set<String>())
                for path in one.server.answeredPaths {
                    guard let targets = Crawl.targets(path) else {
                        findings.append(Finding(target: path, what: "the crawler does not know how to fill this path"))
                        continue
                    }
                    for target in targets {
                        findings += try await compare(target, one.port, other.port)
                        // A crawler that finds nothing where there is nothing hidden would find nothing anywhere.
                        let own = try await Loopback.ask(one.port, target)
                        let empty = try await Loopback.ask(other.port, target)
                        if Self.settled(own).body != Self.settled(empty).body { told.insert(path) }
                    }
                }
                for finding in findings.prefix(20) { Issue.record("\(finding)") }
                #expect(findings.isEmpty)
                let silent = Set(one.server.answeredPaths).subtracting(told)
                #expect(silent == Self.silent, "paths that tell the operator nothing of it either")
            }
        }
    }

    /// Paths that tell nobody anything of aircraft that are heard; the live stream, which does not end, is compared by `stream`.
    private static let silent: Set<String> = [
        "/api/v1/openapi.json", "/api/v1/live", "/api/v1/sources/test", "/api/v1/sources/{id}", "/api/v1/session",
        "/api/v1/pins", "/api/v1/pins/{number}", "/api/v1/providers", "/basemap/{z}/{x}/{tile}", "/healthz",
        "/readyz", "/data/receiver.json", "/data/outline.json", "/chunks/chunks.json", "/api/v1/places",
        "/api/v1/places/nearest", "/api/v1/coverage",
        // Of visits there is a public one that names nobody: `VisitRightsTests` looks at what strangers get of others.
        "/api/v1/visits", "/api/v1/visits/{id}", "/api/v1/visits/{id}/reports",
        "/api/v1/visits/{id}/reports/{number}/text",
        "/api/v1/visits/{id}/changes", "/api/v1/visits/{id}/candidates", "/api/v1/visits/{id}/export",
        "/api/v1/visits/{id}/plan", "/api/v1/visits/{id}/watches",
        // Editions tell the operator what they tell everybody; that the crawler would find more is shown by `editions`.
        "/api/v1/visits/{id}/editions", "/api/v1/visits/{id}/editions/difference", "/api/v1/editions",
        "/api/v1/editions/{number}/challenges", "/api/v1/editions/{number}/challenges/{challenge}",
        "/api/v1/aircraft/{hex}/editions", "/api/v1/aircraft/{hex}/editions/difference",
        "/api/v1/watches", "/api/v1/watches/{id}",
        "/api/v1/watches/preview", "/api/v1/watches/examples", "/api/v1/watching", "/api/v1/alerts",
        "/api/v1/alerts/{id}", "/api/v1/alerts/{id}/messages", "/api/v1/watches/areas", "/api/v1/watches/areas/{name}",
        // Without alerts and outlets here: `AlertNewsRoutesTests` and `AlertRoutesTests` look at what strangers get of them.
        "/api/v1/alerts/live", "/feeds/{key}.atom", "/api/v1/outlets", "/api/v1/outlets/{name}",
        "/api/v1/outlets/{name}/test", "/api/v1/outlets/{name}/again",
    ]

    /// A public visit that names no aircraft, the same wherever it is made.
    private static func visits() async throws -> FakeVisits {
        let visits = FakeVisits()
        _ = try await visits.begin(
            [.setTitle("A visit"), .setPublic(true)],
            copies: [],
            by: "desk",
            at: Timestamp(seconds: 1_718_700_000)
        )
        return visits
    }

    /// Editions of flights of those that are shown, and of the visit, as they were before anybody asks.
    private static func publish(into shelf: FakeEditions, _ port: Int) async throws {
        for (number, hex) in [(1, "484159"), (2, "400001")] {
            let target = "/api/v1/aircraft/\(hex)/editions/difference?\(Crawl.editionMoments[0])"
            let told = try await Loopback.ask(port, target)
            #expect(told.status == 200, "\(told.text)")
            let id = try #require(try told.object()["id"] as? String)
            shelf.put(try FakeEditions.made(number, of: EditionSubject(.flight, id), world: .simulated))
        }
        shelf.put(try FakeEditions.made(3, of: "visit1", world: .simulated))
    }

    private static let writer = ["Authorization": "Bearer secret"]

    /// What both worlds answer differently of editions: to strangers who read, and to whoever may write and publishes.
    private func editionFindings(_ rules: SuppressionRules) async throws -> [Finding] {
        let (shelf, otherShelf) = (FakeEditions(saysAll: true), FakeEditions(saysAll: true))
        return try await world(with: true, rules, editions: shelf, token: "secret") { (one) async throws in
            try await world(with: false, rules, editions: otherShelf, token: "secret") { (other) async throws in
                try await Self.publish(into: shelf, one.port)
                try await Self.publish(into: otherShelf, other.port)
                var findings: [Finding] = []
                for target in Crawl.targets("/api/v1/aircraft/{hex}/editions") ?? [] {
                    let (path, query) = (target.split(separator: "?")[0], target.split(separator: "?")[1])
                    let fields = query.replacing("kind=", with: "").split(separator: "&at=")
                    let time = try Date(String(fields[1]), strategy: .iso8601).timeIntervalSince1970
                    let body = #"{"kind":"\#(fields[0])","at":\#(time)}"#
                    let headers = Self.writer.merging(["Content-Type": "application/json"]) { first, _ in first }
                    let a = try await Loopback.ask(one.port, "POST", String(path), headers: headers, body: body)
                    let b = try await Loopback.ask(other.port, "POST", String(path), headers: headers, body: body)
                    if a.status != b.status || Self.settled(a).body != Self.settled(b).body {
                        findings.append(Finding(target: "POST \(target)", what: "\(a.text) instead of \(b.text)"))
                    }
                    findings += try await compare("\(path)/difference?\(query)", one.port, other.port)
                }
                for target in Crawl.targets("/api/v1/editions") ?? [] {
                    findings += try await compare(target, one.port, other.port)
                }
                return findings
            }
        }
    }

    @Test("whoever publishes flights and silences, no edition and no comparison tells of who is hidden")
    func editions() async throws {
        for rules in [Hiding.rules, Hiding.listed] {
            let findings = try await editionFindings(rules)
            for finding in findings.prefix(10) { Issue.record("\(finding)") }
        }
        // Where nobody is hidden the same questions find it, in what is published, compared and listed.
        let found = try await editionFindings(.none).map(\.target)
        let hex = Hiding.hidden.hex
        for start in ["POST /api/v1/aircraft/\(hex)/editions", "GET /api/v1/aircraft/\(hex)/editions/difference"] {
            #expect(found.contains { $0.hasPrefix(start) }, "\(start)")
        }
        #expect(found.contains { $0.hasPrefix("GET /api/v1/editions?aircraft=\(hex)") })
    }

    @Test("asked by its address it is answered as one that is on no list and was never heard is, but for the address")
    func asUnknown() async throws {
        try await world(with: true) { (site) async throws in
            let targets = site.server.answeredPaths.flatMap { Crawl.targets($0) ?? [] }
            let asked = targets.filter { $0.lowercased().contains(Hiding.hidden.hex) }
            #expect(asked.count > 30)
            for target in asked {
                let end = target.contains("/traces/") ? Hiding.hidden.hex.suffix(2) : ""
                let other = target.replacing(Hiding.hidden.hex, with: Hiding.unknown.hex)
                    .replacing(Hiding.hidden.hex.uppercased(), with: Hiding.unknown.hex.uppercased())
                    .replacing("/traces/\(end)/", with: "/traces/\(Hiding.unknown.hex.suffix(2))/")
                let one = Self.settled(try await Loopback.ask(site.port, target, headers: Self.stranger))
                let two = Self.settled(try await Loopback.ask(site.port, other, headers: Self.stranger))
                let text = one.text.replacing(Hiding.hidden.hex, with: Hiding.unknown.hex)
                #expect(one.status == two.status && text == two.text, "\(target)")
            }
        }
    }

    @Test(
        "the live stream of a stranger is the same bytes, in its first frame and in the next ones",
        arguments: [
            "/api/v1/live", "/api/v1/live?view=4,52,5,53",
        ]
    )
    func stream(target: String) async throws {
        func frames(_ isThere: Bool) async throws -> [UInt8] {
            try await world(with: isThere) { (site) async throws in
                try await Loopback.with(site.port) { connection in
                    try await connection.send(Loopback.request("GET", target, headers: Self.stranger))
                    _ = try await connection.head()
                    var bytes = try #require(try await connection.chunk())
                    await site.server.publicBroadcaster.waitForReaders(1)
                    for second in 1...3 {
                        site.sky.set { state in
                            state.status.now = Tracks.now.advanced(bySeconds: Double(second))
                            state.tracks[0].groundSpeed = Tracks.known(Knots(Double(300 + second)))
                            if isThere { state.tracks[state.tracks.count - 1].groundSpeed = Tracks.known(Knots(200)) }
                        }
                        await site.server.publicBroadcaster.tick()
                        bytes += try #require(try await connection.chunk())
                    }
                    return bytes
                }
            }
        }
        let (one, other) = (try await frames(true), try await frames(false))
        #expect(one == other && !one.isEmpty && Hiding.traces(in: one) == Hiding.traces(in: other))
        var replica = LiveReplica()
        try replica.take(one)
        #expect(replica.rows[Hiding.hidden.rawValue] == nil && !replica.rows.isEmpty)
    }

    @Test("a list that cannot be read shows strangers nobody, and the operator everybody")
    func closed() async throws {
        try await world(with: true, SuppressionRules.none.closed) { (site) async throws in
            for target in [
                "/data/aircraft.json", "/api/v1/history/area?from=2024-06-18T00:30:00Z&to=2024-06-18T02:30:00Z",
            ] {
                let told = try await Loopback.ask(site.port, target, headers: Self.stranger)
                #expect(try told.object()["aircraft"].flatMap { $0 as? [Any] }?.isEmpty == true)
                let own = try await Loopback.ask(site.port, target)
                #expect(try own.object()["aircraft"].flatMap { $0 as? [Any] }?.isEmpty == false)
            }
        }
    }

    @Test("everywhere means the operator too; flagged aircraft are shown and marked")
    func modes() async throws {
        let rules = SuppressionRules([
            SuppressionRule(Hiding.hidden, .everywhere, reason: .takedown),
            SuppressionRule(AircraftAddress(icao: 0x40_0001), .flag, reason: .ladd),
        ])
        try await world(with: true, rules) { (site) async throws in
            let own = try await Loopback.ask(site.port, "/data/aircraft.json")
            #expect(!own.text.contains(Hiding.hidden.hex) && own.text.contains("400001"))
            let marked = try await Loopback.ask(site.port, "/v2/ladd", headers: Self.stranger)
            #expect(marked.text.contains("400001") && marked.text.contains(#""dbFlags":8"#))
        }
    }

    @Test("rules that change hold from the next second on, also for what was made before")
    func changing() async throws {
        let discretion = Discretion()
        let history = Hiding.history(with: true)
        try await SiteUnderTest.with(sky: Hiding.sky(with: true), history: history, discretion: discretion) {
            $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
        } _: { (site) async throws in
            let chunk = "/globe_history/2024/06/18/heatmap/02.bin.ttf"
            func told() async throws -> [UInt8] {
                try await Loopback.ask(site.port, "/data/aircraft.json", headers: Self.stranger).body
                    + Loopback.ask(site.port, chunk, headers: Self.stranger).body
            }
            #expect(Set(Hiding.traces(in: try await told())).isSuperset(of: [Hiding.hidden.hex, "bytes"]))
            discretion.replace(with: Hiding.rules)
            site.sky.set { $0.status.now = Tracks.now.advanced(bySeconds: 1) }
            #expect(Hiding.traces(in: try await told()).isEmpty)
        }
    }
}
