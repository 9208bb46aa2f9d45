import Aero
import Flights
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct FlightRoutesTests {
    private static let day = "from=2024-06-18&to=2024-06-19"
    private static let log = "/api/v1/aircraft/8a0123/flights?\(day)"
    /// From elsewhere: a forwarded request is nobody's at this machine.
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let learned = JavaFlight.coverage

    private func ask<Value: Sendable>(
        _ desk: FakeFlights? = FakeFlights(),
        _ batches: [ObservationBatch] = [JavaFlight.batch()],
        discretion: Discretion = Discretion(),
        configure: (inout SiteConfiguration) -> Void = { _ in },
        _ body: (SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        let sky = FakeSky()
        sky.set { state in
            state.status.provenance = .real
            state.status.now = Timestamp(seconds: JavaFlight.start + JavaFlight.end + 60)
        }
        return try await SiteUnderTest.with(
            sky: sky,
            history: FakeHistory([.real: Self.archive(batches)], days: [:]),
            discretion: discretion,
            flights: desk,
            configure: configure,
            body
        )
    }

    private static func archive(_ batches: [ObservationBatch]) -> FakeArchive {
        let archive = FakeArchive()
        for batch in batches { archive.keep(batch) }
        return archive
    }

    /// Three days before the flight of the other tests.
    private static let earlier = JavaFlight.start - 3 * 86_400

    @Test("who is silent at the end of what was asked, and was heard again days later, was heard again")
    func heardAgain() async throws {
        var cut = JavaFlight.batch(from: Self.earlier)
        cut.rows.removeAll { $0.observation.time.seconds > Self.earlier + JavaFlight.lost }
        try await ask(FakeFlights(), [cut, JavaFlight.batch()]) { (site) async throws in
            let path = "/api/v1/aircraft/8a0123/flights?from=2024-06-15&to=2024-06-16"
            let all = try await Loopback.ask(site.port, path).object()
            let gaps = try #require(all["gaps"] as? [[String: Any]])
            #expect(gaps.count == 1)
            let again = try #require(gaps.first?["to"] as? [String: Any])
            #expect(try time(again, "time") == 0)
            #expect((all["legs"] as? [[String: Any]])?.contains { $0["isLost"] as? Bool == true } == false)
        }
    }

    @Test("who stood there at the end of a day that is over is told, whatever came later")
    func stoodThere() async throws {
        try await ask(FakeFlights(), [JavaFlight.batch(from: Self.earlier), JavaFlight.batch()]) {
            (site) async throws in
            let path = "/api/v1/airports/WIHH/movements?from=2024-06-15&to=2024-06-16"
            let standing = try #require(
                try await Loopback.ask(site.port, path).object()["onGround"] as? [[String: Any]]
            )
            #expect(standing.map { $0["hex"] as? String } == ["8a0123"])
            #expect(try time(standing[0], "last") == JavaFlight.end - 3 * 86_400)
        }
    }

    @Test("a name of an impossible time ends nothing")
    func impossibleName() async throws {
        var batch = JavaFlight.batch()
        let aircraft = ArchivedAircraft(JavaFlight.address)
        for time in [Int64.min, -9_000_000_000_000_000, 9_000_000_000_000_000] {
            batch.names.append(try #require(IdentityChange(aircraft, at: time, .callsign, "NEVER")))
        }
        var teller = FlightTeller(aircraft, context: LegContext(gazetteer: .empty), limits: .unknown)
        teller.take(Trace(aircraft, observations: batch.rows.map(\.observation), names: batch.names))
        let end = Timestamp(seconds: JavaFlight.start + JavaFlight.end)
        let account = teller.finish(at: end, asked: Timestamp(seconds: JavaFlight.start)..<end)
        #expect(account.callsigns.map(\.callsign) == ["MADE12"])
    }

    @Test("outside what was learned nothing is said of a silence")
    func outsideLearned() async throws {
        let batch = JavaFlight.batch(from: JavaFlight.start - 60 * 86_400)
        try await ask(FakeFlights(Self.learned), [batch]) { (site) async throws in
            let path = "/api/v1/aircraft/8a0123/flights?from=2024-04-19&to=2024-04-20"
            let gap = try #require(
                (try await Loopback.ask(site.port, path).object()["gaps"] as? [[String: Any]])?.first
            )
            #expect(gap["to"] != nil && gap["verdict"] == nil)
        }
    }

    private func time(_ object: [String: Any], _ key: String) throws -> Double {
        try #require(object[key] as? Double) - JavaFlight.start
    }

    @Test("a log has the leg with both ends, each with its interval, and the silence with all its explanations")
    func log() async throws {
        try await ask { (site) async throws in
            let answer = try await Loopback.ask(site.port, Self.log)
            #expect(answer.status == 200, "\(answer.text)")
            let all = try answer.object()
            #expect(all["realm"] as? String == "real" && all["hex"] as? String == "8a0123")
            #expect(all["state"] as? String == "ground" && all["coverage"] as? String == "none")
            let legs = try #require(all["legs"] as? [[String: Any]])
            #expect(!legs.isEmpty)
            let takeoff = try #require(legs.first?["takeoff"] as? [String: Any])
            #expect(takeoff["known"] as? String == "observed")
            #expect((takeoff["airports"] as? [[String: Any]])?.first?["id"] as? String == "WIII")
            #expect(try 112...120 ~= time(takeoff, "earliest") && 120...128 ~= time(takeoff, "latest"))
            let landing = try #require(legs.last?["landing"] as? [String: Any])
            #expect((landing["airports"] as? [[String: Any]])?.first?["id"] as? String == "WIHH")
            #expect(try time(landing, "earliest") <= 6_000 && time(landing, "latest") >= 5_996)
            #expect(legs.first?["callsigns"] as? [String] == ["MADE12"])
            #expect((legs.first?["highest"] as? Int ?? 0) >= 9_900)
            let gap = try #require((all["gaps"] as? [[String: Any]])?.first)
            #expect(gap["seconds"] as? Int == Int(JavaFlight.found - JavaFlight.lost) && gap["verdict"] == nil)
            let chances = try #require(gap["hypotheses"] as? [[String: Any]]).compactMap {
                $0["probability"] as? Double
            }
            #expect(chances.count >= 2 && abs(chances.reduce(0, +) - 1) < 1e-3 && chances == chances.sorted(by: >))
            let names = try #require(all["airports"] as? [String: [String: Any]])
            #expect(names["WIII"]?["name"] as? String == "Soekarno-Hatta International Airport")
            let first = try #require(all["first"] as? [String: Any])
            #expect(try time(first, "heard") == 0 && first["days"] as? Int == 1)
        }
    }

    @Test("what a silence means is told to the operator with its evidence, and to nobody else unless the site says so")
    func verdict() async throws {
        let desk = FakeFlights(Self.learned)
        try await ask(desk, configure: { $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) } }) {
            (site) async throws in
            let own = try await Loopback.ask(site.port, Self.log).object()
            #expect(own["coverage"] as? String == "learned")
            let verdict = try #require((own["gaps"] as? [[String: Any]])?.first?["verdict"] as? [String: Any])
            #expect(
                verdict["class"] as? String == "off-likely" || verdict["class"] as? String == "landed",
                "\(verdict)"
            )
            #expect((verdict["offAtLeast"] as? Double ?? 0) > 0.5 && verdict["listeners"] as? Int == 1)
            let cells = try #require(verdict["cells"] as? [[String: Any]])
            #expect(!cells.isEmpty)
            // A receiver is a number of the answer, never that of the archive.
            let looks = cells.flatMap { $0["looks"] as? [[String: Any]] ?? [] }
            #expect(Set(looks.compactMap { $0["listener"] as? Int }) == [1])

            let other = try await Loopback.ask(site.port, Self.log, headers: Self.stranger).object()
            #expect(other["coverage"] as? String == "withheld")
            #expect((other["gaps"] as? [[String: Any]])?.allSatisfy { $0["verdict"] == nil } == true)
            #expect(try await Loopback.ask(site.port, "/api/v1/coverage", headers: Self.stranger).status == 403)
            let site1 = try await Loopback.ask(site.port, "/api/v1/site", headers: Self.stranger).object()
            #expect(site1["coverage"] as? Bool == false)
        }
    }

    @Test("what was said of a silence before is told with its time, beside what is said now")
    func saidBefore() async throws {
        let desk = FakeFlights(Self.learned)
        let before = GapLabel(
            gapClass: .noCoverage,
            offAtLeast: 0.02,
            judgedAt: Timestamp(seconds: JavaFlight.start + JavaFlight.lost + 900)
        )
        desk.say(before, ofSilenceSince: Timestamp(seconds: JavaFlight.start + JavaFlight.lost))
        try await ask(desk) { (site) async throws in
            for _ in 0..<2 {
                let all = try await Loopback.ask(site.port, Self.log).object()
                let verdict = try #require((all["gaps"] as? [[String: Any]])?.first?["verdict"] as? [String: Any])
                let earlier = try #require(verdict["earlier"] as? [[String: Any]])
                #expect(earlier.map { $0["class"] as? String } == ["no-coverage"])
                #expect(try time(earlier[0], "judged") == JavaFlight.lost + 900)
                #expect(earlier[0]["offAtLeast"] as? Double == 0.02 && verdict["class"] as? String != "no-coverage")
            }
        }
    }

    @Test("reach begins where it was believed to be last, not at a jump nobody believes")
    func jump() async throws {
        var batch = JavaFlight.batch()
        batch.rows.removeAll { $0.observation.time.seconds > JavaFlight.start + JavaFlight.lost }
        let wrong = batch.rows.removeLast()
        let last = try #require(batch.rows.last?.observation)
        var row = wrong.observation
        row.position = Position(latitude: 40, longitude: 20)
        batch.rows.append(.init(wrong.aircraft, row))
        try await ask(FakeFlights(), [batch]) { (site) async throws in
            let at = JavaFlight.start + JavaFlight.lost + 600
            let all = try await Loopback.ask(site.port, "/api/v1/aircraft/8a0123/reach?at=\(at)").object()
            let from = try #require(all["from"] as? [String: Any])
            #expect(abs((from["latitude"] as? Double ?? 99) - (last.position?.latitude ?? 0)) < 1e-4, "\(from)")
            #expect(try time(from, "time") == JavaFlight.lost - 4)
        }
    }

    @Test("a site that tells reception tells coverage too, but not where anybody is hidden: their passes count")
    func told() async throws {
        let hiding = Discretion(SuppressionRules([SuppressionRule(Hiding.hidden, .public, reason: .takedown)]))
        for (discretion, wanted) in [(Discretion(), 200), (hiding, 403)] {
            try await ask(
                FakeFlights(Self.learned),
                discretion: discretion,
                configure: {
                    $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
                    $0.tellsReceptionToStrangers = true
                }
            ) { (site) async throws in
                let answer = try await Loopback.ask(site.port, "/api/v1/coverage?realm=real", headers: Self.stranger)
                #expect(answer.status == wanted)
            }
        }
    }

    @Test("coverage is a table of cells, by height, within a box")
    func coverage() async throws {
        try await ask(FakeFlights(Self.learned)) { (site) async throws in
            let all = try await Loopback.ask(site.port, "/api/v1/coverage?realm=real&band=0&box=105,-7,108,-5").object()
            let cells = try #require(all["cells"] as? [String: [Double]])
            #expect(Set(cells.values.map(\.count)).count == 1 && (cells["latitude"]?.count ?? 0) > 10)
            #expect(cells["latitude"]?.allSatisfy { (-7...(-5)).contains($0) } == true)
            #expect(cells["probability"]?.allSatisfy { $0 > 0.9 } == true)
            #expect(all["listeners"] as? Int == 1 && all["degrees"] as? Double == 0.5)
            #expect(try await Loopback.ask(site.port, "/api/v1/coverage?band=99").status == 400)
            #expect(try await Loopback.ask(site.port, "/api/v1/coverage?kind=smoke").status == 400)
        }
        // Nothing learned is an empty table, and no error.
        try await ask { (site) async throws in
            let all = try await Loopback.ask(site.port, "/api/v1/coverage").object()
            #expect(all["since"] == nil && (all["cells"] as? [String: [Double]])?["latitude"] == [])
        }
    }

    @Test(
        "what nobody can have heard there is left out for the operator; a stranger's answer does not ask where receivers stand"
    )
    func horizon() async throws {
        let far = try #require(Position(latitude: 52, longitude: 5))
        let places = [JavaFlight.receiver: ReceiverPlace(position: far, antenna: 10)]
        let desk = FakeFlights(places: places)
        try await ask(desk, configure: { $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) } }) {
            (site) async throws in
            let other = try await Loopback.ask(site.port, Self.log, headers: Self.stranger).object()
            #expect((other["legs"] as? [Any])?.isEmpty == false && desk.receiversAsked.isEmpty)
            let own = try await Loopback.ask(site.port, Self.log).object()
            #expect((own["legs"] as? [Any])?.isEmpty == true)
            let doubtful = try #require(own["doubtful"] as? [[String: Any]])
            #expect(doubtful.first?["reason"] as? String == "beyond-horizon")
        }
    }

    @Test("an airport tells who came and went, and who stands there")
    func movements() async throws {
        try await ask { (site) async throws in
            let away = try await Loopback.ask(site.port, "/api/v1/airports/CGK/movements?\(Self.day)&lang=id").object()
            let left = try #require(away["movements"] as? [[String: Any]])
            // The silence leaves a stop possible, here or elsewhere: such movements have a probability of less than 1.
            let seen = left.filter { $0["probability"] as? Double == 1 }
            #expect(seen.map { $0["kind"] as? String } == ["takeoff"] && seen.first?["callsign"] as? String == "MADE12")
            #expect(left.filter { ($0["end"] as? [String: Any])?["known"] as? String == "observed" }.count == 1)
            #expect((away["onGround"] as? [Any])?.isEmpty == true)
            #expect((away["airport"] as? [String: Any])?["id"] as? String == "WIII")
            let home = try await Loopback.ask(site.port, "/api/v1/airports/WIHH/movements?\(Self.day)").object()
            let came = try #require(home["movements"] as? [[String: Any]])
            let landed = try #require(came.last?["end"] as? [String: Any])
            #expect(came.last?["kind"] as? String == "landing" && came.last?["probability"] as? Double == 1)
            #expect(landed["known"] as? String == "observed")
            #expect(came.dropLast().allSatisfy { ($0["probability"] as? Double ?? 1) < 1 })
            let standing = try #require(home["onGround"] as? [[String: Any]])
            #expect(standing.first?["hex"] as? String == "8a0123")
            #expect(try await Loopback.ask(site.port, "/api/v1/airports/UUEE/movements?\(Self.day)").status == 200)
            let unknown = try await Loopback.ask(site.port, "/api/v1/airports/XXXX/movements?\(Self.day)")
            #expect(unknown.status == 404 && unknown.text.contains("not-found"))
            let long = try await Loopback.ask(
                site.port,
                "/api/v1/airports/WIII/movements?from=2024-06-17&to=2024-06-19"
            )
            #expect(long.status == 400)
        }
    }

    @Test("where it can be grows with time and holds the place it was heard at; never heard, nothing is told")
    func reach() async throws {
        try await ask { (site) async throws in
            func area(_ at: Double) async throws -> [String: Any] {
                let path = "/api/v1/aircraft/8a0123/reach?at=\(Int(JavaFlight.start + at))"
                return try await Loopback.ask(site.port, path).object()
            }
            let soon = try await area(JavaFlight.lost + 600)
            let from = try #require(soon["from"] as? [String: Any])
            #expect(try time(from, "time") == JavaFlight.lost)
            let lines = try #require(soon["isochrones"] as? [[String: Any]])
            #expect(lines.count == 1 && (lines[0]["polygons"] as? [Any])?.count == 1)
            let arrivals = try #require(soon["arrivals"] as? [[String: Any]])
            let shares = arrivals.compactMap { $0["share"] as? Double }
            #expect(!shares.isEmpty && shares.reduce(0, +) <= 1.0001 && shares == shares.sorted(by: >))
            for one in arrivals {
                let times = try ["earliest", "low", "middle", "high", "latest"].map { try time(one, $0) }
                #expect(times == times.sorted())
            }
            #expect(try await area(JavaFlight.lost - 100)["isOnGround"] as? Bool == false)
            let standing = try await area(60)
            #expect(standing["isOnGround"] as? Bool == true && standing["arrivals"] == nil)
            #expect(try await area(-5_000)["from"] == nil)
            let never = try await Loopback.ask(site.port, "/api/v1/aircraft/000001/reach").object()
            #expect(never["from"] == nil && never["isochrones"] == nil)
        }
    }

    @Test("between two sightings: the area, the speed it took, and where a stop fits")
    func between() async throws {
        try await ask { (site) async throws in
            let range = "from=\(Int(JavaFlight.start + JavaFlight.lost))&to=\(Int(JavaFlight.start + JavaFlight.found))"
            let all = try await Loopback.ask(site.port, "/api/v1/aircraft/8a0123/between?\(range)").object()
            #expect(all["isPossible"] as? Bool == true)
            #expect((all["neededSpeed"] as? Double ?? 9e9) < (all["speed"] as? Double ?? 0))
            let region = try #require(all["region"] as? [String: Any])
            #expect((region["polygons"] as? [Any])?.count == 1 && region["everywhere"] as? Bool == false)
            let never = try await Loopback.ask(site.port, "/api/v1/aircraft/000001/between?\(range)").object()
            #expect(never["from"] == nil && never["region"] == nil)
        }
    }

    @Test(
        "what makes no sense is refused in one line",
        arguments: [
            "aircraft/zz/flights?from=2024-06-18&to=2024-06-19", "aircraft/8a0123/flights",
            "aircraft/8a0123/flights?from=2024-06-18&to=2024-07-25",
            "aircraft/8a0123/flights?from=2024-06-18&to=2024-06-19&lang=fr",
            "aircraft/8a0123/reach?at=soon", "aircraft/8a0123/between?from=2024-06-19&to=2024-06-18",
            "aircraft/8a0123/reach?x=1",
            "coverage?box=1,2,3",
        ]
    )
    func refused(path: String) async throws {
        try await ask { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/" + path)
            #expect(answer.status == 400, "\(answer.text)")
        }
    }
}
