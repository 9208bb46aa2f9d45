/// Why a bundle's silences are not judged again.
public enum UnjudgedSilences: Hashable, Sendable {
    /// It says itself why nothing of that is in it.
    case untold(FlightHearing.Untold)
    /// It was made before bundles held that.
    case older
    /// What they are judged by was taken out.
    case takenOut(BundleRedaction.Reason)
}
