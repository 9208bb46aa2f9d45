import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Synchronization

/// How the server listens: plainly, or by TLS with files that may be read again.
final class SecureListener: Sendable {
    private let channel = Mutex<ReloadableTLS?>(nil)

    /// - Throws: `SiteError.certificate`.
    func builder(
        _ files: SiteConfiguration.TLSFiles?,
        _ http: HTTP1Channel.Configuration
    ) throws(SiteError) -> HTTPServerBuilder {
        guard let files else { return .http1(configuration: http) }
        let tls = try ReloadableTLS.configuration(files)
        // Made once to see whether key and certificate belong together, before anything listens.
        try check(tls, files)
        return HTTPServerBuilder { [self] responder in
            let made = try ReloadableTLS(HTTP1Channel(responder: responder, configuration: http), tls)
            channel.withLock { $0 = made }
            return made
        }
    }

    /// - Throws: `SiteError.certificate`; the old one stays.
    func reload(_ files: SiteConfiguration.TLSFiles) throws(SiteError) {
        let tls = try ReloadableTLS.configuration(files)
        try check(tls, files)
        guard let channel = channel.withLock({ $0 }) else { return }
        do { try channel.replace(tls) } catch { throw SecureListener.mismatch(files) }
    }

    private func check(_ tls: TLSConfiguration, _ files: SiteConfiguration.TLSFiles) throws(SiteError) {
        do {
            _ = try TLSChannel(HTTP1Channel(responder: { _, _, _ in }), tlsConfiguration: tls)
        } catch { throw SecureListener.mismatch(files) }
    }

    private static func mismatch(_ files: SiteConfiguration.TLSFiles) -> SiteError {
        .certificate(file: files.key, reason: "this key does not belong to the certificate \(files.certificate)")
    }
}
