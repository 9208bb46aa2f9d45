public import Aero
import Visits

extension VisitInputs {
    /// What follows from these inputs, in the order of names; `nil` where no stop can be used.
    public func conclusions() -> [Conclusion]? { ranking(by: rules).map { VisitConclusions($0).all } }

    /// Aircraft whose rows a bundle holds whole: those of whom something is said in so many words.
    ///
    /// - Parameter most: the likeliest so many.
    public func toldAircraft(most: Int = 50) -> [AircraftAddress] {
        ranking(by: rules)?.candidates.prefix(most).map(\.address) ?? []
    }
}

extension Conclusion {
    /// The item of a bundle's conclusions.
    public static func bytes(_ conclusions: [Conclusion]) -> [UInt8] { VisitInputs.lines(conclusions.map(\.canonical)) }

    /// Reads the item: in the order of names, none of them twice, as it would be written.
    public static func read(_ bytes: [UInt8]) throws(CanonicalJSONError) -> [Conclusion] {
        var all: [Conclusion] = []
        try VisitInputs.eachValue(bytes) { value throws(CanonicalJSONError) in
            let one = try Conclusion(CanonicalFields(value, "conclusion"))
            // Of two under one name only one could be compared, and whoever reads the file sees both.
            if let last = all.last, !last.name.utf8.lexicographicallyPrecedes(one.name.utf8) {
                throw .member("conclusion.name")
            }
            all.append(one)
            guard all.count <= VisitLimits.conclusions else { throw .member("conclusion") }
        }
        try CanonicalJSON.compare(VisitInputs.lines(all.lazy.map(\.canonical)), with: bytes)
        return all
    }
}
