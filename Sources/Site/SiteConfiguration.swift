public import Aero

/// What the server needs to know before it starts.
public struct SiteConfiguration: Sendable {
    /// Bounds that keep one reader from hurting the others.
    public struct Limits: Sendable {
        /// Live streams open at once.
        public var streams = 512
        /// Live streams open at once from one address.
        public var streamsPerAddress = 16
        /// Connections open at once; fewer where the system lets the program open fewer files.
        public var connections = 2048
        /// Connections that wait for a request at once; of more, the one that has waited longest is closed.
        public var waitingConnections = 512
        /// Bytes of a body that is written to us.
        public var bodyBytes = 16_384
        /// Trials of sources running at once.
        public var sourceTests = 4
        /// Seconds after which a connection that asks nothing is closed.
        public var idleSeconds = 30
        /// Seconds a reader may take nothing of an answer that waits for it, and a writer may take for its body.
        public var pieceSeconds = 10
        /// Requests an address may make at once without a token; a map takes about 120 to begin with.
        public var requestsAtOnce = 600
        /// Requests an address may go on making in a minute without a token.
        public var requestsPerMinute = 1200
        /// Heavy questions about the past an address may ask at once without a token, and go on asking in a minute.
        public var heavyAtOnce = 120
        public var heavyPerMinute = 120
        /// Heavy questions about the past that are answered at the same time: of all, and of one address.
        public var heavyRunning = 8
        public var heavyRunningPerAddress = 4
        /// Heavy questions that wait for their turn: of all, and of one address.
        public var heavyWaiting = 64
        public var heavyWaitingPerAddress = 16
        /// Wrong tokens an address may try at once.
        public var wrongTokensAtOnce = 10
        /// Wrong tokens an address may go on trying in a minute.
        public var wrongTokensPerMinute = 6
        /// Addresses remembered for these counts.
        public var addresses = 8192
        public init() {}
    }

    /// Files with a certificate chain and its key, PEM.
    public struct TLSFiles: Hashable, Sendable {
        public var certificate: String
        public var key: String
        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// Name or address to listen on.
    public var host: String
    /// 0 lets the system choose.
    public var port: Int
    /// The folder with `index.html`; see `WebFolder`.
    public var webFolder: String
    /// The folder with `maplibre-gl.js`; `nil` when set-up did not run.
    public var vendorFolder: String?
    /// What writing asks for. Without one, writing is open on loopback and off elsewhere.
    public var token: String?
    public var version: String
    /// The receiver's place as it may be shown, blurred already; `nil`: not shown.
    public var publicReceiverPlace: Position?
    /// The receiver's place, for the operator's eyes.
    public var receiverPlace: Position?
    /// Strangers may know who heard what how loud. The operator's own word: whoever knows that finds the receivers.
    public var tellsReceptionToStrangers = false
    /// Who may read.
    public var reading = ReadingRight.public
    /// Which other sites' scripts may read.
    public var cors = CORSPolicy.nobody
    /// Proxies whose word about their clients is taken.
    public var trustedProxies: [InternetRange] = []
    /// Figures are given to everybody, not only on this machine and to holders of a token.
    public var hasPublicMetrics = false
    /// `nil`: plain HTTP.
    public var tls: TLSFiles?
    /// tar1090's page and how `receiver.json` answers its like.
    public var tar1090 = Tar1090Configuration()
    public var limits = Limits()

    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        webFolder: String,
        vendorFolder: String? = nil,
        token: String? = nil,
        version: String,
        publicReceiverPlace: Position? = nil
    ) {
        self.host = host
        self.port = port
        self.webFolder = webFolder
        self.vendorFolder = vendorFolder
        self.token = token
        self.version = version
        self.publicReceiverPlace = publicReceiverPlace
    }

    /// Whether only this machine can reach the server.
    public var listensOnLoopback: Bool { SiteConfiguration.isLoopback(host) }

    /// Whether what is answered may reach others than the operator and holders of a token: the server listens beyond this machine, or
    /// others get to it by a proxy or by scripts of another site, and reading asks for no token.
    public var strangersMayRead: Bool {
        reading == .public && (!listensOnLoopback || !trustedProxies.isEmpty || cors != .nobody)
    }

    static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
