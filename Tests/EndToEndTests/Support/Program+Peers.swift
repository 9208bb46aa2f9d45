/// Connections to a running program, made once it listens.
extension Program {
    /// Feeds a listening source.
    func feeder(of source: String, at port: Int) async throws -> Peer {
        _ = try await json("/api/v1/sources") { $0.source(source)?["state"] as? String == "listening" }
        return try await Peer.connect(port)
    }

    /// The first reader of a listening output, who gets all that goes out from now on.
    func reader(of format: String, at port: Int) async throws -> Peer {
        let clients = Program.clients(of: format, at: port)
        try await text("/metrics", until: clients + "0\n")
        let peer = try await Peer.connect(port)
        try await text("/metrics", until: clients + "1\n")
        return peer
    }

    /// How the figure of an output's readers begins.
    static func clients(of format: String, at port: Int, _ way: String = "listen") -> String {
        "pelacak_sink_clients{sink=\"\(format)+\(way) port \(port)\",format=\"\(format)\"} "
    }
}
