/// What a time-stamping authority is asked for a digest: that it signs the digest with the time.
///
/// - Source: RFC 3161, 2.4.1: version 1, the imprint, no nonce, with the authority's certificate.
public struct TimeStampRequest: Sendable {
    public let digest: ContentSum

    public init(_ digest: ContentSum) { self.digest = digest }

    /// - Source: the object identifier of SHA-256, 2.16.840.1.101.3.4.2.1: NIST, Computer Security Objects Register.
    static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]

    /// DER, to be sent as `application/timestamp-query`. The same digest gives the same bytes.
    public var bytes: [UInt8] {
        let algorithm = Self.value(
            DERReader.Tag.sequence,
            Self.value(DERReader.Tag.object, Self.sha256) + [0x05, 0x00]
        )
        let imprint = Self.value(DERReader.Tag.sequence, algorithm + Self.value(DERReader.Tag.octets, digest.bytes))
        let version = Self.value(DERReader.Tag.integer, [1])
        let wantsCertificate = Self.value(DERReader.Tag.boolean, [0xFF])
        return Self.value(DERReader.Tag.sequence, version + imprint + wantsCertificate)
    }

    /// - Precondition: the content is shorter than 128 bytes, as all of a request is.
    private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        precondition(content.count < 0x80, "lengths of more than a byte are not written here")
        return [tag, UInt8(content.count)] + content
    }
}
