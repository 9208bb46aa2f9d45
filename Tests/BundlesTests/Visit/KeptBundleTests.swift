import Foundation
import TestSupport
import Testing

@testable import Bundles

/// Bundles that earlier versions made, as they made them: what somebody keeps for years has to verify, and to compute again or say what changed.
///
/// A version that goes out leaves one here: `PELACAK_KEEP_BUNDLE=FILE` writes it. Where a later version concludes otherwise, the names of those
/// conclusions are listed with it (`differs`), and CHANGELOG.md says why.
struct KeptBundleTests {
    private struct Kept {
        let digest: ContentSum
        let folder: MemoryBundle
        let differs: [String]

        init(_ vector: [String: Any]) throws {
            let text = try #require(vector["digest"] as? String)
            digest = try #require(ContentSum(text))
            let files = try #require(vector["files"] as? [String: String])
            folder = MemoryBundle(files: files.mapValues { Array($0.utf8) })
            differs = try #require(vector["differs"] as? [String])
        }
    }

    @Test("bundles of earlier versions verify, and compute again as they did but for what is listed")
    func kept() throws {
        let vectors = TestSupport.vectors("kept-bundles")
        #expect(!vectors.isEmpty)
        for vector in vectors {
            let kept = try Kept(vector)
            let report = try BundleVerifier(expecting: kept.digest).report(on: kept.folder)
            #expect(report.findings == [])
            let manifest = try #require(report.manifest)
            let rerun = try VisitRerun(program: "pelacak now").rerun(manifest, kept.folder)
            #expect(rerun.differences.map(\.name).sorted() == kept.differs.sorted())
            #expect(rerun.compared > 30)
            // What differs has a cause, and what is the same has none.
            #expect(rerun.differences.isEmpty == rerun.causes.isEmpty)
        }
    }

    @Test("a changed byte of a kept bundle is named as one of today's is")
    func changed() throws {
        for vector in TestSupport.vectors("kept-bundles") {
            let kept = try Kept(vector)
            for name in kept.folder.files.keys.sorted() where name != BundleLayout.manifest {
                var folder = kept.folder
                folder.files[name]?[0] ^= 1
                #expect(try BundleVerifier().report(on: folder).findings.map(\.path) == [name])
            }
        }
    }

    private static let target = ProcessInfo.processInfo.environment["PELACAK_KEEP_BUNDLE"]

    @Test(
        "a bundle of this version is written to be kept",
        .enabled(if: target != nil, "writes a file: PELACAK_KEEP_BUNDLE names it")
    )
    func keep() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let vector: [String: Any] = [
            "source": "made by this project's tests from invented aircraft (MadeVisitInputs): simulated",
            "digest": manifest.digest.hex, "differs": [String](),
            "files": folder.files.mapValues { String(decoding: $0, as: UTF8.self) },
        ]
        let data = try JSONSerialization.data(withJSONObject: [vector], options: [.sortedKeys, .prettyPrinted])
        try data.write(to: URL(fileURLWithPath: try #require(Self.target)))
    }
}
