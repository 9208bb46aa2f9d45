import Foundation
import Testing

/// What connections that say nothing cost the program, in a process in which nothing else goes on.
@Suite(.timeLimit(.minutes(10)))
struct IdleFeedersTests {
    /// Resident memory of a process, bytes.
    private static func resident(_ number: Int32) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
        let kilobytes = try #require(text.firstMatch(of: /VmRSS:\s+(\d+) kB/)?.1)
        return try #require(Int(kilobytes)) * 1024
    }

    @Test func aThousandIdleConnectionsCostLittle() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: ["--source", "beast+listen://127.0.0.1:\(port)"])
        defer { _ = program.stop() }
        _ = try await program.json("/api/v1/site")
        let before = try Self.resident(program.identifier)
        var idle: [Peer] = []
        for _ in 0..<1_000 { idle.append(try await Peer.connect(port)) }
        _ = try await program.json("/api/v1/sources")
        #expect(try Self.resident(program.identifier) - before < 100_000_000)
        for peer in idle { try? await peer.close() }
    }
}
