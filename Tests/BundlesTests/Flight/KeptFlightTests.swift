import Foundation
import TestSupport
import Testing

@testable import Bundles

/// Bundles of a flight as earlier versions made them (`KeptBundleTests`): from before they told what silences mean and by which numbers, and since.
///
/// `PELACAK_KEEP_FLIGHT=FILE` writes those of this version.
struct KeptFlightTests {
    private struct Kept {
        let digest: ContentSum
        let folder: MemoryBundle
        let differs: [String]
        let isOlder: Bool

        init(_ vector: [String: Any]) throws {
            digest = try #require((vector["digest"] as? String).flatMap { ContentSum($0) })
            let files = try #require(vector["files"] as? [String: String])
            var bytes = files.mapValues { Array($0.utf8) }
            for (name, text) in try #require(vector["binary"] as? [String: String]) {
                bytes[name] = [UInt8](try #require(Data(base64Encoded: text)))
            }
            folder = MemoryBundle(files: bytes)
            differs = try #require(vector["differs"] as? [String])
            isOlder = bytes[FlightHearing.item] == nil
        }
    }

    @Test("flights of earlier versions verify, and are told again as they were but for what is listed")
    func kept() throws {
        let vectors = TestSupport.vectors("kept-flights")
        #expect(vectors.count >= 2)
        let gazetteer = try MadeFlight.gazetteer()
        for vector in vectors {
            let kept = try Kept(vector)
            let report = try BundleVerifier(expecting: kept.digest).report(on: kept.folder)
            #expect(report.findings == [])
            let manifest = try #require(report.manifest)
            let rerun = try FlightRerun(program: "pelacak now").rerun(manifest, kept.folder) { _ in gazetteer }
            #expect(rerun.differences.map(\.name).sorted() == kept.differs.sorted())
            #expect(rerun.differences.isEmpty == rerun.causes.isEmpty && rerun.compared > 2)
            // What an older one does not hold is no error, and is said.
            #expect(rerun.unjudged == (kept.isOlder ? .older : nil))
            let judged = try VisitRerun.conclusions(ItemReader(manifest, kept.folder)).filter {
                FlightConclusions.isMeaning($0.name)
            }
            #expect(judged.isEmpty == kept.isOlder)
        }
    }

    private static let target = ProcessInfo.processInfo.environment["PELACAK_KEEP_FLIGHT"]

    @Test(
        "flights of this version are written to be kept",
        .enabled(if: target != nil, "writes a file: PELACAK_KEEP_FLIGHT names it")
    )
    func keep() throws {
        let vectors = try [nil, FlightHearingTests.told()].map { inputs in
            let (manifest, folder) = try MadeFlight.bundle(inputs)
            let binary = folder.files.filter { String(validating: $0.value, as: UTF8.self) == nil }
            let files = folder.files.filter { binary[$0.key] == nil }
            return [
                "source": "made by this project's tests from an invented flight (MadeFlight, MadeHearing): simulated",
                "digest": manifest.digest.hex, "differs": [String](),
                "files": files.mapValues { String(decoding: $0, as: UTF8.self) },
                "binary": binary.mapValues { Data($0).base64EncodedString() },
            ] as [String: Any]
        }
        let data = try JSONSerialization.data(withJSONObject: vectors, options: [.sortedKeys, .prettyPrinted])
        try data.write(to: URL(fileURLWithPath: try #require(Self.target)))
    }
}
