import Aero
import Bundles
import Foundation
import Store
import Testing
import Visits

@testable import pelacak

/// The scene's editions as the running program publishes and serves them, and what a stranger finds in its answers.
extension SceneBundleTests {
    /// One whom a proxy passes on is a stranger, whatever machine he comes by.
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let editor = ["Authorization": "Bearer a-token-of-this-site"]
    private static let objection = "An objection that is nobody else's to read."

    /// Publishes over the interface, as the command did before; asks for everything that there is of editions, and searches it.
    func served(_ scene: Scene) async throws {
        try await scene.archive.store.close()
        // A source that gives nothing: without any the program would simulate, and the world's latest moment were that simulation's.
        let source = "avr+listen://127.0.0.1:\(try Peer.freePort())?name=roof"
        let program = try Program(serving: ["--source", source], data: scene.archive.folder)
        defer { program.stop(keepsFolder: true) }
        let visit = "/api/v1/visits/\(scene.visit.id)"
        #expect(
            try await program.request("POST", visit + "/editions", body: "{}", headers: Self.stranger).status == 401
        )
        let made = try await program.request(
            "POST",
            visit + "/editions",
            body: #"{"realm":"simulated","note":{"en":"over the interface"}}"#,
            headers: Self.editor
        )
        #expect(made.status == 201, "\(String(decoding: made.body, as: UTF8.self)) \(program.log.suffix(2000))")
        // The same visit, the same archive, the same code: the command finds nothing that differs.
        let compared = try scene.run("edition", "compare", "3")
        #expect(compared.lines.last == "Every sentence is as it was published.", "\(compared.lines.prefix(5))")
        try await flown(program, scene)
        try await objected(program)
        try await searched(program, scene)
    }

    private static let flights = "/api/v1/aircraft/\(companion)/editions"
    /// In the flight that the command published as edition 2, and in a silence.
    private static let moments = [("flight", 1_718_676_000), ("gap", 1_718_685_000)]

    /// A flight and a silence over the interface: what the command says of the same.
    private func flown(_ program: Program, _ scene: Scene) async throws {
        for (number, (kind, at)) in zip([4, 5], Self.moments) {
            let body = #"{"kind":"\#(kind)","at":\#(at),"realm":"simulated"}"#
            let refused = try await program.request("POST", Self.flights, body: body, headers: Self.stranger)
            #expect(refused.status == 401)
            let made = try await program.request("POST", Self.flights, body: body, headers: Self.editor)
            #expect(made.status == 201, "\(String(decoding: made.body, as: UTF8.self)) \(program.log.suffix(2000))")
            let edition = try #require(try JSONSerialization.jsonObject(with: made.body) as? [String: Any])
            #expect(edition["number"] as? Int == number && edition["simulated"] as? Bool == true)
            #expect(edition["earlier"] as? Int == (kind == "flight" ? 2 : nil))
            #expect(edition["changes"] as? Int == (kind == "flight" ? 0 : nil), "\(edition)")
            let compared = try scene.run("edition", "compare", "\(number)")
            #expect(compared.lines.last == "Every sentence is as it was published.", "\(compared.lines.prefix(5))")
            // Who is hidden is answered as who never was.
            let hidden = "/api/v1/aircraft/\(Self.hidden.hex)/editions"
            let one = try await program.request("POST", hidden, body: body, headers: Self.editor)
            let never = try await program.request(
                "POST",
                "/api/v1/aircraft/d5771f/editions",
                body: body,
                headers: Self.editor
            )
            #expect(one.status == 404 && one.body == never.body)
        }
    }

    private func objected(_ program: Program) async throws {
        let challenges = "/api/v1/editions/3/challenges"
        let body = #"{"sentence":"stop-1","objection":"\#(Self.objection)"}"#
        let taken = try await program.request("POST", challenges, body: body, headers: Self.editor)
        #expect(taken.status == 201, "\(String(decoding: taken.body, as: UTF8.self))")
        #expect(try await program.request("GET", challenges, headers: Self.stranger).status == 401)
        #expect(try await program.request("GET", challenges, headers: Self.editor).status == 200)
    }

    private func searched(_ program: Program, _ scene: Scene) async throws {
        // Readers are told of visits that are public.
        let told = try await program.request("GET", "/api/v1/visits/\(scene.visit.id)", headers: Self.editor)
        let document = try #require(try JSONSerialization.jsonObject(with: told.body) as? [String: Any])
        let act: [String: Any] = ["after": document["version"] ?? 0, "act": ["kind": "setPublic", "public": true]]
        let text = String(decoding: try JSONSerialization.data(withJSONObject: act), as: UTF8.self)
        let path = "/api/v1/visits/\(scene.visit.id)"
        let opened = try await program.request("POST", path + "/changes", body: text, headers: Self.editor)
        #expect(opened.status == 200)
        var answers: [String: [UInt8]] = [:]
        let names = ["", "index.html", "id.html", "edition.json", "objections.html", "objections-id.html"]
        let paths =
            ["/editions/", "/editions/?lang=id", "/api/v1/editions", "/api/v1/editions?lang=id"]
            + (1...5).flatMap { number in names.map { "/editions/\(number)/\($0)" } }
            + ["", "&lang=id", "&later=1"].map { path + "/editions/difference?realm=simulated\($0)" }
            + Self.moments.map { "\(Self.flights)/difference?realm=simulated&kind=\($0)&at=\($1)" }
            + ["/api/v1/editions?aircraft=\(Self.companion)"]
        for path in paths {
            for headers in [Self.stranger, Self.editor] {
                let answer = try await program.request("GET", path, headers: headers)
                #expect(answer.status == 200, "\(path): \(String(decoding: answer.body.prefix(300), as: UTF8.self))")
                // Whoever asks, an edition is what strangers may be told.
                answers[path + (headers.keys.first ?? "")] = [UInt8](answer.body)
            }
        }
        #expect(Self.leaks(in: answers) == [])
        for (path, bytes) in answers {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(Self.objection), "\(path)")
            #expect(text.contains("imulat") || text.contains("SIMULA"), "\(path) names its world")
        }
        for path in [
            "/editions/challenges-3.jsonl", "/editions/last", "/editions/3/challenges-3.jsonl", "/editions/6/",
        ] {
            #expect(try await program.request("GET", path, headers: Self.editor).status == 404, "\(path)")
        }
        // The files are those on the disk.
        let disk = try Self.files(scene.path + "/editions/3")
        for (name, bytes) in disk {
            #expect(answers["/editions/3/\(name)" + "X-Forwarded-For"] == bytes, "\(name)")
        }
    }
}
