/// Why a bundle's conclusions cannot be computed again.
public enum BundleRerunError: Error, Hashable, Sendable {
    /// An item that all rests on was taken out, or is missing.
    case missing(String, BundleRedaction.Reason?)
    /// More bytes than are read at once.
    case tooLarge(String, bytes: Int)
    /// Rows of more aircraft than are compared with their points.
    case tooManyHistories
    case unreadable(String, CanonicalJSONError)
    case source(BundleSourceError)
    /// What kind of thing it is of is not computed again by this program.
    case unknownSubject
    /// No stop of the itinerary can be used.
    case nothingToCompare
}
