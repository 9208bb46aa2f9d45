import Aero
import Foundation
import ModeS
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct HistoryRoutesTests {
    private static let start = Flights.midnight + 3600
    private static let hour = "from=2024-06-18T01:00:00Z&to=2024-06-18T02:00:00Z"

    private func ask<Value: Sendable>(
        _ archive: FakeArchive,
        realm: ArchiveRealm = .real,
        provenance: Provenance = .real,
        days: [HistoryDay] = [],
        configure: (inout SiteConfiguration) -> Void = { _ in },
        _ body: (SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        let sky = FakeSky()
        sky.set { $0.status.provenance = provenance }
        let history = FakeHistory([realm: archive], days: [realm: days])
        return try await SiteUnderTest.with(sky: sky, history: history, configure: configure, body)
    }

    /// From elsewhere: a forwarded request is nobody's at this machine.
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]

    @Test("a trace has a column a quantity, gaps where nothing was heard, counts in place of receivers, and its terms")
    func trace() async throws {
        var way = Flights.Way()
        (way.rows, way.silences, way.receivers) = (6, [2], [7, 9])
        let archive = FakeArchive(Flights.batch([way], licence: .openDatabase, origin: "Somebody"))
        archive.set {
            $0.incompleteDays = [19_892]
            $0.damagedChunks = [4, 5]
        }
        try await ask(archive) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/aircraft/484159/history?\(Self.hour)")
            #expect(answer.status == 200)
            let all = try answer.object()
            #expect(all["realm"] as? String == "real" && all["simulated"] == nil && all["hex"] as? String == "484159")
            #expect(all["licences"] as? [String] == ["ODbL"] && all["credits"] as? [String] == ["Somebody"])
            #expect(all["incompleteDays"] as? [String] == ["2024-06-18"] && all["damagedChunks"] as? Int == 2)
            #expect(all["isCut"] as? Bool == false && all["next"] == nil && all["gaps"] as? Int == 1)
            #expect(all["callsign"] as? String == "KLM1023" && all["registration"] as? String == "PH-BXA")
            let columns = try #require(all["columns"] as? [String: [Any]])
            #expect(Set(columns.values.map(\.count)) == [6])
            let times = columns["time"] as? [Double]
            #expect(times == [0, 10, 20, 620, 630, 640].map { Self.start + $0 })
            #expect(columns["flags"] as? [Int] == [0, 0, 0, 2, 0, 0])
            #expect(columns["latitude"] as? [Double] == Array(repeating: 50, count: 6))
            #expect(columns["altitude"] as? [Int] == [10_000, 10_100, 10_200, 10_300, 10_400, 10_500])
            #expect(columns["receivers"] as? [Int] == Array(repeating: 2, count: 6))
            #expect(columns["source"] as? [String] == Array(repeating: "adsb_icao", count: 6))
            #expect(!answer.text.contains("[7,9]"))
        }
    }

    @Test("who others claim, and multilateration, count as claimed; a row without a position comes when asked for")
    func known() async throws {
        var (own, claim, computed) = (Flights.Way(), Flights.Way(), Flights.Way())
        (own.rows, claim.rows, computed.rows) = (3, 2, 1)
        (claim.from, claim.flags, claim.source) = (Self.start + 600, .notOwn, .other)
        (computed.from, computed.source) = (Self.start + 700, .multilateration)
        var batch = Flights.batch([own, claim, computed])
        var silent = Observation(at: Timestamp(seconds: Self.start + 800), sourceClass: .modeS)
        silent.barometricAltitude = Feet(5000)
        batch.rows.append(.init(ArchivedAircraft(own.address), silent))
        try await ask(FakeArchive(batch)) { (site) async throws in
            let path = "/api/v1/aircraft/484159/history?\(Self.hour)"
            let known = try #require(try await Loopback.ask(site.port, path).object()["known"] as? [String: Int])
            #expect(known == ["observed": 3, "claimed": 3])
            let all = try await Loopback.ask(site.port, path + "&silent=1").object()
            #expect(all["points"] as? Int == 7)
            let columns = try #require(all["columns"] as? [String: [Any]])
            #expect(columns["latitude"]?.last is NSNull && columns["altitude"]?.last as? Int == 5000)
        }
    }

    @Test("an answer that is cut says where to go on, and going on gives everything once")
    func cut() async throws {
        var way = Flights.Way()
        (way.from, way.rows, way.spacing) = (Flights.midnight - 500, 200, 10)
        try await ask(FakeArchive(Flights.batch([way]))) { (site) async throws in
            var (times, from, rounds) = ([Double](), Flights.midnight - 1000, 0)
            while rounds < 20 {
                rounds += 1
                let target = "/api/v1/aircraft/484159/history?from=\(from)&to=\(Flights.midnight + 9000)&limit=37"
                let all = try await Loopback.ask(site.port, target).object()
                times += try #require((all["columns"] as? [String: [Any]])?["time"] as? [Double])
                guard let next = all["next"] as? Double else { break }
                #expect(all["isCut"] as? Bool == true)
                from = next
            }
            #expect(rounds == 6)
            #expect(times == (0..<200).map { Flights.midnight - 500 + Double($0) * 10 })
        }
    }

    @Test("data whose terms forbid handing them on go to the operator alone; others are told how much was left out")
    func terms() async throws {
        var (own, other) = (Flights.Way(), Flights.Way())
        other.address = AircraftAddress(icao: 0x3C_0001)
        let archive = FakeArchive(
            Flights.batch([own]),
            Flights.batch([other], licence: .noRedistribution, origin: "Closed")
        )
        own.rows = 1
        try await ask(archive) { (site) async throws in
            for (headers, count, withheld) in [([:], 2, 0), (Self.stranger, 1, 1)] {
                for (path, key) in [
                    ("area?\(Self.hour)", "aircraft"), ("replay?\(Self.hour)", "aircraft"),
                    ("near?lat=50&lon=1&at=\(Self.start)", "aircraft"),
                ] {
                    let answer = try await Loopback.ask(site.port, "/api/v1/history/\(path)", headers: headers)
                    #expect(try answer.objects(key).count == count, "\(path)")
                    #expect(try answer.object()["withheld"] as? Int == withheld, "\(path)")
                    #expect(answer.text.contains("Closed") == (withheld == 0), "\(path)")
                }
            }
            let path = "/api/v1/aircraft/3c0001/history?\(Self.hour)"
            let all = try await Loopback.ask(site.port, path, headers: Self.stranger).object()
            #expect(all["points"] as? Int == 0 && all["withheld"] as? Int == 1)
            #expect(all["licences"] as? [String] == [] && all["callsign"] == nil)
        }
    }

    @Test("of an aircraft that a receiver heard and another told of, others get what was heard; the rest is counted")
    func partlyWithheld() async throws {
        var (own, told) = (Flights.Way(), Flights.Way())
        (own.rows, told.rows) = (6, 4)
        told.from = own.from + 5
        let archive = FakeArchive(
            Flights.batch([own]),
            Flights.batch([told], licence: .nonCommercial, origin: "Closed")
        )
        try await ask(archive) { (site) async throws in
            for (headers, rows, left) in [([:], 10, 0), (Self.stranger, 6, 4)] {
                let path = "/api/v1/aircraft/484159/history?\(Self.hour)"
                let answer = try await Loopback.ask(site.port, path, headers: headers)
                let all = try answer.object()
                #expect(all["points"] as? Int == rows && all["withheldRows"] as? Int == left)
                #expect(all["withheld"] as? Int == (left > 0 ? 1 : 0))
                #expect(answer.text.contains("Closed") == (left == 0))
                for question in ["area", "replay"] {
                    let found = try await Loopback.ask(
                        site.port,
                        "/api/v1/history/\(question)?\(Self.hour)",
                        headers: headers
                    ).object()
                    #expect((found["aircraft"] as? [Any])?.count == 1)
                    #expect(found["withheldRows"] as? Int == left, "\(question)")
                }
                let near = try await Loopback.ask(
                    site.port,
                    "/api/v1/history/near?lat=50&lon=1&at=\(Self.start)",
                    headers: headers
                ).object()
                #expect((near["aircraft"] as? [Any])?.count == 1 && near["withheldRows"] as? Int == left)
            }
        }
    }

    @Test("everything in an area: one line an aircraft, those outside left out, over the date line too")
    func area() async throws {
        var (inside, outside, edge) = (Flights.Way(), Flights.Way(), Flights.Way())
        outside.address = AircraftAddress(icao: 0x3C_0001)
        outside.latitude = 10
        edge.address = AircraftAddress(other: 0x2A_00F3)
        (edge.longitude, edge.rows) = (179.9, 20)
        inside.rows = 30
        let archive = FakeArchive(Flights.batch([inside, outside, edge], callsign: nil))
        try await ask(archive) { (site) async throws in
            let found = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)&box=0,49,2,51")
                .objects("aircraft")
            #expect(found.map { $0["hex"] as? String } == ["484159"])
            #expect(found[0]["positions"] as? Int == 30 && found[0]["claimed"] as? Int == 0)
            #expect(found[0]["lowestAltitude"] as? Int == 10_000 && found[0]["highestAltitude"] as? Int == 12_900)
            let last = try #require(found[0]["last"] as? [String: Any])
            #expect(last["time"] as? Double == Self.start + 290 && last["longitude"] as? Double == 1.58)
            let over = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)&box=179,49,-179,51")
                .objects("aircraft")
            #expect(over.map { $0["hex"] as? String } == ["~2a00f3"] && over[0]["positions"] as? Int == 20)
        }
    }

    @Test("who was heard and never with a position is told apart, wherever he was")
    func silentInArea() async throws {
        let (one, elsewhere) = (Flights.Way(), Flights.Way(address: AircraftAddress(icao: 0x3C_0001)))
        var batch = Flights.batch([one, elsewhere])
        let other = ArchivedAircraft(elsewhere.address)
        batch.rows = batch.rows.map { row in
            guard row.aircraft == other else { return row }
            var plain = row.observation
            plain.position = nil
            return ObservationBatch.Row(other, plain)
        }
        try await ask(FakeArchive(batch)) { (site) async throws in
            let path = "/api/v1/history/area?\(Self.hour)&box=0,49,2,51"
            let plain = try await Loopback.ask(site.port, path).object()
            #expect(plain["silent"] == nil)
            let answer = try await Loopback.ask(site.port, path + "&silent=1")
            #expect(try answer.objects("aircraft").map { $0["hex"] as? String } == ["484159"])
            let silent = try answer.objects("silent")
            #expect(silent.map { $0["hex"] as? String } == ["3c0001"])
            #expect(silent[0]["observations"] as? Int == elsewhere.rows && silent[0]["claimed"] as? Int == 0)
            #expect(silent[0]["lowestAltitude"] as? Int == 10_000)
            #expect((silent[0]["first"] as? [String: Any])?.keys.sorted() == ["time"])
            #expect(try answer.object()["isSilentCut"] as? Bool == false)
            // The box does not choose them, the time does.
            let far = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)&box=100,0,101,1&silent=1")
            #expect(try far.objects("aircraft").isEmpty && far.objects("silent").count == 1)
        }
    }

    @Test("what was imported from somebody is their claim, whoever heard it there; a recording of one's own is not")
    func importedClaims() async throws {
        for (origin, known) in [("adsb.lol", "claimed"), (nil, "observed")] {
            let history = FakeHistory([.imported: FakeArchive(Flights.batch([Flights.Way()], origin: origin))])
            try await SiteUnderTest.with(sky: FakeSky(), history: history) { (site) async throws in
                let world = "realm=imported"
                let near = try await Loopback.ask(
                    site.port,
                    "/api/v1/history/near?lat=50&lon=1&at=\(Self.start)&\(world)"
                ).objects("aircraft")
                #expect(near.map { $0["known"] as? String } == [known])
                let area = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)&\(world)")
                    .objects("aircraft")
                let all = area[0]["positions"] as? Int
                #expect(area[0]["claimed"] as? Int == (origin == nil ? 0 : all))
                let trace = try await Loopback.ask(
                    site.port,
                    "/api/v1/aircraft/484159/history?\(Self.hour)&\(world)"
                ).object()
                #expect((trace["known"] as? [String: Any])?[known] as? Int == all)
            }
        }
    }

    @Test("near a place at a time, nearest first, with the distance")
    func near() async throws {
        var (one, two, late) = (Flights.Way(), Flights.Way(), Flights.Way())
        (one.longitude, one.step) = (1.5, 0)
        two.address = AircraftAddress(icao: 0x3C_0001)
        (two.longitude, two.step) = (1.1, 0)
        late.address = AircraftAddress(icao: 0x3C_0002)
        late.from = Self.start + 2000
        let archive = FakeArchive(Flights.batch([one, two, late]))
        try await ask(archive) { (site) async throws in
            let found = try await Loopback.ask(
                site.port,
                "/api/v1/history/near?lat=50&lon=1&at=\(Self.start + 31)&radius=60000"
            ).objects("aircraft")
            #expect(found.map { $0["hex"] as? String } == ["3c0001", "484159"])
            #expect(found[0]["time"] as? Double == Self.start + 30 && found[0]["callsign"] as? String == "KLM1023")
            let distance = try #require(found[0]["distance"] as? Int)
            #expect((7100...7200).contains(distance))
        }
    }

    @Test("days of an aircraft and of all, with what is not complete; first and last time")
    func days() async throws {
        var (first, second) = (Flights.Way(), Flights.Way())
        second.from = Self.start + 86_400
        second.address = AircraftAddress(icao: 0x3C_0001)
        first.rows = 3
        var again = first
        again.from = Self.start + 86_400 * 2
        let archive = FakeArchive(Flights.batch([first, second, again]))
        archive.set { $0.incompleteDays = [19_892] }
        try await ask(archive, realm: .simulated, provenance: .simulated) { (site) async throws in
            let own = try await Loopback.ask(site.port, "/api/v1/aircraft/484159/days")
            #expect(try own.object()["simulated"] as? Bool == true)
            #expect(try own.object()["firstHeard"] as? Double == Self.start)
            #expect(try own.object()["lastHeard"] as? Double == Self.start + 86_400 * 2 + 20)
            let days = try own.objects("days")
            #expect(days.map { $0["day"] as? String } == ["2024-06-18", "2024-06-20"])
            #expect(days.map { $0["positions"] as? Int } == [3, 3])
            #expect(days.map { $0["isComplete"] as? Bool } == [false, true])
            let all = try await Loopback.ask(site.port, "/api/v1/history/days?from=2024-06-18&to=2024-06-20")
            #expect(try all.objects("days").map { $0["aircraft"] as? Int } == [1, 1])
            let never = try await Loopback.ask(site.port, "/api/v1/aircraft/000001/days").object()
            #expect(never["firstHeard"] == nil && (never["days"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("the manifest of a day says when nobody could hear, and counts receivers")
    func day() async throws {
        let gap = Timestamp(seconds: Flights.midnight)..<Timestamp(seconds: Flights.midnight + 600)
        var day = HistoryDay(number: 19_892, isComplete: false, gaps: [.init(during: gap, reason: .processDown)])
        day.programUp = [gap.upperBound..<gap.upperBound.advanced(bySeconds: 60)]
        day.receiversUp = [7: [gap]]
        (day.receivers, day.licences, day.origins) = (3, [.own, .noRedistribution], ["Somebody"])
        try await ask(FakeArchive(), days: [day]) { (site) async throws in
            let path = "/api/v1/history/days/2024-06-18"
            let all = try await Loopback.ask(site.port, path).object()
            #expect(all["isComplete"] as? Bool == false && all["receivers"] as? Int == 3)
            let gaps = try #require(all["gaps"] as? [[String: Any]])
            #expect(gaps.count == 1 && gaps[0]["reason"] as? String == "process-down")
            #expect(gaps[0]["to"] as? Double == Flights.midnight + 600)
            #expect((all["licences"] as? [String])?.count == 2)
            let up = try #require(all["programUp"] as? [[String: Any]])
            #expect(up.map { $0["from"] as? Double } == [Flights.midnight + 600])
            let receivers = try #require(all["receiversUp"] as? [[String: Any]])
            #expect(receivers.map { $0["receiver"] as? Int } == [7])
            let strange = try await Loopback.ask(site.port, path, headers: Self.stranger).object()
            #expect(strange["licences"] as? [String] == ["own"])
            #expect(strange["receiversUp"] == nil && (strange["programUp"] as? [Any])?.count == 1)
            #expect(try await Loopback.ask(site.port, "/api/v1/history/days/2024-06-19").status == 404)
        }
    }

    @Test("an incomplete day is told of also where nobody was heard", arguments: ["area", "replay"])
    func silentDay(path: String) async throws {
        let archive = FakeArchive()
        archive.set { $0.incompleteDays = [19_892] }
        try await ask(archive) { (site) async throws in
            func incomplete(_ query: String) async throws -> [String]? {
                let answer = try await Loopback.ask(site.port, "/api/v1/history/\(path)?\(query)")
                return try answer.object()["incompleteDays"] as? [String]
            }
            #expect(try await incomplete(Self.hour) == ["2024-06-18"])
            #expect(try await incomplete("from=2024-06-18T23:00&to=2024-06-19T01:00") == ["2024-06-18"])
            #expect(try await incomplete("from=2024-06-19&to=2024-06-19T01:00") == [])
        }
    }

    @Test("worlds do not mix: each is asked for by its name, and one that is not kept is 404")
    func realms() async throws {
        let history = FakeHistory([
            .real: FakeArchive(Flights.batch([Flights.Way()])),
            .simulated: FakeArchive(Flights.batch([Flights.Way(address: AircraftAddress(icao: 1))])),
        ])
        let sky = FakeSky()
        try await SiteUnderTest.with(sky: sky, history: history) { (site) async throws in
            func found(_ realm: String) async throws -> [String] {
                try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)\(realm)").objects("aircraft")
                    .compactMap { $0["hex"] as? String }
            }
            #expect(try await found("&realm=real") == ["484159"])
            #expect(try await found("&realm=simulated") == ["000001"])
            #expect(try await found("") == ["000001"])
            sky.set { $0.status.provenance = .real }
            #expect(try await found("") == ["484159"])
            let none = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)&realm=imported")
            #expect(none.status == 404)
            #expect(try none.object()["code"] as? String == "no-history")
            let kept = try await Loopback.ask(site.port, "/api/v1/site").object()["history"] as? [String]
            #expect(kept == ["real", "simulated"])
        }
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)")
            #expect(answer.status == 404)
            #expect(try answer.object()["code"] as? String == "no-history")
            #expect(try await Loopback.ask(site.port, "/api/v1/site").object()["history"] == nil)
        }
    }

    @Test(
        "questions that make no sense are 400 and never reach the archive",
        arguments: [
            "/api/v1/aircraft/zz/history?from=0&to=1", "/api/v1/aircraft/484159/history",
            "/api/v1/aircraft/484159/history?from=1&to=1", "/api/v1/aircraft/484159/history?from=2&to=1",
            "/api/v1/aircraft/484159/history?from=0&to=9000000", "/api/v1/aircraft/484159/history?from=x&to=1",
            "/api/v1/aircraft/484159/history?from=0&to=1&limit=0",
            "/api/v1/aircraft/484159/history?from=0&to=1&silent=2",
            "/api/v1/aircraft/484159/history?from=0&to=1&from=0",
            "/api/v1/aircraft/484159/history?from=0&to=1&colour=red",
            "/api/v1/aircraft/484159/days?realm=dream", "/api/v1/history/area?from=0&to=100000",
            "/api/v1/history/area?from=0&to=1&box=1,2,3", "/api/v1/history/area?from=0&to=1&box=0,60,1,50",
            "/api/v1/history/area?from=0&to=1&limit=1001", "/api/v1/history/replay?from=0&to=30000",
            "/api/v1/history/replay?from=0&to=1&spacing=601", "/api/v1/history/near?lat=91&lon=0&at=0",
            "/api/v1/history/near?lat=1&lon=0", "/api/v1/history/near?lat=1&lon=0&at=0&radius=1e9",
            "/api/v1/history/days/2024-13-01", "/api/v1/history/days/yesterday", "/api/v1/history/days?from=0&to=9e9",
        ]
    )
    func nonsense(target: String) async throws {
        let archive = FakeArchive()
        try await ask(archive) { (site) async throws in
            let answer = try await Loopback.ask(site.port, target)
            #expect(answer.status == 400)
            #expect(try ["query", "hex"].contains(answer.object()["code"] as? String))
            #expect(archive.questions == 0)
        }
    }

    @Test(
        "an archive that cannot be read is 503 without its paths",
        arguments: [
            ArchiveError.inUse(path: "/secret"), .full(path: "/secret"), .unreadable(path: "/secret", reason: "secret"),
            .newerSchema(found: "secret", known: "secret"), .failed("secret"),
        ]
    )
    func broken(error: ArchiveError) async throws {
        let archive = FakeArchive()
        archive.set { $0.failure = error }
        try await ask(archive) { (site) async throws in
            for path in ["area?\(Self.hour)", "days?\(Self.hour)"] {
                let answer = try await Loopback.ask(site.port, "/api/v1/history/\(path)")
                #expect(answer.status == 503 && answer.headers["retry-after"] != nil)
                #expect(try answer.object()["code"] as? String == "archive")
                #expect(!answer.text.contains("secret"))
            }
            archive.set { $0.failure = .badQuestion("too long") }
            #expect(try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)").status == 400)
        }
    }

    @Test("heavy questions are counted by address, and reading may need a token")
    func bounds() async throws {
        let archive = FakeArchive(Flights.batch([Flights.Way()]))
        try await ask(archive) {
            ($0.limits.heavyAtOnce, $0.limits.heavyPerMinute) = (2, 1)
        } _: { (site) async throws in
            var statuses: [Int] = []
            for _ in 0..<3 {
                let target = "/api/v1/history/area?\(Self.hour)"
                statuses.append(try await Loopback.ask(site.port, target, headers: Self.stranger).status)
            }
            #expect(statuses == [200, 200, 429])
            #expect(try await Loopback.ask(site.port, "/api/v1/history/area?\(Self.hour)").status == 200)
            let days = try await Loopback.ask(site.port, "/api/v1/aircraft/484159/days", headers: Self.stranger)
            #expect(days.status == 200)
            let all = "/api/v1/history/days?from=2020-01-01&to=2029-12-31"
            #expect(try await Loopback.ask(site.port, all, headers: Self.stranger).status == 429)
        }
        try await ask(archive) {
            $0.limits.heavyRunning = 0
        } _: { (site) async throws in
            // Whatever holds a look at the archive takes its turn.
            for path in [
                "/api/v1/history/area?\(Self.hour)", "/api/v1/history/days?\(Self.hour)",
                "/api/v1/history/days/2024-06-18", "/api/v1/aircraft/484159/days",
                "/api/v1/aircraft/484159/history?\(Self.hour)", "/data/traces/59/trace_full_484159.json",
                "/globe_history/2024/06/18/traces/59/trace_full_484159.json", "/api/tracks/all?icao24=484159&time=0",
            ] {
                let answer = try await Loopback.ask(site.port, path)
                #expect(answer.status == 503, "\(path)")
                #expect(try answer.object()["code"] as? String == "busy", "\(path)")
            }
        }
        try await ask(archive) {
            $0.reading = .token
            $0.token = "secret"
        } _: { (site) async throws in
            let path = "/api/v1/aircraft/484159/history?\(Self.hour)"
            #expect(try await Loopback.ask(site.port, path).status == 401)
            let answer = try await Loopback.ask(site.port, path, headers: ["Authorization": "Bearer secret"])
            #expect(answer.status == 200)
        }
    }
}
