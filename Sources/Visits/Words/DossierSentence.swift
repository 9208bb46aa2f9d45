public import Aero

/// A sentence of a dossier, and what it rests on: at least one thing that can be looked up.
public struct DossierSentence: Hashable, Sendable {
    /// What a sentence rests on.
    public enum Rest: Hashable, Sendable {
        /// A claim of the visit, by its number.
        case claim(Int)
        /// A report of the visit, by its number.
        case report(Int)
        /// A change somebody made, by its number.
        case change(Int)
        /// Something heard of an aircraft at a time.
        case observation(AircraftAddress, Timestamp)
        /// A list of who is who, by the name of its source.
        case list(String)
        /// Something taken for granted, which the dossier states.
        case assumption(DossierAssumption)
    }

    public let text: String
    public let rests: [Rest]

    /// - Precondition: `rests` is not empty.
    public init(_ text: String, _ rests: [Rest]) {
        precondition(!rests.isEmpty, "a sentence that rests on nothing")
        self.text = text
        self.rests = rests
    }
}
