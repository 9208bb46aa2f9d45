import Aero
import Tracking

/// The licences of what is exported, and whether it may go out as one.
struct LicenceMix {
    private(set) var licences: Set<LicenceTag> = []
    private(set) var origins: Set<String> = []

    /// Licences that ask the whole to be under themselves.
    private static let shareAlike: [LicenceTag] = [.openDatabase, .attributionShareAlike]

    /// Takes in what rows that go out rest on.
    ///
    /// - Throws: `forbidden` or `incompatible`.
    mutating func add(_ evidence: ArchiveEvidence, of aircraft: ArchivedAircraft) throws(ExportError) {
        for licence in evidence.licences.sorted(by: { $0.rawValue < $1.rawValue }) where !licence.isRedistributable {
            throw .forbidden(licence, aircraft: aircraft, origins: evidence.origins)
        }
        licences.formUnion(evidence.licences)
        origins.formUnion(evidence.origins)
        let strict = Self.shareAlike.filter(licences.contains)
        if strict.count > 1 { throw .incompatible(strict[0], strict[1]) }
    }

    /// Under which the whole may be handed on: the strictest of all. `nil` for nothing.
    var result: LicenceTag? {
        (Self.shareAlike + [.attribution, .own, .publicDomain]).first(where: licences.contains)
    }
}
