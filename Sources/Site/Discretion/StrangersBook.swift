public import Aero

/// An address book as strangers are told of it, for files that are handed to others: nothing of who is hidden now, no privacy address
/// resolved, nothing of lists that may not be handed on.
public struct StrangersBook: AddressBook {
    private let book: MarkedBook

    public init(_ book: any AddressBook, _ rules: SuppressionRules, now: Timestamp) {
        var marked = MarkedBook(ForwardableBook(book: book), Discretion(rules), wall: { now })
        marked.audience = .strangers
        self.book = marked
    }

    public var edition: Int { book.edition }
    public func registration(of address: AircraftAddress) -> String? { book.registration(of: address) }
    public func state(of address: AircraftAddress) -> String? { book.state(of: address) }
    public func typeDesignator(of address: AircraftAddress) -> String? { book.typeDesignator(of: address) }
    public func typeDescription(of address: AircraftAddress) -> String? { book.typeDescription(of: address) }
    public func registered(_ address: AircraftAddress) -> RegisteredAircraft? { book.registered(address) }
    public func flags(of address: AircraftAddress) -> AircraftFlags { book.flags(of: address) }
}
