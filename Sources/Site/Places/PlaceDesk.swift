public import Aero

/// Where places are and what they are called, as the site asks for it. Asked for every letter somebody types, so that it must not wait.
public protocol PlaceDesk: Sendable {
    /// `Gazetteer.empty` where set-up made no file, and until it is read.
    var gazetteer: Gazetteer { get }
    /// The lists it is made of, with their licences.
    var credits: [String] { get }
}
