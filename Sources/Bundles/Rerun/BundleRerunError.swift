/// Why a bundle's conclusions cannot be computed again.
public enum BundleRerunError: Error, Hashable, Sendable {
    /// An item that all rests on was taken out, or is missing.
    case missing(String, BundleRedaction.Reason?)
    case unreadable(String, CanonicalJSONError)
    case source(BundleSourceError)
    /// What kind of thing it is of is not computed again by this program.
    case unknownSubject
    /// No stop of the itinerary can be used.
    case nothingToCompare
}
