import Aero
import Tracking

/// The licences of what is exported, and whether it may go out as one.
struct LicenceMix {
    private(set) var licences: Set<LicenceTag> = []
    private(set) var origins: Set<String> = []

    /// Licences that ask the whole to be under themselves.
    private static let shareAlike: [LicenceTag] = [.openDatabase, .attributionShareAlike]

    init() {}

    /// Of what is known already to be redistributable.
    init(_ licences: Set<LicenceTag>) { self.licences = licences }

    /// Two licences that cannot go out as one; `nil` if all can.
    var contradiction: (LicenceTag, LicenceTag)? {
        let strict = Self.shareAlike.filter(licences.contains)
        return strict.count > 1 ? (strict[0], strict[1]) : nil
    }

    /// Takes in what rows that go out rest on.
    ///
    /// - Throws: `forbidden` or `incompatible`.
    mutating func add(_ evidence: ArchiveEvidence, of aircraft: ArchivedAircraft) throws(ExportError) {
        for licence in evidence.licences.sorted(by: { $0.rawValue < $1.rawValue }) where !licence.isRedistributable {
            throw .forbidden(licence, aircraft: aircraft, origins: evidence.origins)
        }
        licences.formUnion(evidence.licences)
        origins.formUnion(evidence.origins)
        if let (first, second) = contradiction { throw .incompatible(first, second) }
    }

    /// Under which the whole may be handed on: the strictest of all. `nil` for nothing.
    var result: LicenceTag? {
        (Self.shareAlike + [.attribution, .own, .publicDomain]).first(where: licences.contains)
    }
}
