import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import Synchronization

/// HTTP/1.1 over TLS with a certificate that may be changed while connections are open: those go on with the old one.
final class ReloadableTLS: ServerChildChannel, HTTPChannelHandler {
    typealias Value = HTTP1Channel.Value

    let responder: HTTPChannelHandler.Responder
    private let base: HTTP1Channel
    private let current: Mutex<TLSChannel<HTTP1Channel>>

    init(_ base: HTTP1Channel, _ tls: TLSConfiguration) throws {
        responder = base.responder
        self.base = base
        current = Mutex(try TLSChannel(base, tlsConfiguration: tls))
    }

    /// Takes another certificate for connections to come.
    func replace(_ tls: TLSConfiguration) throws {
        let fresh = try TLSChannel(base, tlsConfiguration: tls)
        current.withLock { $0 = fresh }
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let tls = current.withLock { $0 }
        return tls.setup(channel: channel, logger: logger).flatMap { value in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(PlainHTTPAnswer(), position: .first)
                return value
            }
        }
    }

    func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }

    /// Reads the files.
    ///
    /// - Throws: `SiteError.certificate` that says which file is wrong and why.
    static func configuration(_ files: SiteConfiguration.TLSFiles) throws(SiteError) -> TLSConfiguration {
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(files.certificate) } catch {
            throw .certificate(file: files.certificate, reason: "no certificate in PEM form can be read there")
        }
        guard !chain.isEmpty else { throw .certificate(file: files.certificate, reason: "it holds no certificate") }
        let key: NIOSSLPrivateKey
        do { key = try NIOSSLPrivateKey(file: files.key, format: .pem) } catch {
            throw .certificate(
                file: files.key,
                reason: "no private key in PEM form without a password can be read there"
            )
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        return tls
    }
}
