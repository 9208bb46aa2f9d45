/// Media types by the end of a file's name.
enum ContentType {
    /// An OpenAPI document. Browsers show what ends in `+json` as text.
    /// - Source: draft-ietf-httpapi-rest-api-mediatypes, section 2.1.
    static let openAPI = "application/openapi+json;version=3.1"

    static func of(_ name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        switch name[name.index(after: dot)...] {
        case "html": return "text/html; charset=utf-8"
        case "css": return "text/css; charset=utf-8"
        case "js", "mjs": return "text/javascript; charset=utf-8"
        case "json", "map": return "application/json; charset=utf-8"
        case "webmanifest": return "application/manifest+json"
        case "txt", "md": return "text/plain; charset=utf-8"
        case "svg": return "image/svg+xml"
        case "png": return "image/png"
        case "jpg", "jpeg": return "image/jpeg"
        case "webp": return "image/webp"
        case "ico": return "image/x-icon"
        case "gif": return "image/gif"
        case "woff": return "font/woff"
        case "woff2": return "font/woff2"
        case "ttf": return "font/ttf"
        case "wasm": return "application/wasm"
        case "geojson": return "application/geo+json; charset=utf-8"
        case "pbf": return "application/x-protobuf"
        default: return "application/octet-stream"
        }
    }

    /// Whether packing such a file is worth the work.
    static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/manifest")
            || type.hasPrefix("application/geo+json") || type == "application/wasm" || type == "image/svg+xml"
    }
}
