import NIOCore
import NIOPosix

/// Tells systemd how far the start is.
///
/// - Source: sd_notify(3), the datagrams sent to `NOTIFY_SOCKET`.
enum ServiceManager {
    /// Sends a word to whoever started us, if he wants to know; that it does not arrive is no fault of the site.
    static func tell(_ word: String, _ environment: [String: String]) async {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/"),
            let address = try? SocketAddress(unixDomainSocketPath: path)
        else { return }
        let bootstrap = DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        guard let channel = try? await bootstrap.connect(unixDomainSocketPath: path).get() else { return }
        let envelope = AddressedEnvelope(remoteAddress: address, data: ByteBuffer(string: word))
        try? await channel.writeAndFlush(envelope)
        try? await channel.close()
    }
}
