import Aero
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)), .serialized)
struct StoppedReaderTests {
    @Test("who asks a thousand times and reads nothing is closed after the time a piece may take")
    func manyAnswers() async throws {
        let many = (0..<200).map { Tracks.whole(UInt32($0)) }
        try await SiteUnderTest.with(sky: FakeSky(many), configure: { $0.limits.pieceSeconds = 1 }) {
            (site) async throws in
            let text = String(repeating: Loopback.request("GET", "/api/v1/aircraft"), count: 1000)
            try await Crowd.with(10, site.port, sending: text, reads: false) { (_) async throws in
                #expect(await eventually { site.server.connections.total >= 10 })
                #expect(try await Loopback.ask(site.port, "/").status == 200)
                #expect(await eventually { site.server.connections.open == 0 })
            }
        }
    }

    @Test("who asks for the last answer and then asks on, or never closes, is closed")
    func afterTheLast() async throws {
        try await SiteUnderTest.with { (site) async throws in
            var asked = 0
            let last = Loopback.request("GET", "/", headers: ["Connection": "Close"])
            for text in [last, last + Loopback.request("GET", "/"), "GET / HTTP/1.0\r\n\r\n", "no HTTP\r\n\r\n"] {
                try await Crowd.with(3, site.port, sending: text, reads: false) { (_) async throws in
                    asked += 3
                    #expect(await eventually { site.server.connections.total == asked })
                    #expect(await eventually { site.server.connections.open == 0 }, "\(text)")
                }
            }
        }
    }

    @Test("a live reader that stops is dropped, and the others miss nothing")
    func liveReader() async throws {
        let many = (0..<2000).map { Tracks.whole(UInt32($0), latitude: 10, longitude: Double($0) / 100) }
        let sky = FakeSky(many)
        try await SiteUnderTest.with(sky: sky, configure: { $0.limits.pieceSeconds = 1 }) { (site) async throws in
            let request = Loopback.request("GET", "/api/v1/live")
            try await Crowd.with(5, site.port, sending: request, reads: false) { (_) async throws in
                await site.server.broadcaster.waitForReaders(5)
                try await Loopback.with(site.port) { connection in
                    try await connection.send(request)
                    #expect(try await connection.head().status == 200)
                    // The head goes out before the reader has its seat: a tick between the two would be none of its own.
                    await site.server.broadcaster.waitForReaders(6)
                    var replica = LiveReplica()
                    var sequence: UInt32 = 0
                    var begin: UInt32?
                    // The stuck ones take what the kernels hold; what comes then is kept for nobody.
                    while await site.server.broadcaster.readerCount > 1 {
                        sky.set { state in
                            state.status.now = state.status.now.advanced(bySeconds: 1)
                            for index in state.tracks.indices {
                                let longitude = Double(index) / 100 + Double(sequence % 2)
                                state.tracks[index].fix = Tracks.fix(10, longitude, age: -Double(sequence))
                            }
                        }
                        await site.server.broadcaster.tick()
                        sequence += 1
                        while (replica.sequence ?? 0) < sequence {
                            try replica.take(try #require(try await connection.chunk()))
                            // Where its stream begins: with the frame before the first tick, or with that of it.
                            begin = begin ?? replica.sequence
                        }
                    }
                    // `LiveReplica` refuses a sequence with a gap; one full frame is the first one alone.
                    #expect(replica.kinds.count { $0 == 1 } == 1)
                    #expect(replica.kinds.count { $0 == 2 } == Int(sequence - (begin ?? 0)))
                }
            }
            #expect(await eventually { site.server.seats.count == 0 })
        }
    }
}
