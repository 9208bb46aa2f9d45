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

    /// Reads the item.
    public static func read(_ bytes: [UInt8]) throws(CanonicalJSONError) -> [Conclusion] {
        try VisitInputs.values(bytes).map { value throws(CanonicalJSONError) in
            try Conclusion(CanonicalFields(value, "conclusion"))
        }
    }
}
