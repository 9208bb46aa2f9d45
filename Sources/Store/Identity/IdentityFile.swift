import Aero
import Foundation

/// Opens what a person named.
enum IdentityFile {
    /// A name for the content of the file, and of the one beside it.
    static func digest(of path: String, with other: String?) throws(IdentityError) -> String {
        var digest = ContentDigest()
        for path in [path] + (other.map { [$0] } ?? []) {
            let source = FileSource([path])
            do {
                while true {
                    let piece = try source.next()
                    guard !piece.isEmpty else { break }
                    digest.update(piece)
                }
            } catch {
                throw .badFile(error.words)
            }
        }
        return digest.finish()
    }

    static func reader(_ request: IdentityImportRequest) throws(IdentityError) -> any IdentityReader {
        let companies = request.keepsCompanies
        switch request.format {
        case .tar1090: return Tar1090Reader(try open(request.path), companies: companies)
        case .planeAlert:
            return PlaneAlertReader(
                try open(request.path),
                list: request.source,
                companies: companies,
                takesPrivacyList: request.takesPrivacyList
            )
        case .baseStation: return try BaseStationReader(path: request.path, companies: companies)
        case .openSky: return OpenSkyReader(try open(request.path), companies: companies)
        case .faa:
            let types = try request.typesPath.map { path throws(IdentityError) in try FAATypes(try open(path)) }
            return FAAReader(try open(request.path), types: types ?? FAATypes(), companies: companies)
        case .own:
            return OwnReader(try open(request.path), separator: try separator(request.path), companies: companies)
        }
    }

    private static func open(_ path: String) throws(IdentityError) -> any ByteSource {
        do { return try ImportInput.unpacking(FileSource([path])) } catch { throw .badFile(error.words) }
    }

    /// The one of comma and semicolon that the first row which is no remark has more of.
    private static func separator(_ path: String) throws(IdentityError) -> UInt8 {
        do {
            let reader = SourceReader(try ImportInput.unpacking(FileSource([path])))
            var line: [UInt8] = []
            repeat {
                guard let next = try reader.line(limit: 4_096) else { break }
                line = next
            } while line.first == UInt8(ascii: "#") || line.isEmpty
            let semicolons = line.count { $0 == UInt8(ascii: ";") }
            return semicolons > line.count { $0 == UInt8(ascii: ",") } ? UInt8(ascii: ";") : UInt8(ascii: ",")
        } catch {
            throw .badFile(error.words)
        }
    }
}
