public import Aero

/// Where places are and what they are called, as the site asks for it. Asked for every letter somebody types, so that it must not wait.
public protocol PlaceDesk: Sendable {
    /// `Gazetteer.empty` where set-up made no file, and until it is read.
    var gazetteer: Gazetteer { get }
    /// The same once the file is read: for what is kept, which would be poorer for good without.
    func settled() async -> Gazetteer
    /// The lists it is made of, with their licences.
    var credits: [String] { get }
}

extension PlaceDesk {
    public func settled() async -> Gazetteer { gazetteer }
}
