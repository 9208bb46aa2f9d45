public import Aero

/// Tells the flights of a bundle again, from what lies in it, and says what came out otherwise.
///
/// It does not compare sums: who does not know that a bundle is unchanged asks `BundleVerifier` first.
public struct FlightRerun: Sendable {
    /// This program, with its version.
    let program: String

    public init(program: String) { self.program = program }

    /// - Parameter gazetteer: reads the bundle's file of airports; `nil` for one that cannot be read.
    public func rerun(
        _ manifest: BundleManifest,
        _ source: some BundleSource,
        gazetteer: (_ file: [UInt8]) -> Gazetteer?
    ) throws(BundleRerunError) -> BundleRerun {
        guard manifest.head.subject != .visit else { throw .unknownSubject }
        let reader = ItemReader(manifest, source)
        let inputs = try FlightInputs(reading: try reader.bytes(FlightInputs.subjectItem)) {
            path throws(BundleRerunError) in try reader.bytes(path.text)
        }
        guard let places = gazetteer(try reader.bytes(FlightInputs.placesItem)) else {
            throw .unreadable(FlightInputs.placesItem, .member("places"))
        }
        let before = try VisitRerun.conclusions(reader)
        let differences = ConclusionDifference.between(before, inputs.conclusions(places))
        return BundleRerun(
            compared: before.count,
            same: max(0, before.count - differences.count { $0.before != nil }),
            differences: differences,
            // It has no numbers of its own: what comes out otherwise is told otherwise by this program.
            causes: differences.isEmpty ? [] : [.program(from: manifest.head.program, to: program)],
            notThere: manifest.redactions
        )
    }
}
