/// Why the server cannot start. The description is one line that says what to do.
public enum SiteError: Error, Hashable, Sendable, CustomStringConvertible {
    case portTaken(host: String, port: Int)
    /// The address is not one of this machine, or the port needs rights.
    case cannotListen(host: String, port: Int, reason: String)
    /// The folder of pages was found nowhere.
    case webFolderMissing(searched: [String])
    /// The files of TLS cannot be used.
    case certificate(file: String, reason: String)

    public var description: String {
        switch self {
        case .portTaken(let host, let port):
            "port \(port) on \(host) is taken; choose another with --listen HOST:PORT"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host) port \(port) (\(reason)); choose another with --listen HOST:PORT"
        case .certificate(let file, let reason):
            "cannot use \(file) for TLS: \(reason); give a PEM chain with --tls-certificate and its key with --tls-key"
        case .webFolderMissing(let searched):
            "the pages (a folder with index.html) are missing; looked in \(searched.joined(separator: ", "));"
                + " keep pelacak_Site.resources beside the program"
        }
    }
}
