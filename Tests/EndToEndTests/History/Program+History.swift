import Foundation
import Testing

/// What tests ask of a program's history.
extension Program {
    /// Path of the interface's answer about one aircraft: all of today and of the days beside it.
    static func tracePath(_ hex: String, realm: String = "real") -> String {
        let now = Date().timeIntervalSince1970
        return "/api/v1/aircraft/\(hex)/history?realm=\(realm)&from=\(Int(now) - 86_400)&to=\(Int(now) + 86_400)"
    }

    /// Waits until the interface tells so many positions of an aircraft.
    func trace(_ hex: String, realm: String = "real", points: Int) async throws -> [String: Any] {
        try await json(Self.tracePath(hex, realm: realm)) { ($0["points"] as? Int ?? 0) >= points }
    }

    /// Runs a command on its folder.
    func command(_ arguments: [String]) throws -> Ended { try Self.run(arguments + ["--data", folder.path]) }

    /// Addresses that a world of the history holds, by the command.
    static func heard(_ realm: String, in folder: URL) throws -> Set<String> {
        let run = try Program.run([
            "history", "heard", "--realm", realm, "--from", "2020-01-01", "--to", "2100-01-01", "--data", folder.path,
        ])
        #expect(run.status == 0, "\(run.errors)")
        return Set(run.lines.map(String.init)).subtracting(["SIMULATED"])
    }
}

extension [String: Any] {
    /// A column of a trace document.
    func column(_ name: String) -> [Double] {
        ((self["columns"] as? [String: Any])?[name] as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
    }
}
