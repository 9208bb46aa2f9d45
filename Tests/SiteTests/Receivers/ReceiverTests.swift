import Testing

@testable import Site

struct ReceiverTests {
    @Test(
        "the kind is told by the scheme of the specification",
        arguments: [
            ("beast+tcp://h:1", .own), ("rtltcp://h:1", .own), ("uat+tcp://h:1", .own),
            ("beast+listen://h:1?name=x", .feeder), ("JSONL+LISTEN://h:1", .feeder),
            ("readsb+http://h/data/aircraft.json", .polled), ("v2+https://h?circle=1,2,3", .polled),
            ("opensky+https://h", .polled), ("file:a+listen://x.beast", .recording), ("simulate:traffic", .simulated),
            ("", .own),
        ] as [(String, ReceiverKind)]
    )
    func kinds(specification: String, kind: ReceiverKind) {
        #expect(ReceiverKind(specification: specification) == kind)
    }

    @Test("a listener that nobody feeds has no receivers; each feeder is one, and a source of its own is one")
    func rows() {
        var listener = SourceStatus(
            id: "f",
            name: "field",
            specification: "beast+listen://h:1",
            format: "beast",
            clock: "12mhz",
            state: .listening
        )
        #expect(Receiver.all(of: listener).isEmpty)
        listener.feeders = [FeederStatus(name: "hill"), FeederStatus(name: "feeder 2")]
        listener.counters.aircraft = 99
        let receivers = Receiver.all(of: listener)
        #expect(receivers.map(\.key.name) == ["hill", "feeder 2"])
        // What the listener counts is not what one feeder hears.
        #expect(receivers[0].aircraft == nil && receivers[0].clock == "12mhz")
        let own = SourceStatus(
            id: "r",
            name: "roof",
            specification: "beast+tcp://h:1",
            format: "beast",
            state: .waiting
        )
        #expect(Receiver.all(of: own).map(\.isConnected) == [false])
        for specification in ["v2+https://h?mil", "readsb+http://h", "opensky+https://h"] {
            let asked = SourceStatus(
                id: "p",
                name: "asked",
                specification: specification,
                format: "v2",
                state: .connected
            )
            #expect(Receiver.all(of: asked).isEmpty, "\(specification) hears nothing")
        }
    }
}
