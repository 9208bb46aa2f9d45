public import Aero
import Glibc
import NIOPosix

/// Asks the system, apart from the threads that do other work: it may take long.
public struct SystemNameResolver: NameResolver {
    public init() {}

    public func addresses(of name: String) async throws(OutboundFailure) -> [InternetAddress] {
        let found: [InternetAddress]
        do { found = try await NIOThreadPool.singleton.runIfActive { Self.ask(name) } } catch {
            throw .unknownHost
        }
        guard !found.isEmpty else { throw .unknownHost }
        return found
    }

    private static func ask(_ name: String) -> [InternetAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe hints.ai_flags = AI_ADDRCONFIG
        var first: UnsafeMutablePointer<addrinfo>?
        // safe: the name lives as long as the call, and the list is given back below.
        guard unsafe getaddrinfo(name, nil, &hints, &first) == 0 else { return [] }
        // safe: only what `getaddrinfo` gave is given back.
        defer { unsafe freeaddrinfo(first) }
        var found: [InternetAddress] = []
        var next = unsafe first
        // safe: entries are read while the list lives.
        while let entry = unsafe next, found.count < 32 {
            if let address = unsafe address(entry.pointee), !found.contains(address) { found.append(address) }
            unsafe next = entry.pointee.ai_next
        }
        return found
    }

    private static func address(_ entry: addrinfo) -> InternetAddress? {
        var text = [CChar](repeating: 0, count: 64)
        // safe: the address is as long as it says, and the text has room for the longest that is written.
        let result = unsafe getnameinfo(
            entry.ai_addr,
            entry.ai_addrlen,
            &text,
            socklen_t(text.count),
            nil,
            0,
            NI_NUMERICHOST
        )
        guard result == 0 else { return nil }
        return InternetAddress(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
