import Aero
import Watch

/// Decides whether a request may go out, and to which addresses: names are resolved once, here, and what is connected to is what was
/// checked, so that a name which changes its address in between changes nothing.
public struct OutboundGuard: Sendable {
    private let rules: OutboundRules
    private let resolver: any NameResolver

    public init(_ rules: OutboundRules = OutboundRules(), resolver: any NameResolver = SystemNameResolver()) {
        self.rules = rules
        self.resolver = resolver
    }

    /// The checked addresses of a host, in the order in which they are to be tried; never none.
    ///
    /// - Throws: `OutboundFailure.refused` if the scheme, the port, or **any** of the host's addresses is not allowed.
    func admit(_ address: WebAddress) async throws(OutboundFailure) -> [InternetAddress] {
        let isListed = rules.isListed(address)
        try check(address, isListed: isListed)
        let found: [InternetAddress]
        switch address.host {
        case .address(let literal): found = [literal]
        case .name(let name):
            guard isListed || !Self.isLocalName(name) else {
                throw .refused(reason: .reason(.ownName))
            }
            found = try await resolver.addresses(of: name)
        }
        guard !found.isEmpty else { throw .unknownHost }
        for one in found {
            guard let kind = RefusedRanges.kind(of: one), !(isListed && RefusedRanges.isOwn(one)) else { continue }
            throw .refused(reason: RefusedRanges.isOwn(one) ? .ownAddress(kind) : .specialAddress(kind))
        }
        return found
    }

    /// What is wrong with an address by itself, before anything is resolved.
    func check(_ address: WebAddress) throws(OutboundFailure) { try check(address, isListed: rules.isListed(address)) }

    private func check(_ address: WebAddress, isListed: Bool) throws(OutboundFailure) {
        guard !isListed else { return }
        guard address.isSecure else { throw .refused(reason: .reason(.plainHTTP)) }
        guard [443, 80].contains(address.port) else { throw .refused(reason: .reason(.port, address.port)) }
    }

    /// Names that no public name server answers for.
    /// - Source: RFC 6761, RFC 6762, RFC 8375, RFC 7686.
    private static func isLocalName(_ name: String) -> Bool {
        !name.contains(".")
            || [".localhost", ".local", ".internal", ".home.arpa", ".onion", ".lan", ".intranet", ".corp", ".home"]
                .contains { name.hasSuffix($0) }
    }
}
