import Aero

/// A server and what it is asked: the part of a polled source that makes the request.
public struct PollTarget: Hashable, Sendable {
    public var format: PollFormat
    /// TLS; without it only where nobody but the operator listens.
    public var isSecure: Bool
    public var host: String
    public var port: Int
    /// What was written behind the host, without a slash at its end; empty where nothing was.
    public var path: String
    public var query: PollQuery

    /// A server by its parts.
    ///
    /// - Parameter path: begins with a slash, or is empty.
    /// - Throws: `PollSourceError` for a path that cannot be meant, and for a provider without TLS off this machine.
    public init(
        format: PollFormat,
        isSecure: Bool,
        host: String,
        port: Int,
        path: String,
        query: PollQuery
    ) throws(PollSourceError) {
        let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#\"<>\\^`{|}".utf8.contains($0) }
        guard isPlain, path.utf8.count <= 512, path.isEmpty || path.hasPrefix("/"),
            !path.split(separator: "/").contains("..")
        else { throw PollSourceError(field: "address", "the path \"\(path.prefix(60))\" is none") }
        guard isSecure || format == .readsb || PollTarget.isLoopback(host) else {
            throw PollSourceError(
                field: "address",
                "\(format.rawValue)+http is for this machine alone; write \(format.rawValue)+https://\(host)"
            )
        }
        self.format = format
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.path = path == "/" ? "" : path.hasSuffix("/") ? String(path.dropLast()) : path
        self.query = query
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.wholeMatch(of: /127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil
    }

    /// `https://host[:port]`.
    public var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let usual = isSecure ? 443 : 80
        return (isSecure ? "https://" : "http://") + name + (port == usual ? "" : ":\(port)")
    }

    /// How it is written in front of its options.
    public var text: String { "\(format.rawValue)+\(origin)\(path)" }

    /// The word of its question, as options and pages have it; `nil` for a whole document.
    public var queryWord: String? { query.option.map { format == .openSky && $0.key == "hex" ? "icao24" : $0.key } }

    /// The path of the request with its query; no key is ever in it.
    ///
    /// - Throws: `PollSourceError` for a question that this provider does not answer.
    public func requestPath(_ profile: ProviderProfile) throws(PollSourceError) -> String {
        switch format {
        case .readsb: path.isEmpty ? "/data/aircraft.json" : path
        case .v2: try v2Path(profile)
        case .openSky: try openSkyPath()
        }
    }

    private func v2Path(_ profile: ProviderProfile) throws(PollSourceError) -> String {
        let base = path.isEmpty ? profile.basePath : path
        let end = profile.dialect == .gateway ? "/" : ""
        switch query {
        case .circle(let centre, let radius):
            guard radius <= profile.largestRadius else {
                throw PollSourceError(
                    field: "circle",
                    "\(profile.name) takes a radius of \(Int(profile.largestRadius.rawValue)) NM at most"
                )
            }
            let (latitude, longitude) = (PollQuery.text(centre.latitude), PollQuery.text(centre.longitude))
            let miles = Int(radius.rawValue.rounded(.up))
            guard profile.dialect == .point else {
                return "\(base)/v2/lat/\(latitude)/lon/\(longitude)/dist/\(miles)\(end)"
            }
            return "\(base)/v2/point/\(latitude)/\(longitude)/\(miles)"
        case .addresses(let list):
            let names = try checked(list.map(\.hex), profile)
            return "\(base)/v2/\(profile.dialect == .gateway ? "icao" : "hex")/\(names)\(end)"
        case .registrations(let list):
            let names = try checked(list, profile)
            return "\(base)/v2/\(profile.dialect == .point ? "reg" : "registration")/\(names)\(end)"
        case .types(let list):
            guard profile.dialect == .point else {
                throw PollSourceError(field: "type", "\(profile.name) answers no question by type")
            }
            return "\(base)/v2/type/\(try checked(list, profile))"
        case .military: return "\(base)/v2/mil\(end)"
        case .document, .box:
            throw PollSourceError(field: "query", "say what to ask for: circle=, hex=, reg=, type= or mil=1")
        }
    }

    private func checked(_ names: [String], _ profile: ProviderProfile) throws(PollSourceError) -> String {
        guard names.count <= profile.mostNames else {
            throw PollSourceError(
                field: "query",
                "\(profile.name) takes \(profile.mostNames) at once, not \(names.count)"
            )
        }
        return names.joined(separator: ",")
    }

    private func openSkyPath() throws(PollSourceError) -> String {
        let start = "\(path)/api/states/all?extended=1"
        switch query {
        case .box(let south, let west, let north, let east):
            let parts = zip(["lamin", "lomin", "lamax", "lomax"], [south, west, north, east])
            return start + parts.map { "&\($0)=\(PollQuery.text($1))" }.joined()
        case .addresses(let list): return start + list.map { "&icao24=\($0.hex)" }.joined()
        case .document, .circle, .registrations, .types, .military:
            throw PollSourceError(field: "query", "say what to ask for: box= or icao24=")
        }
    }
}
