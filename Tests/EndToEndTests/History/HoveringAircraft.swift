import Aero
import Feeds
import Foundation
import ModeS

/// One aircraft as a Beast feed: the pair of positions from the example of *The 1090 Megahertz Riddle*, again and again.
enum HoveringAircraft {
    static let hex = "40621d"
    private static let pair = ["8D40621D58C382D690C8AC2863A7", "8D40621D58C386435CC412692AD6"]

    /// Pairs a second apart from a time on.
    static func beast(from time: Timestamp, pairs: Int) throws -> [UInt8] {
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        for second in 0..<pairs {
            for (index, hex) in pair.enumerated() {
                let moment = time.advanced(bySeconds: Double(second) + Double(index) * 0.4)
                encoder.encode(ReceivedFrame(frame: try Frame(hex: hex), time: moment), into: &bytes)
            }
        }
        return bytes
    }

    /// One of the two frames, as received now.
    static func frame(_ number: Int) throws -> [UInt8] {
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        let now = Timestamp(seconds: Date().timeIntervalSince1970)
        encoder.encode(ReceivedFrame(frame: try Frame(hex: pair[number % 2]), time: now), into: &bytes)
        return bytes
    }

    /// Sends frames one after the other, each when the program has counted the one before: no two of them arrive at the same moment.
    static func fly(to peer: Peer, of program: Program, frames: Int) async throws {
        let before = counted(try await program.json("/api/v1/sources"))
        for number in 0..<frames {
            try await peer.send(try frame(number))
            _ = try await program.json("/api/v1/sources") { counted($0) > before + number }
        }
    }

    private static func counted(_ sources: [String: Any]) -> Int {
        let counters = (sources["sources"] as? [[String: Any]])?.first?["counters"] as? [String: Any]
        return counters?["frames"] as? Int ?? 0
    }
}
