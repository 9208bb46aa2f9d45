/// Why the signature of a time stamp is not believed.
public enum StampSignatureError: Error, Hashable, Sendable {
    /// The program that checks it is not installed.
    case noProgram
    /// With the system's words.
    case notStarted(String)
    /// It is not the signature of this authority.
    case otherSignature(authority: String)
    /// The authority's certificate was not valid at the time that the stamp tells.
    case notValidThen(authority: String)
}
