public import Aero

/// What a time-stamping authority says: that a digest was there at a time. Whether it says so is for its signature to prove, which is not
/// checked here.
///
/// - Source: RFC 3161, 2.4.2; RFC 5652, 5.1 for what lies around it.
public struct TimeStamp: Hashable, Sendable {
    public let digest: ContentSum
    /// By the authority's clock.
    public let time: Timestamp

    /// Bytes of an answer, at most.
    public static let largest = 1_000_000

    /// - Source: 1.2.840.113549.1.7.2, RFC 5652, 5.1; 1.2.840.113549.1.9.16.1.4, RFC 3161, 2.4.2.
    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private static let stampInfo: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04]

    /// Reads an answer (`TimeStampResp`).
    public init(reading bytes: [UInt8]) throws(TimeStampError) {
        guard bytes.count <= Self.largest else { throw .unreadable }
        var outer = DERReader(bytes[...])
        var answer = try outer.inside(DERReader.Tag.sequence)
        guard outer.isAtEnd else { throw .unreadable }
        var status = try answer.inside(DERReader.Tag.sequence)
        let number = try status.content(DERReader.Tag.integer)
        // 0 granted, 1 granted with changes.
        guard let value = number.first, number.count == 1 else { throw .unreadable }
        guard value <= 1 else { throw .refused(status: Int(value)) }
        var content = try answer.inside(DERReader.Tag.sequence)
        guard try content.content(DERReader.Tag.object).elementsEqual(Self.signedData) else { throw .unreadable }
        var wrapped = try content.inside(DERReader.Tag.zero)
        var signed = try wrapped.inside(DERReader.Tag.sequence)
        _ = try signed.content(DERReader.Tag.integer)
        _ = try signed.content(DERReader.Tag.set)
        var inner = try signed.inside(DERReader.Tag.sequence)
        guard try inner.content(DERReader.Tag.object).elementsEqual(Self.stampInfo) else { throw .unreadable }
        var wrappedInfo = try inner.inside(DERReader.Tag.zero)
        var octets = try wrappedInfo.inside(DERReader.Tag.octets)
        var info = try octets.inside(DERReader.Tag.sequence)
        _ = try info.content(DERReader.Tag.integer)
        _ = try info.content(DERReader.Tag.object)
        digest = try Self.imprint(info.inside(DERReader.Tag.sequence))
        _ = try info.content(DERReader.Tag.integer)
        time = try Self.time(info.content(DERReader.Tag.time))
    }

    private static func imprint(_ reader: DERReader) throws(TimeStampError) -> ContentSum {
        var reader = reader
        var algorithm = try reader.inside(DERReader.Tag.sequence)
        guard try algorithm.content(DERReader.Tag.object).elementsEqual(TimeStampRequest.sha256) else {
            throw .otherAlgorithm
        }
        let bytes = try reader.content(DERReader.Tag.octets)
        let text = bytes.map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined()
        guard let sum = ContentSum(text) else { throw .unreadable }
        return sum
    }

    /// `20260118093000Z`, with a fraction perhaps.
    ///
    /// - Source: RFC 3161, 2.4.2: seconds are there, a fraction ends in no zero.
    private static func time(_ content: ArraySlice<UInt8>) throws(TimeStampError) -> Timestamp {
        let text = Array(content)
        guard text.count >= 15, text.count <= 25, text.allSatisfy({ $0 < 0x80 }) else { throw .unreadable }
        func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
        let written =
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<text.count))"
        guard let time = CanonicalTime.time(written) else { throw .unreadable }
        return time
    }
}
