import Aero
import Feeds
import Foundation
import ModeS
import TestServers
import Testing

@testable import Polling

@Suite(.timeLimit(.minutes(10))) struct PollClientTests {
    private let start = Timestamp(seconds: 1_764_111_600)

    /// A v2 answer with one aircraft that was heard when the clock stood there.
    private static func document(_ now: Double, _ hex: String = "4840d6", lat: Double = 52.3) -> String {
        #"{"ac":[{"hex":"\#(hex)","type":"adsb_icao","flight":"KLM123  ","alt_baro":37000,"gs":451.2,"track":91.5,"lat":\#(lat),"lon":4.8,"seen":0.1,"seen_pos":0.2}],"msg":"No error","now":\#(Int(now * 1000)),"total":1}"#
    }

    @Test func whatAnAggregatorSaysArrivesAsClaims() async throws {
        let clock = ManualClock(at: start)
        let seconds = start.seconds
        try await ImitatedServer.with({ _, number in
            .json(Self.document(seconds + Double(number) * 10, lat: 52.3 + Double(number) / 100))
        }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(clock)) { $0.reports.count >= 3 }
            let reports = notes.now.reports
            #expect(reports.allSatisfy { $0.address == AircraftAddress(icao: 0x4840D6) })
            #expect(reports[0].callsign == "KLM123")
            #expect(reports[0].barometricAltitude == 37_000)
            #expect(reports[2].position?.latitude == 52.32)
            #expect(server.memory.lines.allSatisfy { $0 == "GET /v2/point/52/5/50" })
            #expect(notes.now.statuses.contains { $0.state == .connected && $0.detail == "polled imitated provider" })
            // Ten seconds between two, whatever the answers take.
            #expect(clock.waits.allSatisfy { $0 > 9 && $0 <= 10 })
        }
    }

    @Test func withoutConfirmationNothingIsAsked() async throws {
        try await ImitatedServer.with({ _, _ in .json("{}") }) { server in
            for options in ["circle=52,5,50", "circle=52,5,50&terms=2026-11-25&purpose=newsroom"] {
                let notes = await Poll.run(try Poll.source(server.port, .v2, options), Poll.services(ManualClock())) {
                    _ in
                    false
                }
                let status = try #require(notes.now.statuses.last)
                #expect(status.state == .refused)
                #expect(status.detail.contains(options.contains("newsroom") ? "do not allow" : "terms=YYYY-MM-DD"))
            }
            #expect(server.memory.requests.isEmpty)
        }
    }

    @Test func anUnclearPurposeIsWarnedOfAndRuns() async throws {
        let seconds = start.seconds
        try await ImitatedServer.with({ _, _ in .json(Self.document(seconds)) }) { server in
            let source = try Poll.source(server.port, .v2, "circle=52,5,50&terms=2026-11-25&purpose=research")
            let notes = await Poll.run(source, Poll.services(ManualClock(at: start))) { !$0.reports.isEmpty }
            #expect(notes.now.progress.last?.warning?.contains("unclear") == true)
            #expect(notes.details.contains { $0.hasPrefix("polled") && $0.contains("unclear") })
        }
    }

    @Test func onlyWhatHasChangedIsAskedForAndUnchangedIsNoFailure() async throws {
        let seconds = start.seconds
        try await ImitatedServer.with({ _, number in
            number == 0
                ? .json(
                    Self.document(seconds),
                    headers: ["ETag": "\"one\"", "Last-Modified": "Tue, 25 Nov 2025 22:59:59 GMT"]
                ) : .answer(status: 304)
        }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(ManualClock(at: start))) {
                ($0.progress.last?.unchanged ?? 0) >= 2
            }
            #expect(notes.now.progress.last?.failures == 0)
            #expect(notes.now.reports.count == 1)
            let second = try #require(server.memory.requests.dropFirst().first)
            #expect(second.headers["if-none-match"] == "\"one\"")
            #expect(second.headers["if-modified-since"] == "Tue, 25 Nov 2025 22:59:59 GMT")
            #expect(server.memory.requests[0].headers["if-none-match"] == nil)
        }
    }

    @Test func aWaitThatIsAskedForIsObeyedAndShown() async throws {
        let clock = ManualClock(at: start)
        let seconds = start.seconds
        try await ImitatedServer.with({ _, number in
            number == 0
                ? .answer(status: 429, headers: ["Retry-After": "120"]) : .json(Self.document(seconds + 130))
        }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(clock)) { !$0.reports.isEmpty }
            #expect(clock.seconds >= 120)
            let waiting = try #require(
                notes.now.statuses.first { if case .waiting = $0.state { true } else { false } }
            )
            #expect(waiting.detail == "imitated provider: status 429 (too many requests)")
            guard case .waiting(let retryIn) = waiting.state else { return }
            #expect((120...130).contains(retryIn))
            #expect(notes.now.progress[0].nextRequest.map { $0.seconds(since: start) >= 120 } == true)
            #expect(notes.now.progress[0].lastStatus == 429)
        }
    }

    @Test func troubleOnTheOtherSideIsWaitedOutLongerAndLonger() async throws {
        let clock = ManualClock(at: start)
        try await ImitatedServer.with({ _, _ in .answer(status: 500) }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(clock)) {
                ($0.progress.last?.failures ?? 0) >= 5
            }
            #expect(clock.seconds >= 10 + 20 + 40 + 80)
            #expect(notes.details.contains { $0.contains("status 500") })
        }
    }

    @Test func aFaultOfTheQuestionHoldsTheSourceAndNotItsProvider() async throws {
        let clock = ManualClock(at: start)
        try await ImitatedServer.with({ _, _ in .answer(status: 404) }) { server in
            let services = Poll.services(clock)
            let source = try Poll.source(server.port)
            let notes = await Poll.run(source, services) { ($0.progress.last?.failures ?? 0) >= 5 }
            // 20, 40, 80, 160 s between the five.
            #expect(clock.seconds >= 300)
            #expect(notes.details.contains { $0.contains("status 404 (nothing is there)") })
            let limiter = await services.limiters.limiter(for: source.target, Poll.profile())
            let state = await limiter.state(now: clock.seconds, wall: clock.wall)
            #expect(!state.isBackingOff && state.readyIn <= 10)
        }
    }

    @Test(arguments: [
        ("<!doctype html><html>", "a page came instead of data"), ("{\"ac\":[{\"hex\":\"4840d6\"", "no JSON"),
        ("[]", "no JSON"), ("{}", "no list of aircraft"), ("", "no JSON"), ("{\"ac\":5}", "no list of aircraft"),
        ("{\"detail\":\"Not Found\"}", "no list of aircraft"), ("\u{0}\u{1}", "no JSON"),
    ])
    func whatIsNoAnswerIsSaidInWords(body: String, says: String) async throws {
        try await ImitatedServer.with({ _, _ in .json(body) }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(ManualClock(at: start))) {
                ($0.progress.last?.failures ?? 0) >= 2
            }
            #expect(notes.details.contains { $0.contains(says) }, "\(notes.details)")
            #expect(notes.now.reports.isEmpty)
        }
    }

    @Test func afterTroubleItGoesOn() async throws {
        let clock = ManualClock(at: start)
        try await ImitatedServer.with({ _, number in
            switch number {
            case 0: .answer(status: 503)
            case 1: .raw(Array("nonsense".utf8))
            default: .json(Self.document(clock.wall.seconds))
            }
        }) { server in
            let notes = await Poll.run(try Poll.source(server.port), Poll.services(clock)) { !$0.reports.isEmpty }
            #expect(notes.now.progress.last?.failures == 2)
            #expect(notes.now.statuses.last { $0.state != .finished }?.state == .connected)
        }
    }

    /// By the machine's clock: two that wait by one made-up clock would wake each other.
    @Test func twoSourcesOfOneProviderShareItsAllowance() async throws {
        let clock = SystemFeedClock()
        let asked = AskTimes()
        try await ImitatedServer.with({ _, _ in
            asked.note(clock.seconds)
            return .json(Self.document(clock.wall.seconds))
        }) { server in
            let profile = Poll.profile { ($0.minimumInterval, $0.usualInterval) = (0.15, 0.15) }
            let services = PollServices(version: "0.0", directory: ProviderDirectory([profile]), clock: clock)
            let (first, second) = (Poll.Notes(), Poll.Notes())
            let one = try Poll.source(server.port, .v2, "hex=4840d6&terms=2026-11-25&purpose=private")
            let other = try Poll.source(server.port, .v2, "mil=1&terms=2026-11-25&purpose=private")
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await Poll.client(one, services, first).run() }
                group.addTask { await Poll.client(other, services, second).run() }
                await first.until { ($0.progress.last?.polls ?? 0) >= 4 }
                await second.until { ($0.progress.last?.polls ?? 0) >= 4 }
                group.cancelAll()
            }
            let times = asked.times
            #expect(times.count >= 8)
            // A request may be a little longer on its way than the next.
            let span = try #require(times.last) - (times.first ?? 0)
            #expect(span >= 0.15 * Double(times.count - 1) - 0.1)
            #expect(Set(server.memory.lines) == ["GET /v2/hex/4840d6", "GET /v2/mil"])
        }
    }

    @Test func aTokenIsFetchedUsedAndRenewedOnce() async throws {
        let seconds = start.seconds
        try await ImitatedServer.with({ request, _ in
            if request.line == "POST /token" {
                return .json(
                    #"{"access_token": "t-\#(request.body.count)", "expires_in": 1800, "token_type": "Bearer"}"#
                )
            }
            return request.headers["authorization"] == "Bearer t-old"
                ? .answer(status: 401) : .json(#"{"time": \#(Int(seconds)), "states": null}"#)
        }) { server in
            let profile = Poll.profile { $0.tokenAddress = "http://127.0.0.1:\(server.port)/token" }
            let services = Poll.services(ManualClock(at: start), environment: ["S": "p&ss w=rd"], profile: profile)
            let source = try Poll.source(
                server.port,
                .openSky,
                "box=45,5,47,10&terms=2026-11-25&purpose=private&client-id=me&client-secret-env=S"
            )
            let notes = await Poll.run(source, services) { ($0.progress.last?.polls ?? 0) >= 3 }
            #expect(notes.now.progress.last?.failures == 0)
            let posts = server.memory.requests.filter { $0.line == "POST /token" }
            #expect(posts.count == 1)
            #expect(
                posts.first?.body == "grant_type=client_credentials&client_id=me&client_secret=p%26ss%20w%3Drd"
            )
            let gets = server.memory.requests.filter { $0.line.hasPrefix("GET") }
            #expect(gets.allSatisfy { $0.headers["authorization"]?.hasPrefix("Bearer t-") == true })
            #expect(gets.first?.line == "GET /api/states/all?extended=1&lamin=45&lomin=5&lamax=47&lomax=10")
        }
    }

    @Test func aRefusedTokenIsRenewedOnceAndThenWaitedFor() async throws {
        let seconds = start.seconds
        let clock = ManualClock(at: start)
        try await ImitatedServer.with({ request, number in
            if request.line == "POST /token" { return .json(#"{"access_token": "t\#(number)", "expires_in": 1800}"#) }
            // The first token has been revoked; the second is good.
            return request.headers["authorization"] == "Bearer t0"
                ? .answer(status: 401) : .json(#"{"time": \#(Int(seconds)), "states": []}"#)
        }) { server in
            let profile = Poll.profile { $0.tokenAddress = "http://127.0.0.1:\(server.port)/token" }
            let source = try Poll.source(
                server.port,
                .openSky,
                "icao24=4840d6&terms=2026-11-25&purpose=private&client-id=me&client-secret=s"
            )
            let notes = await Poll.run(source, Poll.services(clock, profile: profile)) {
                $0.progress.last?.lastStatus == 200
            }
            #expect(server.memory.lines.filter { $0 == "POST /token" }.count == 2)
            #expect(notes.now.progress.last?.failures == 0)
        }
        try await ImitatedServer.with({ request, number in
            request.line == "POST /token" ? .json(#"{"access_token": "t\#(number)"}"#) : .answer(status: 401)
        }) { server in
            let profile = Poll.profile { $0.tokenAddress = "http://127.0.0.1:\(server.port)/token" }
            let source = try Poll.source(
                server.port,
                .openSky,
                "icao24=4840d6&terms=2026-11-25&purpose=private&client-id=me&client-secret=s"
            )
            let notes = await Poll.run(source, Poll.services(ManualClock(at: start), profile: profile)) {
                ($0.progress.last?.failures ?? 0) >= 2
            }
            #expect(notes.details.contains { $0.contains("not accepted") })
            #expect(server.memory.lines.filter { $0 == "POST /token" }.count == 2)
        }
    }

    @Test(arguments: [
        "<html>", "{}", #"{"access_token": 5}"#, #"{"access_token": "a\nb"}"#, String(repeating: "x", count: 70_000),
    ])
    func aTokenThatIsNoneIsATroubleInWords(body: String) async throws {
        try await ImitatedServer.with({ _, _ in .json(body) }) { server in
            let profile = Poll.profile { $0.tokenAddress = "http://127.0.0.1:\(server.port)/token" }
            let source = try Poll.source(
                server.port,
                .openSky,
                "icao24=4840d6&terms=2026-11-25&purpose=private&client-id=me&client-secret=s"
            )
            let notes = await Poll.run(source, Poll.services(ManualClock(at: start), profile: profile)) {
                ($0.progress.last?.failures ?? 0) >= 1
            }
            #expect(notes.details.contains { $0.contains("no token") })
            #expect(server.memory.lines.allSatisfy { $0 == "POST /token" })
        }
    }

    @Test func creditsAreTakenFromTheAnswerAndTheirEndIsWaitedOut() async throws {
        let clock = ManualClock(at: start)
        let seconds = start.seconds
        try await ImitatedServer.with({ _, number in
            number == 0
                ? .json(#"{"time": \#(Int(seconds)), "states": []}"#, headers: ["X-Rate-Limit-Remaining": "7"])
                : .answer(
                    status: 429,
                    headers: ["X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Retry-After-Seconds": "5400"]
                )
        }) { server in
            let profile = Poll.profile {
                $0.credits = .init(anonymousPerDay: 400, withAccountPerDay: 4000, isByArea: true)
            }
            let source = try Poll.source(
                server.port,
                .openSky,
                "box=45,5,47,10&every=10&terms=2026-11-25&purpose=private"
            )
            // Its clock goes on while this is looked at.
            let begin = clock.wall
            let notes = await Poll.run(source, Poll.services(clock, profile: profile)) {
                ($0.progress.last?.failures ?? 0) >= 1
            }
            #expect(notes.now.progress.first { $0.lastStatus == 200 }?.creditsLeft == 7)
            let last = try #require(notes.now.progress.last)
            #expect(last.creditsLeft == 0)
            #expect(last.nextRequest.map { $0.seconds(since: begin) >= 5400 } == true)
        }
    }

    @Test func whatIsSimulatedOverThereIsSimulatedHere() async throws {
        let seconds = start.seconds
        try await ImitatedServer.with({ _, _ in
            .json(#"{"now": \#(seconds), "simulated": true, "aircraft": [{"hex": "4840d6", "seen": 0}]}"#)
        }) { server in
            let notes = await Poll.run(try Poll.source(server.port, .readsb, ""), Poll.services(ManualClock(at: start)))
            {
                !$0.reports.isEmpty
            }
            #expect(notes.now.isSimulated)
            #expect(server.memory.lines.first == "GET /data/aircraft.json")
        }
    }

    @Test func everyPollIsWrittenDownAndNoKeyIsIn() async throws {
        let folder = try Poll.folder()
        let log = TestLog()
        let seconds = start.seconds
        let key = "hunter2hunter2"
        try await ImitatedServer.with({ _, number in
            number == 0 ? .json(Self.document(seconds)) : .answer(status: 403)
        }) { server in
            let profile = Poll.profile { $0.keyHeader = "X-RapidAPI-Key" }
            let services = Poll.services(
                ManualClock(at: start),
                captures: CaptureLog(dataFolder: folder, logger: log.logger),
                profile: profile
            )
            let source = try Poll.source(
                server.port,
                .v2,
                "circle=52,5,50&terms=2026-11-25&purpose=private&keep-bodies=1&key=\(key)"
            )
            let notes = await Poll.run(source, services, logger: log.logger) { ($0.progress.last?.failures ?? 0) >= 1 }
            #expect(server.memory.requests.first?.headers["x-rapidapi-key"] == key)
            let file = "\(folder)/captures/2025-11-25.jsonl"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let lines = try text.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(lines.count >= 2)
            #expect(lines[0]["request"] as? String == "GET http://127.0.0.1:\(server.port)/v2/point/52/5/50")
            #expect(lines[0]["status"] as? Int == 200)
            #expect(lines[0]["aircraft"] as? Int == 1)
            #expect(lines[0]["provider"] as? String == "imitated provider")
            #expect(lines[1]["failure"] as? String == "status 403 (access is not granted)")
            let hash = try #require(lines[0]["sha256"] as? String)
            let body = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/captures/bodies/\(hash).json"))
            #expect(String(decoding: body, as: UTF8.self) == Self.document(seconds))
            let everything = text + log.text + notes.details.joined() + "\(notes.now)" + "\(source)"
            #expect(!everything.contains(key))
        }
    }

    @Test func cancellationEndsItAtOnceEvenWhileAnAnswerIsAwaited() async throws {
        try await ImitatedServer.with({ _, _ in .stall([]) }) { server in
            let notes = Poll.Notes()
            let client = Poll.client(try Poll.source(server.port), Poll.services(ManualClock(at: start)), notes)
            let task = Task { await client.run() }
            await notes.until { $0.statuses.contains { $0.state == .connecting } }
            task.cancel()
            await task.value
            #expect(notes.now.statuses.last?.state == .finished)
        }
    }
}
