import Aero
import Synchronization

/// Remembers what the address book said: the same address always gives the same, and asking costs more than remembering.
final class IdentityMemory: Sendable {
    private let book: any AddressBook
    private let known = Mutex<[AircraftAddress: AircraftIdentity]>([:])

    /// Aircraft remembered; when they are more, all are forgotten and asked for anew.
    private static let bound = 200_000

    init(book: any AddressBook) { self.book = book }

    /// What is known of each address, in their order.
    func identities(of addresses: some Collection<AircraftAddress>) -> [AircraftIdentity] {
        known.withLock { known in
            if known.count + addresses.count > Self.bound { known.removeAll() }
            return addresses.map { address in
                if let identity = known[address] { return identity }
                let identity = AircraftIdentity(
                    registration: book.registration(of: address),
                    type: book.typeDesignator(of: address),
                    description: book.typeDescription(of: address),
                    flags: book.flags(of: address)
                )
                known[address] = identity
                return identity
            }
        }
    }
}

/// A book with nothing in it.
struct EmptyAddressBook: AddressBook {
    func registration(of address: AircraftAddress) -> String? { nil }
    func state(of address: AircraftAddress) -> String? { nil }
}
