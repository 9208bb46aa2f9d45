import Aero
public import Visits

/// Computes the conclusions of a visit's bundle again, from what lies in it, and says which came out otherwise and why.
///
/// It does not compare sums: who does not know that a bundle is unchanged asks `BundleVerifier` first.
public struct VisitRerun: Sendable {
    /// Numbers of the rules by which is computed; those of this version.
    let rules: RankingRules
    /// This program, with its version.
    let program: String

    public init(program: String, rules: RankingRules = RankingRules()) {
        self.program = program
        self.rules = rules
    }

    public func rerun(
        _ manifest: BundleManifest,
        _ source: some BundleSource
    ) throws(BundleRerunError) -> BundleRerun {
        guard manifest.head.subject == .visit else { throw .unknownSubject }
        let reader = ItemReader(manifest, source)
        let inputs = try inputs(reader)
        let before = try Self.conclusions(reader)
        guard let ranking = inputs.ranking(by: rules) else { throw .nothingToCompare }
        let after = VisitConclusions(ranking).all
        var differences = ConclusionDifference.between(before, after)
        var causes: [RerunCause] = []
        if !differences.isEmpty { causes += self.causes(inputs, before, manifest.head) }
        let rows = try rows(inputs, reader)
        differences += rows.differences
        if !rows.differences.isEmpty { causes.append(.rows) }
        let compared = before.count + rows.compared
        return BundleRerun(
            compared: compared,
            same: max(0, compared - differences.count { $0.before != nil }),
            differences: differences,
            causes: causes,
            notThere: manifest.redactions
        )
    }

    /// What differs with this version's numbers, and whether it does with the bundle's own.
    private func causes(_ inputs: VisitInputs, _ before: [Conclusion], _ head: BundleHead) -> [RerunCause] {
        var causes: [RerunCause] = []
        let changes = inputs.rules.changes(to: rules)
        if !changes.isEmpty { causes.append(.rules(changes)) }
        let own = inputs.conclusions() ?? []
        if !ConclusionDifference.between(before, own).isEmpty {
            causes.append(.program(from: head.program, to: program))
        }
        return causes
    }

    private func inputs(_ reader: ItemReader<some BundleSource>) throws(BundleRerunError) -> VisitInputs {
        var failure: BundleRerunError?
        do throws(VisitInputsError) {
            return try VisitInputs { item throws(VisitInputsError) in
                do throws(BundleRerunError) { return try reader.bytes(item.rawValue) } catch {
                    failure = error
                    throw .missing(item.rawValue)
                }
            }
        } catch {
            if let failure { throw failure }
            switch error {
            case .missing(let name): throw .missing(name, nil)
            case .unreadable(let name, let error): throw .unreadable(name, error)
            }
        }
    }

    static func conclusions(_ reader: ItemReader<some BundleSource>) throws(BundleRerunError) -> [Conclusion] {
        let bytes = try reader.bytes(Conclusion.item)
        do throws(CanonicalJSONError) { return try Conclusion.read(bytes) } catch {
            throw .unreadable(Conclusion.item, error)
        }
    }

    /// Whether the points that the ranking was given follow from the rows that lie beside them.
    private func rows(
        _ inputs: VisitInputs,
        _ reader: ItemReader<some BundleSource>
    ) throws(BundleRerunError) -> (compared: Int, differences: [ConclusionDifference]) {
        var (compared, differences) = (0, [ConclusionDifference]())
        for aircraft in inputs.aircraft {
            guard let path = HistoryRows.path(of: aircraft.identity.address), reader.isThere(path.text) else {
                continue
            }
            let bytes = try reader.bytes(path.text)
            let rows: HistoryRows
            do throws(CanonicalJSONError) { rows = try HistoryRows(reading: bytes) } catch {
                throw .unreadable(path.text, error)
            }
            compared += 1
            guard compared <= VisitLimits.histories else { throw .tooManyHistories }
            let (before, after) = (SkyPoints(aircraft.points), rows.points())
            guard before != after else { continue }
            differences.append(
                ConclusionDifference(
                    name: "points/" + aircraft.identity.address.hex,
                    before: CanonicalJSON(before.points.count),
                    after: CanonicalJSON(after.points.count)
                )
            )
        }
        return (compared, differences)
    }
}
