/// Why a feed, a sink or a recording cannot begin. Each describes itself in one line: what, where, what to do.
public enum FeedError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another program listens there.
    case portInUse(host: String, port: Int)
    /// The address cannot be listened on.
    case cannotListen(host: String, port: Int, reason: String)
    /// There is no such file.
    case missingFile(path: String)
    /// The file is there and cannot be read.
    case unreadableFile(path: String, reason: String)

    public var description: String {
        switch self {
        case .portInUse(let host, let port):
            "port \(port) on \(host) is in use by another program: stop that program or choose another port"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host):\(port) (\(reason)): choose an address of this machine and a port you may use"
        case .missingFile(let path):
            "there is no file \(path): check the path"
        case .unreadableFile(let path, let reason):
            "cannot read \(path) (\(reason)): check that it is a file and that you may read it"
        }
    }
}
