import Aero
import Bundles
import Flights
import Foundation
import Simulation
import Site
import Testing
import Visits

@testable import pelacak

/// Bundles on the disk: made of an archive, verified, computed again, and what a hostile folder does.
@Suite(.timeLimit(.minutes(10)))
final class BundleFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static func head(_ asOf: Timestamp) -> BundleHead {
        BundleHead(
            subject: .visit,
            id: "scenario",
            world: .imported,
            audience: .strangers,
            asOf: asOf,
            program: "pelacak \(Pelacak.version)"
        )
    }

    /// A bundle of a simulated scenario, through an archive.
    private func made(
        _ name: String
    ) async throws -> (inputs: VisitInputs, manifest: BundleManifest, source: BundleFolder) {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_001))
        let question = try archive.question()
        let inputs = try await archive.candidates.inputs(for: question).inputs
        let contents = try #require(inputs.contents(terms: .own, identityTerms: .own))
        let manifest = try BundleManifest(head: Self.head(question.now), contents: contents)
        let bytes = contents.reduce(into: [:]) { $0[$1.item.path] = $1.bytes }
        return (inputs, manifest, try BundleFolder.write(manifest, to: path(name)) { bytes[$0.path] ?? [] })
    }

    @Test("a scenario's bundle: whole, the same conclusions, the same digest in another folder")
    func scenario() async throws {
        let (inputs, manifest, source) = try await made("one")
        let report = try BundleVerifier(expecting: manifest.digest).report(on: source)
        #expect(report.isWhole && report.wholeItems == manifest.items.count)
        let rerun = try VisitRerun(program: "pelacak \(Pelacak.version)").rerun(manifest, source)
        #expect(rerun.isSame && rerun.compared > 100)
        #expect(inputs.aircraft.contains { !$0.points.isEmpty })
        #expect(inputs.aircraft.allSatisfy { $0.points.allSatisfy { $0.disc.radius == 0 } })
        #expect(try await made("two").manifest.digest == manifest.digest)
        // For the owner alone.
        for name in ["one", "one/bundle.json", "one/sky", "one/sky/points.jsonl"] {
            let values = try FileManager.default.attributesOfItem(atPath: path(name))
            let mode = (values[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
            #expect(mode & 0o077 == 0, "\(name)")
        }
    }

    static func small() throws -> (BundleManifest, [BundlePath: [UInt8]]) {
        let contents = ["a/x.json", "a/y.json"].compactMap { BundlePath($0) }.map {
            BundleContent($0, Array($0.text.utf8), kind: .base, known: .inferred, licence: .own)
        }
        let manifest = try BundleManifest(head: head(Timestamp(seconds: 0)), contents: contents)
        return (manifest, contents.reduce(into: [:]) { $0[$1.item.path] = $1.bytes })
    }

    @Test("links, pipes and files that were laid in are named; a link is not read through")
    func hostileFolder() throws {
        let (manifest, bytes) = try Self.small()
        let source = try BundleFolder.write(manifest, to: path("small")) { bytes[$0.path] ?? [] }
        #expect(try BundleVerifier().report(on: source).isWhole)
        let secret = path("secret")
        try Data("a/x.json".utf8).write(to: URL(fileURLWithPath: secret))
        try FileManager.default.removeItem(atPath: path("small/a/x.json"))
        try FileManager.default.createSymbolicLink(atPath: path("small/a/x.json"), withDestinationPath: secret)
        try FileManager.default.createSymbolicLink(atPath: path("small/b"), withDestinationPath: folder.path)
        try Data([1]).write(to: URL(fileURLWithPath: path("small/extra")))
        #expect(unsafe mkfifo(path("small/pipe"), 0o600) == 0)
        let item = try #require(BundlePath("a/x.json"))
        let findings = try BundleVerifier().report(on: source).findings
        #expect(
            Set(findings) == [
                .link("a/x.json"), .missing(item), .link("b"), .added("extra"), .strange("pipe"),
            ]
        )
        #expect(throws: BundleSourceError.self) { try source.bytes(of: item, at: 0, count: 8) }
    }

    @Test("a folder that is there is never written into, and half a bundle is none")
    func writing() throws {
        let (manifest, bytes) = try Self.small()
        _ = try BundleFolder.write(manifest, to: path("small")) { bytes[$0.path] ?? [] }
        #expect(throws: Failure.self) { try BundleFolder.write(manifest, to: path("small")) { bytes[$0.path] ?? [] } }
        #expect(throws: Failure.self) {
            try BundleFolder.write(manifest, to: path("other")) { item throws(Failure) in
                throw Failure("\(item.path) cannot be read")
            }
        }
        #expect(BundleFolder(reading: path("other")) == nil && BundleFolder(reading: path("other.part")) == nil)
    }

    @Test("of a receiver the last line counts, and who was never asked has not agreed")
    func consents() throws {
        let consents = ReceiverConsents(folder: path("data"))
        #expect(try consents.agreeing().isEmpty)
        for (receiver, agrees) in [(7, true), (8, true), (7, false), (9, false), (9, true)] as [(UInt32, Bool)] {
            try consents.append(
                ReceiverConsents.Entry(
                    when: "2026-11-27T00:00:00Z",
                    who: "desk",
                    receiver: receiver,
                    agrees: agrees,
                    why: "ticket 31"
                )
            )
        }
        #expect(try consents.agreeing() == [8, 9])
    }

    @Test("the commands: verify, show, rerun and redact on a bundle, and status 1 for a changed one")
    func commands() async throws {
        let (_, manifest, _) = try await made("one")
        let whole = try Program.run(["bundle", "verify", path("one"), "--digest", manifest.digest.hex])
        #expect(whole.status == 0 && whole.lines.contains { $0.contains(manifest.digest.hex) }, "\(whole.errors)")
        let shown = try Program.run(["bundle", "show", path("one"), "--lang", "id"])
        #expect(shown.status == 0 && shown.lines.contains { $0.hasPrefix("sky/points.jsonl") }, "\(shown.errors)")
        let rerun = try Program.run(["bundle", "rerun", path("one")])
        #expect(rerun.status == 0, "\(rerun.errors) \(rerun.lines)")
        let redacted = try Program.run(
            [
                "bundle", "redact", path("one"), "--item", "sky/points.jsonl", "--reason", "takedown", "--into",
                path("less"),
            ]
        )
        #expect(redacted.status == 0 && redacted.lines.first.map(String.init) == manifest.digest.hex)
        let less = try Program.run(["bundle", "verify", path("less"), "--digest", manifest.digest.hex])
        #expect(less.status == 0, "\(less.errors)")
        let impossible = try Program.run(["bundle", "rerun", path("less")])
        #expect(impossible.status == 1 && impossible.errors.contains("sky/points.jsonl"), "\(impossible.errors)")
        let rules = path("one/rules/ranking.json")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: rules))
        bytes[bytes.startIndex] ^= 1
        try bytes.write(to: URL(fileURLWithPath: rules))
        let changed = try Program.run(["bundle", "verify", path("one")])
        #expect(changed.status == 1 && changed.lines.first == "rules/ranking.json: changed", "\(changed.lines)")
    }
}
