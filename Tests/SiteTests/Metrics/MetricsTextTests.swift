import Testing

@testable import Site

struct MetricsTextTests {
    @Test(
        "values of labels cannot leave their place",
        arguments: [
            ("roof", "roof"), ("a\"b", #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#),
            ("a\r\u{0}\u{85}\u{2028}b", #"a    b"#),
            (#"x"} 1\npelacak_fake 7"#, #"x\"} 1\\npelacak_fake 7"#), ("pesawat ✈", "pesawat ✈"), ("", ""),
        ]
    )
    func escaping(value: String, written: String) {
        var metrics = MetricsText()
        metrics.family("feed_bytes_total", .counter, "Bytes.")
        metrics.sample(["source": value], 5)
        #expect(
            metrics.text == "# HELP pelacak_feed_bytes_total Bytes.\n# TYPE pelacak_feed_bytes_total counter\n"
                + "pelacak_feed_bytes_total{source=\"\(written)\"} 5\n"
        )
    }

    @Test("help keeps to its line and quotes stand in it as they are")
    func help() {
        var metrics = MetricsText()
        metrics.family("x", .gauge, "a\n\"b\"\\")
        #expect(metrics.text == "# HELP pelacak_x a\\n\"b\"\\\\\n# TYPE pelacak_x gauge\n")
    }

    @Test("what is not known is left out; infinity has its word")
    func values() {
        var metrics = MetricsText()
        for value in [Double.nan, nil, .infinity, -.infinity, 0.25, 1e-7] { metrics.gauge("x", "X.", value) }
        metrics.counter("y", "Y.", 3)
        #expect(
            metrics.text.split(separator: "\n").filter { !$0.hasPrefix("#") } == [
                "pelacak_x +Inf", "pelacak_x -Inf", "pelacak_x 0.25", "pelacak_x 1e-07", "pelacak_y 3",
            ]
        )
        #expect(metrics.text.hasSuffix("# HELP pelacak_y Y.\n# TYPE pelacak_y counter\npelacak_y 3\n"))
    }

    @Test("a long name is cut")
    func long() { #expect(MetricsText.escaped(String(repeating: "a", count: 10_000), quotes: true).count == 256) }
}
