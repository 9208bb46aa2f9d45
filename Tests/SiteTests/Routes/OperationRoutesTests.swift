import Aero
import Site
import Testing

@Suite(.timeLimit(.minutes(10)))
struct OperationRoutesTests {
    @Test("the process is alive, and ready unless something says why not")
    func health() async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/healthz").text == #"{"alive":true}"#)
            let ready = try await Loopback.ask(site.port, "/readyz")
            #expect(ready.status == 200 && ready.text == #"{"ready":true,"reasons":[]}"#)
            site.machinery.set([ReadinessProblem(code: "data", message: "the data folder cannot be written")])
            let not = try await Loopback.ask(site.port, "/readyz")
            #expect(not.status == 503)
            #expect(
                not.text
                    == #"{"ready":false,"reasons":[{"code":"data","message":"the data folder cannot be written"}]}"#
            )
            #expect(try await Loopback.ask(site.port, "/healthz").status == 200)
        }
    }

    @Test("figures hold sources, outputs and requests, and each family once")
    func metrics() async throws {
        try await SiteUnderTest.with { (site) async throws in
            var roof = SourceStatus(
                id: "s1",
                name: "ro\"of",
                specification: "beast+tcp://192.0.2.7:1",
                format: "beast",
                state: .connected
            )
            roof.counters.bytes = 1234
            roof.received = ["frame": 20, "mode-ac": 3]
            roof.rejections = ["garbage-line": 2]
            var garden = FeederStatus(name: "garden", isRegistered: true)
            (garden.frames, garden.clockDisagreements) = (200, 3)
            garden.excess = FeederStatus.Excess(frames: 12, bytes: 3400)
            roof.feeders = [garden, FeederStatus(name: "feeder 7")]
            site.desk.set([roof])
            _ = try await Loopback.ask(site.port, "/nothing")
            let answer = try await Loopback.ask(site.port, "/metrics")
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            for line in [
                #"pelacak_feed_bytes_total{source="ro\"of",format="beast"} 1234"#,
                #"pelacak_feed_frames_total{source="ro\"of",format="beast",kind="mode-ac"} 3"#,
                #"pelacak_feed_rejected_total{source="ro\"of",reason="garbage-line"} 2"#,
                #"pelacak_feed_connected{source="ro\"of",format="beast"} 1"#,
                #"pelacak_feed_feeders{source="ro\"of",standing="good"} 2"#,
                #"pelacak_feeder_frames_total{source="ro\"of",feeder="garden"} 200"#,
                #"pelacak_feeder_over_allowance_frames_total{source="ro\"of",feeder="garden"} 12"#,
                #"pelacak_feeder_over_allowance_bytes_total{source="ro\"of",feeder="garden"} 3400"#,
                #"pelacak_feeder_clock_disagreements_total{source="ro\"of",feeder="garden"} 3"#,
                #"pelacak_sink_clients{sink="beast+listen port 30005",format="beast"} 2"#,
                #"pelacak_history_rows_total{realm="real"} 12"#, #"pelacak_history_lost_rows_total{realm="real"} 3"#,
                #"pelacak_history_unsealed_rows{realm="real"} 4"#, "pelacak_raw_bytes 5000",
                "pelacak_raw_lost_messages_total 6",
                #"pelacak_http_requests_total{route="other",status="404"} 1"#,
                #"pelacak_build_info{version="0.1.0"} 1"#,
            ] {
                #expect(answer.text.contains(line + "\n"), "\(line)")
            }
            #expect(!answer.text.contains("192.0.2.7") && !answer.text.contains("feeder 7"))
            let types = answer.text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map {
                $0.split(separator: " ")[2]
            }
            #expect(Set(types).count == types.count)
            #expect(types.contains("pelacak_process_cpu_seconds_total"))
            #expect(answer.text.contains("\npelacak_process_resident_memory_bytes "))
        }
    }

    @Test(
        "figures are this machine's and holders' of a token, unless they are public",
        arguments: [(nil, false, 401), ("Bearer reader", false, 200), ("Bearer wrong", false, 401), (nil, true, 200)]
            as [(String?, Bool, Int)]
    )
    func whoGetsMetrics(authorization: String?, isPublic: Bool, status: Int) async throws {
        try await SiteUnderTest.with(configure: { configuration in
            configuration.hasPublicMetrics = isPublic
            configuration.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
        }) { (site) async throws in
            var headers = ["X-Forwarded-For": "198.51.100.1"]
            headers["Authorization"] = authorization
            #expect(try await Loopback.ask(site.port, "/metrics", headers: headers).status == status)
            #expect(try await Loopback.ask(site.port, "/metrics").status == 200)
        }
    }

    @Test(
        "too many requests from one address are 429 with a time, and counted; the stream's seats count the same address"
    )
    func limits() async throws {
        try await SiteUnderTest.with(
            clock: { 5 },
            configure: { configuration in
                configuration.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
                configuration.limits.requestsAtOnce = 20
                configuration.limits.streamsPerAddress = 1
            }
        ) { (site) async throws in
            let one = ["X-Forwarded-For": "198.51.100.1"]
            for _ in 0..<20 { #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: one).status == 200) }
            let refused = try await Loopback.ask(site.port, "/api/v1/site", headers: one)
            #expect(refused.status == 429 && refused.headers["retry-after"] == "1")
            #expect(refused.text.contains(#""code":"too-many""#))
            #expect(
                try await Loopback.ask(site.port, "/api/v1/site", headers: ["X-Forwarded-For": "198.51.100.2"]).status
                    == 200
            )
            let metrics = try await Loopback.ask(site.port, "/metrics").text
            #expect(metrics.contains(#"pelacak_http_limited_total{limit="requests"} 1"#))
            #expect(metrics.contains(#"pelacak_http_requests_total{route="api",status="429"} 1"#))
            try await Loopback.with(site.port) { (connection) async throws in
                try await connection.send(
                    Loopback.request("GET", "/api/v1/live", headers: ["X-Forwarded-For": "198.51.100.3"])
                )
                #expect(try await connection.head().status == 200)
                #expect(
                    try await Loopback.ask(site.port, "/api/v1/live", headers: ["X-Forwarded-For": "198.51.100.3"])
                        .status == 503
                )
                try await Loopback.with(site.port) { (other) async throws in
                    try await other.send(
                        Loopback.request("GET", "/api/v1/live", headers: ["X-Forwarded-For": "198.51.100.4"])
                    )
                    #expect(try await other.head().status == 200)
                }
            }
        }
    }

    @Test(
        "every answer carries the headers of safety",
        arguments: ["/", "/api/v1/site", "/nothing", "/metrics", "/web/js/main.js"]
    )
    func headers(path: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let headers = try await Loopback.ask(site.port, path).headers
            #expect(headers["cross-origin-resource-policy"] == "same-origin")
            #expect(headers["cross-origin-opener-policy"] == "same-origin")
            #expect(headers["permissions-policy"]?.contains("camera=()") == true)
            #expect(headers["content-security-policy"]?.contains("unsafe") == false)
            #expect(headers["access-control-allow-origin"] == nil)
            #expect(headers["strict-transport-security"] == nil)
        }
    }
}
