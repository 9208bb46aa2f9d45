import Foundation
import Hummingbird
import NIOCore

/// The pages and what belongs to them, read when first asked for, packed once, and read anew when the file changes.
actor StaticFiles {
    private struct Entry {
        let changed: Date
        let size: Int
        let type: String
        let tag: String
        let plain: ByteBuffer
        let packed: ByteBuffer?

        var bytes: Int { plain.readableBytes + (packed?.readableBytes ?? 0) }
    }

    private var entries: [String: Entry] = [:]
    private static let entryBound = 512
    private static let sizeBound = 8 * 1024 * 1024
    /// Of all that is held, packed and plain.
    private static let heldBound = 64 * 1024 * 1024
    private var held = 0

    /// An answer with the file; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - folder: where to look.
    ///   - pieces: folders and name below it; anything that could lead out of it finds nothing.
    func answer(
        _ folder: String,
        _ pieces: [String],
        _ request: Request,
        _ context: SiteContext,
        seconds: Int
    ) -> Response? {
        guard !pieces.isEmpty, pieces.allSatisfy(StaticFiles.isPlainName) else { return nil }
        let path = folder + "/" + pieces.joined(separator: "/")
        guard let entry = entry(path) else { return nil }
        let packs = entry.packed != nil && AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        let tag = packs ? "\"\(entry.tag)-gz\"" : "\"\(entry.tag)\""
        var headers: HTTPFields = [.contentType: entry.type, .cacheControl: "no-cache", .eTag: tag]
        if entry.packed != nil { headers[.vary] = "Accept-Encoding" }
        if StaticFiles.matches(request.headers[.ifNoneMatch], tag) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        if packs { headers[.contentEncoding] = "gzip" }
        let buffer = packs ? entry.packed ?? entry.plain : entry.plain
        return Response(
            status: .ok,
            headers: headers,
            body: Deadline.body(buffer, of: context.channel, seconds: seconds)
        )
    }

    /// An answer with bytes that are made anew each time, and are not sent to who has them.
    nonisolated func answer(
        _ bytes: [UInt8],
        type: String,
        _ request: Request,
        _ context: SiteContext,
        _ seconds: Int
    ) -> Response {
        let tag = "\"\(StaticFiles.tag(bytes))\""
        let headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache", .eTag: tag]
        if StaticFiles.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: [.cacheControl: "no-cache", .eTag: tag])
        }
        let body = Deadline.body(ByteBuffer(bytes: bytes), of: context.channel, seconds: seconds)
        return Response(status: .ok, headers: headers, body: body)
    }

    /// The bytes of a file alone; `nil` when there is none.
    func bytes(_ folder: String, _ pieces: [String]) -> [UInt8]? {
        guard !pieces.isEmpty, pieces.allSatisfy(StaticFiles.isPlainName) else { return nil }
        return entry(folder + "/" + pieces.joined(separator: "/")).map { Array($0.plain.readableBytesView) }
    }

    private func entry(_ path: String) -> Entry? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let size = (attributes[.size] as? NSNumber)?.intValue, size <= StaticFiles.sizeBound,
            let changed = attributes[.modificationDate] as? Date
        else {
            forget(path)
            return nil
        }
        if let known = entries[path], known.changed == changed, known.size == size { return known }
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        let type = ContentType.of(path)
        let packed =
            ContentType.isText(type) && bytes.count > 512 ? Gzip.packed(bytes, level: 9) : nil
        let entry = Entry(
            changed: changed,
            size: size,
            type: type,
            tag: StaticFiles.tag(bytes),
            plain: ByteBuffer(bytes: bytes),
            packed: packed.flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
        )
        forget(path)
        if entries.count >= StaticFiles.entryBound || held + entry.bytes > StaticFiles.heldBound {
            entries.removeAll()
            held = 0
        }
        entries[path] = entry
        held += entry.bytes
        return entry
    }

    private func forget(_ path: String) { held -= entries.removeValue(forKey: path)?.bytes ?? 0 }

    /// Letters, digits, dot, dash and underscore, and no dot first.
    static func isPlainName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// Whether an `If-None-Match` header names the tag.
    /// - Source: RFC 9110, 13.1.2 (weak comparison).
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { item in
            var text = item.drop { $0 == " " }
            while text.last == " " { text.removeLast() }
            if text.hasPrefix("W/") { text = text.dropFirst(2) }
            return text == "*" || text == tag
        }
    }

    /// Size and FNV-1a hash of the content.
    private static func tag(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(bytes.count, radix: 16) + "-" + String(hash, radix: 16)
    }
}
