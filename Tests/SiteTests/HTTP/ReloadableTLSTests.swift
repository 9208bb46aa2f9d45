import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)), .enabled(if: Shell.openssl != nil && Shell.python != nil, "needs openssl and python3"))
struct ReloadableTLSTests {
    /// Makes certificates in a folder that goes away.
    private func withCertificates<Value>(
        _ names: [String],
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in names {
            let arguments = [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=\(name)",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "\(name).key", "-out", "\(name).pem",
            ]
            let made = try await Shell.run(try #require(Shell.openssl), arguments, in: folder)
            try #require(made.status == 0, "\(made.output)")
        }
        return try await body(folder)
    }

    /// Asks by TLS as a careful client: the certificate is checked against `trusted`.
    private func ask(_ port: Int, _ path: String, trusting name: String, in folder: String) async throws -> String {
        let script = """
            import http.client, ssl
            context = ssl.create_default_context(cafile="\(name).pem")
            connection = http.client.HTTPSConnection("localhost", \(port), context=context, timeout=20)
            connection.request("GET", "\(path)")
            answer = connection.getresponse()
            body = answer.read()
            print(connection.sock.version(), answer.status, len(body), sorted((k.lower(), v) for k, v in answer.getheaders()))
            """
        return try await Shell.run(try #require(Shell.python), ["-c", script], in: folder).output
    }

    @Test("answers come by TLS with strict transport and a secure cookie, and plain HTTP on the same port is told so")
    func serves() async throws {
        try await withCertificates(["one"]) { folder in
            let files = SiteConfiguration.TLSFiles(certificate: folder + "/one.pem", key: folder + "/one.key")
            try await SiteUnderTest.with(configure: { $0.tls = files }) { (site) async throws in
                let text = try await ask(site.port, "/web/js/main.js", trusting: "one", in: folder)
                #expect(text.hasPrefix("TLSv1.3 200 "), "\(text)")
                #expect(text.contains("'strict-transport-security', 'max-age=15552000'"))
                let live = """
                    import http.client, ssl, json
                    context = ssl.create_default_context(cafile="one.pem")
                    connection = http.client.HTTPSConnection("127.0.0.1", \(site.port), context=context, timeout=20)
                    connection.request("POST", "/api/v1/session", json.dumps({"token": "reader"}), {"Content-Type": "application/json"})
                    answer = connection.getresponse(); answer.read()
                    print(answer.status, answer.getheader("Set-Cookie")[:15], answer.getheader("Set-Cookie")[-43:])
                    connection.request("GET", "/api/v1/live")
                    print(len(connection.getresponse().read(8)))
                    """
                let session = try await Shell.run(try #require(Shell.python), ["-c", live], in: folder).output
                #expect(session == "200 __Host-pelacak= ; Path=/; HttpOnly; SameSite=Strict; Secure\n8\n", "\(session)")
                let plain = try await Loopback.ask(site.port, "/")
                #expect(plain.status == 400 && plain.text.contains(#""code":"https""#))
                #expect(plain.headers["content-security-policy"] != nil)
            }
        }
    }

    @Test("a new certificate is taken while the server runs; one that is wrong is refused and the old one stays")
    func reloads() async throws {
        try await withCertificates(["one", "two"]) { folder in
            let files = FileManager.default
            func put(_ certificate: String, _ key: String) throws {
                for (from, to) in [(certificate, "used.pem"), (key, "used.key")] {
                    try? files.removeItem(atPath: folder + "/" + to)
                    try files.copyItem(atPath: folder + "/" + from, toPath: folder + "/" + to)
                }
            }
            try put("one.pem", "one.key")
            let used = SiteConfiguration.TLSFiles(certificate: folder + "/used.pem", key: folder + "/used.key")
            try await SiteUnderTest.with(configure: { $0.tls = used }) { (site) async throws in
                #expect(try await ask(site.port, "/healthz", trusting: "one", in: folder).contains(" 200 "))
                try put("two.pem", "two.key")
                #expect(try await ask(site.port, "/healthz", trusting: "one", in: folder).contains(" 200 "))
                try site.server.reloadCertificate()
                #expect(try await ask(site.port, "/healthz", trusting: "two", in: folder).contains(" 200 "))
                #expect(
                    try await ask(site.port, "/healthz", trusting: "one", in: folder).contains(
                        "CERTIFICATE_VERIFY_FAILED"
                    )
                )
                try put("two.pem", "one.key")
                let error = #expect(throws: SiteError.self) { try site.server.reloadCertificate() }
                #expect(
                    error?.description.contains("this key does not belong to the certificate") == true,
                    "\(String(describing: error))"
                )
                try Data("no certificate".utf8).write(to: URL(fileURLWithPath: used.certificate))
                #expect(throws: SiteError.self) { try site.server.reloadCertificate() }
                #expect(try await ask(site.port, "/healthz", trusting: "two", in: folder).contains(" 200 "))
            }
        }
    }

    @Test("a server with files that are wrong does not start, and says which is")
    func wrongFiles() async throws {
        try await withCertificates(["one", "two"]) { folder in
            for (certificate, key, word) in [
                ("none.pem", "one.key", "none.pem"), ("one.pem", "none.key", "none.key"),
                ("one.key", "one.key", "one.key"),
                ("one.pem", "one.pem", "one.pem"), ("one.pem", "two.key", "two.key"),
            ] {
                let files = SiteConfiguration.TLSFiles(certificate: folder + "/" + certificate, key: folder + "/" + key)
                let error = await #expect(throws: SiteError.self) {
                    try await SiteUnderTest.with(configure: { $0.tls = files }) { _ in }
                }
                #expect(error?.description.contains(word) == true, "\(String(describing: error))")
            }
        }
    }

    @Test("who does not finish the handshake, and who sends what is neither TLS nor HTTP, is let go")
    func hostile() async throws {
        try await withCertificates(["one"]) { folder in
            let files = SiteConfiguration.TLSFiles(certificate: folder + "/one.pem", key: folder + "/one.key")
            try await SiteUnderTest.with(configure: {
                $0.tls = files
                $0.limits.idleSeconds = 1
            }) { (site) async throws in
                #expect(try await Loopback.with(site.port) { try await $0.rest() }.isEmpty)
                let half = try await Loopback.with(site.port) { connection in
                    try await connection.send([0x16, 3, 1, 2, 0, 1])
                    return try await connection.rest()
                }
                #expect(half.isEmpty)
                var random = SplitMix(state: 7)
                for _ in 0..<50 {
                    let bytes = (0..<(1 + random.below(300))).map { _ in UInt8(random.below(256)) }
                    try? await Loopback.with(site.port) { connection in try await connection.send(bytes) }
                }
                #expect(try await ask(site.port, "/healthz", trusting: "one", in: folder).contains(" 200 "))
            }
        }
    }
}
