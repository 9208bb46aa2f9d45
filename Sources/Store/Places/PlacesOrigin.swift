/// One list that a file of places is made of.
public struct PlacesOrigin: Hashable, Sendable {
    /// The list, with the package it is from and that package's version.
    public let what: String
    public let licence: String
}
