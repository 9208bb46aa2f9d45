public import Aero
import Flights

/// Tells the flights of a bundle again, from what lies in it, and says what came out otherwise and why.
///
/// It does not compare sums: who does not know that a bundle is unchanged asks `BundleVerifier` first.
public struct FlightRerun: Sendable {
    /// This program, with its version.
    let program: String
    /// Numbers by which is told; those of this version.
    let rules: FlightRules

    public init(program: String, rules: FlightRules = FlightRules()) {
        self.program = program
        self.rules = rules
    }

    /// - Parameter gazetteer: reads the bundle's file of airports; `nil` for one that cannot be read.
    public func rerun(
        _ manifest: BundleManifest,
        _ source: some BundleSource,
        gazetteer: (_ file: [UInt8]) -> Gazetteer?
    ) throws(BundleRerunError) -> BundleRerun {
        guard manifest.head.subject != .visit else { throw .unknownSubject }
        let reader = ItemReader(manifest, source)
        let inputs = try FlightInputs(reader)
        guard let places = gazetteer(try reader.bytes(FlightInputs.placesItem)) else {
            throw .unreadable(FlightInputs.placesItem, .member("places"))
        }
        let account = inputs.account(places, by: rules)
        if let basis = inputs.hearing?.basis, !FlightHearingLimits.fits(basis, account) {
            throw .unreadable(FlightHearing.item, .member("hearing.silences"))
        }
        let isTakenOut = Self.takenOut(reader) != nil
        // What rests on what was taken out cannot come out at all.
        let before = try VisitRerun.conclusions(reader).filter {
            !(isTakenOut && FlightConclusions.isMeaning($0.name))
        }
        let after = FlightConclusions(account, inputs.verdicts(on: account, by: rules)).all
        let differences = ConclusionDifference.between(before, after)
        return BundleRerun(
            compared: before.count,
            same: max(0, before.count - differences.count { $0.before != nil }),
            differences: differences,
            causes: differences.isEmpty ? [] : causes(inputs, places, before, manifest.head),
            notThere: manifest.redactions,
            unjudged: account.gaps.isEmpty && account.silenceAsked == nil ? nil : Self.unjudged(inputs, reader)
        )
    }

    /// What differs with this version's numbers, and whether it does with the bundle's own.
    private func causes(
        _ inputs: FlightInputs,
        _ places: Gazetteer,
        _ before: [Conclusion],
        _ head: BundleHead
    ) -> [RerunCause] {
        let program = RerunCause.program(from: head.program, to: program)
        // By which numbers an older bundle was told is not known: by those of its program.
        guard let own = inputs.rules else { return [program] }
        var causes: [RerunCause] = []
        let changes = own.changes(to: rules)
        if !changes.isEmpty { causes.append(.rules(changes)) }
        let again = changes.isEmpty || !ConclusionDifference.between(before, inputs.conclusions(places)).isEmpty
        if again { causes.append(program) }
        return causes
    }

    private static func takenOut(_ reader: ItemReader<some BundleSource>) -> BundleRedaction.Reason? {
        reader.redaction(of: FlightHearing.item) ?? reader.redaction(of: FlightHearing.coverageItem)
    }

    private static func unjudged(
        _ inputs: FlightInputs,
        _ reader: ItemReader<some BundleSource>
    ) -> UnjudgedSilences? {
        switch inputs.hearing {
        case .told: nil
        case .untold(let why): .untold(why)
        case nil: takenOut(reader).map { .takenOut($0) } ?? .older
        }
    }
}
