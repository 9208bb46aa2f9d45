import Aero
import Foundation
import Site
import Store

/// Aircraft of states as lists have them, heard or not.
struct StateFleet: Sendable {
    /// The folder of the identities.
    let folder: String
    /// Addresses of one state at most.
    static let most = 200

    /// Addresses on the list of state aircraft that are of a state, rising.
    func addresses(of state: StateCode) -> [AircraftAddress] {
        addresses().filter { AddressBlocks.state(of: $0) == state }.prefix(Self.most).map(\.self)
    }

    /// Addresses on the list of state aircraft, rising; empty where there are no lists, or none can be read.
    func addresses() -> [AircraftAddress] {
        guard FileManager.default.fileExists(atPath: folder + "/" + IdentityStore.name),
            let store = try? IdentityStore(folder: folder), let members = try? store.members(of: Self.list)
        else { return [] }
        defer { try? store.close() }
        var found: Set<AircraftAddress> = []
        for subject in Set(members.filter { $0.polarity == .says }.map(\.subject)) {
            switch subject {
            case .address(let address): found.insert(address)
            case .airframe: found.formUnion(Self.addresses(of: subject, in: store))
            }
        }
        return found.sorted { $0.rawValue < $1.rawValue }
    }

    /// The list that comes with the program.
    static let list = "state aircraft"

    /// Who carries an airframe's registration; where nobody says it, the address that the state's rule gives.
    private static func addresses(of subject: IdentitySubject, in store: IdentityStore) -> [AircraftAddress] {
        let facts = (try? store.facts(of: [subject], known: TimeText.now)) ?? []
        let marks = Set(facts.filter { $0.relation == .registration && $0.polarity == .says }.map(\.object))
        return marks.flatMap { mark in
            let known = (try? store.addresses(bearing: mark, limit: 5)) ?? []
            return known.isEmpty ? [Registration.address(of: mark)].compactMap(\.self) : known
        }
    }
}
