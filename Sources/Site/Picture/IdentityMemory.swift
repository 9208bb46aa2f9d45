import Aero
import Synchronization

/// Remembers what the address book said: within an edition of it the same address gives the same, and asking costs more than remembering.
final class IdentityMemory: Sendable {
    private let book: any AddressBook
    private let memory = Mutex(Memory())

    private struct Memory {
        var edition = 0
        var known: [AircraftAddress: AircraftIdentity] = [:]
    }

    /// Aircraft remembered; when they are more, all are forgotten and asked for anew.
    private static let bound = 200_000

    init(book: any AddressBook) { self.book = book }

    /// What is known of each address, in their order.
    func identities(of addresses: some Collection<AircraftAddress>) -> [AircraftIdentity] {
        let edition = book.edition
        return memory.withLock { memory in
            if memory.edition != edition || memory.known.count + addresses.count > Self.bound {
                memory = Memory(edition: edition)
            }
            return addresses.map { address in
                if let identity = memory.known[address] { return identity }
                let identity = AircraftIdentity(
                    registration: book.registration(of: address),
                    type: book.typeDesignator(of: address),
                    description: book.typeDescription(of: address),
                    flags: book.flags(of: address)
                )
                memory.known[address] = identity
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
