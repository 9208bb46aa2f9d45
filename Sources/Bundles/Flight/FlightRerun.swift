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
        // Where something differs it is judged by the bundle's own numbers too.
        let own = inputs.rules.flatMap { $0.changes(to: rules).isEmpty ? nil : inputs.account(places) }
        let accounts = [account, own].compactMap { $0 }
        guard accounts.allSatisfy({ inputs.canJudge($0) }) else {
            throw .unreadable(FlightHearing.item, .member("hearing.silences"))
        }
        let uncompared = Self.uncompared(accounts, reader)
        let isTakenOut = Self.takenOut(reader) != nil
        // What rests on what was taken out cannot come out at all.
        let isCompared = { (one: Conclusion) in
            !(isTakenOut && FlightConclusions.isMeaning(one.name))
                && !(uncompared != nil && FlightConclusions.isStory(one.name))
                && !(uncompared == .flights && FlightConclusions.isFlight(one.name))
        }
        let before = try VisitRerun.conclusions(reader).filter(isCompared)
        let after = FlightConclusions(account, inputs.verdicts(on: account, by: rules)).all.filter(isCompared)
        let differences = ConclusionDifference.between(before, after)
        return BundleRerun(
            compared: before.count,
            same: max(0, before.count - differences.count { $0.before != nil }),
            differences: differences,
            causes: differences.isEmpty
                ? []
                : causes(inputs.rules, manifest.head) {
                    let told = own ?? account
                    let again = FlightConclusions(told, inputs.verdicts(on: told)).all.filter(isCompared)
                    return ConclusionDifference.between(before, again).isEmpty
                },
            notThere: manifest.redactions,
            unjudged: account.gaps.isEmpty && account.silenceAsked == nil ? nil : Self.unjudged(inputs, reader),
            uncompared: uncompared
        )
    }

    /// What depends on how likely nothing would have been heard of a landing, where that was taken out.
    ///
    /// - Parameter accounts: told as if nothing was ever heard of one, which makes stops as likely as can be: a silence that is flown on even so
    ///   is in any case.
    private static func uncompared(
        _ accounts: [FlightAccount],
        _ reader: ItemReader<some BundleSource>
    ) -> UncomparedFlights? {
        let gaps = accounts.flatMap(\.gaps)
        guard reader.redaction(of: FlightHearing.item) != nil, !gaps.isEmpty else { return nil }
        return gaps.allSatisfy(\.isFlownOn) ? .explanations : .flights
    }

    /// What differs with this version's numbers, and whether it does with the bundle's own.
    private func causes(
        _ own: FlightRules?,
        _ head: BundleHead,
        isSameByOwn: () -> Bool
    ) -> [RerunCause] {
        let program = RerunCause.program(from: head.program, to: program)
        // By which numbers an older bundle was told is not known: by those of its program.
        guard let own else { return [program] }
        var causes: [RerunCause] = []
        let changes = own.changes(to: rules)
        if !changes.isEmpty { causes.append(.rules(changes)) }
        if changes.isEmpty || !isSameByOwn() { causes.append(program) }
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
