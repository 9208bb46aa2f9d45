import Aero
import Bundles
import Visits

/// The bundle that an edition names as what it rests on.
struct EditionBundle {
    let manifest: BundleManifest
    private let folder: String
    private let conclusions: [Conclusion]

    private static let largest = 1 << 28

    /// - Throws: `Failure` for one that is not whole, is of another visit, or was not made for strangers: its digest is told to all.
    init(reading folder: String, of visit: String) throws(Failure) {
        self.folder = folder
        guard let source = BundleFolder(reading: folder) else { throw Failure("\(folder): there is no such folder") }
        var options = BundleOptions()
        options.folder = folder
        options.lang = "en"
        let report = try options.verified(source, BundleVerifier())
        guard let manifest = report.manifest, report.isWhole else {
            throw Failure("\(folder): \(BundleWords.notWhole.english); pelacak bundle verify names what")
        }
        guard manifest.head.id == visit else { throw Failure("\(folder) is the bundle of another visit") }
        guard manifest.head.audience == .strangers else {
            throw Failure(
                "\(folder) was made for operators: an edition names one that others may be handed (--for strangers)"
            )
        }
        self.manifest = manifest
        let taken = Set(manifest.redactions.map(\.path))
        guard let item = manifest.items.first(where: { $0.kind == .conclusions }), !taken.contains(item.path),
            item.bytes <= Self.largest, let bytes = try? source.bytes(of: item.path, at: 0, count: item.bytes),
            let conclusions = try? Conclusion.read(bytes)
        else { throw Failure("\(folder) holds no conclusions that could be compared with the edition") }
        self.conclusions = conclusions
    }

    /// Whether the bundle concludes what an edition says: the same candidates in the same order, the same ones excluded.
    ///
    /// - Parameter ranking: made up to the moment that the bundle is of.
    func check(_ ranking: VisitRanking) throws(Failure) {
        var told: Set<String> = []
        for conclusion in conclusions {
            let parts = conclusion.name.split(separator: "/")
            guard parts.count == 2, parts[0] == "candidate" || parts[0] == "excluded" else { continue }
            told.insert(Self.name(parts[0], parts[1], Self.place(conclusion.value)))
        }
        var said = Set(ranking.excluded.map { Self.name("excluded", $0.address.hex, nil) })
        for (place, candidate) in ranking.candidates.enumerated() {
            said.insert(Self.name("candidate", candidate.address.hex, place + 1))
        }
        guard told == said else {
            throw Failure(
                "\(folder) concludes something else than the archive does now: make the bundle anew, with --later where the edition is with it"
            )
        }
    }

    private static func place(_ value: CanonicalJSON) -> Int? {
        guard case .object(let members) = value, case .number(let place)? = members["place"] else { return nil }
        return Int(exactly: place)
    }

    private static func name(_ kind: some StringProtocol, _ address: some StringProtocol, _ place: Int?) -> String {
        "\(kind)/\(address)" + (place.map { " \($0)" } ?? "")
    }
}
