import Bundles
import Foundation
import TestSupport
import Testing

@testable import pelacak

/// A time stamp from the question to the signature, with an authority of our own: openssl answers, nothing is asked over a network.
@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs openssl"),
    .timeLimit(.minutes(5))
)
final class BundleStampTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    private static let configuration = """
        [req]
        distinguished_name = dn
        prompt = no
        x509_extensions = v3
        [dn]
        CN = Authority of a test
        [v3]
        basicConstraints = critical,CA:TRUE
        extendedKeyUsage = critical,timeStamping
        [tsa]
        default_tsa = t
        [t]
        serial = serial
        crypto_device = builtin
        signer_cert = cert.pem
        signer_key = key.pem
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256

        """

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let status = process.waitForEnd()
        try #require(status == 0, "openssl \(arguments)")
    }

    /// An authority with a key of its own.
    private func authority(_ certificate: String, key: String = "key.pem") throws {
        try Data(Self.configuration.utf8).write(to: folder.appendingPathComponent("ca.cnf"))
        try Data("01\n".utf8).write(to: folder.appendingPathComponent("serial"))
        try openssl(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            key,
            "-out",
            certificate,
            "-days",
            "2",
            "-config",
            "ca.cnf"
        )
    }

    @Test("a stamp is asked for, attached, and its signature checked without a network; another authority's is refused")
    func course() throws {
        let (manifest, bytes) = try BundleFolderTests.small()
        _ = try BundleFolder.write(manifest, to: path("small")) { bytes[$0.path] ?? [] }
        #expect(try Program.run(["bundle", "stamp", path("small"), "--request", path("a.tsq")]).status == 0)
        try authority("cert.pem")
        try openssl("ts", "-reply", "-config", "ca.cnf", "-queryfile", "a.tsq", "-out", "a.tsr")
        let attached = try Program.run(["bundle", "stamp", path("small"), "--attach", path("a.tsr")])
        #expect(attached.status == 0, "\(attached.errors)")
        let told = try Program.run(["bundle", "verify", path("small"), "--digest", manifest.digest.hex])
        #expect(told.status == 0 && told.lines.contains { $0.hasPrefix("A time stamp says") }, "\(told.errors)")
        let verify = ["bundle", "verify", path("small"), "--authority"]
        let signed = try Program.run(verify + [path("cert.pem")])
        #expect(signed.status == 0 && signed.lines.last?.hasSuffix(", signed") == true, "\(signed.errors)")
        try authority("other.pem", key: "other-key.pem")
        let foreign = try Program.run(verify + [path("other.pem")])
        #expect(foreign.status == 1 && foreign.errors.contains("the signature is not that of"), "\(foreign.errors)")
    }

    @Test("a stamp of another bundle's digest is not attached, and one that was laid there is named")
    func ofAnother() throws {
        let (manifest, bytes) = try BundleFolderTests.small()
        _ = try BundleFolder.write(manifest, to: path("small")) { bytes[$0.path] ?? [] }
        try authority("cert.pem")
        let other = TimeStampRequest(ContentSum(of: [1])).bytes
        try Data(other).write(to: folder.appendingPathComponent("a.tsq"))
        try openssl("ts", "-reply", "-config", "ca.cnf", "-queryfile", "a.tsq", "-out", "a.tsr")
        let refused = try Program.run(["bundle", "stamp", path("small"), "--attach", path("a.tsr")])
        #expect(refused.status == 1 && refused.errors.contains("another digest"), "\(refused.errors)")
        try FileManager.default.copyItem(atPath: path("a.tsr"), toPath: path("small/timestamp.tsr"))
        let verified = try Program.run(["bundle", "verify", path("small")])
        #expect(verified.status == 1 && verified.lines.first == "timestamp.tsr: of another digest", "\(verified.lines)")
    }
}
