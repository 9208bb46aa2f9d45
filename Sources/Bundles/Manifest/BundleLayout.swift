/// Names in a bundle's folder that are no items.
public enum BundleLayout {
    public static let manifest = "bundle.json"
    /// The answer of a time-stamping authority for the digest (RFC 3161).
    public static let stamp = "timestamp.tsr"
}
