import Aero
import Foundation
import Site
import Store

/// Who is who for commands: read off the database that the server reads, each time anew.
struct StoredIdentities: IdentityDesk {
    private let store: IdentityStore

    /// - Returns: `nil` where no list was brought in yet.
    init?(folder: String) throws(Failure) {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(IdentityStore.name)") else { return nil }
        store = try IdentityOptions.run { () throws(IdentityError) in try IdentityStore(folder: folder) }
    }

    /// Under which terms the lists came.
    func terms() throws(Failure) -> IdentityTerms {
        let store = store
        return IdentityTerms(try IdentityOptions.run { () throws(IdentityError) in try store.licences() })
    }

    func identity(of address: AircraftAddress, known: Timestamp?) async throws(IdentityDeskError) -> HeldIdentity {
        do throws(IdentityError) { return try store.held(around: address, known: known, in: Nobody()) } catch {
            throw .unreadable
        }
    }

    func addresses(bearing registration: String, limit: Int) async throws(IdentityDeskError) -> [AircraftAddress] {
        do throws(IdentityError) { return try store.addresses(bearing: registration, limit: limit) } catch {
            throw .unreadable
        }
    }

    /// Sisters are not asked for here.
    private struct Nobody: AircraftRegister {
        func aircraft(_ address: AircraftAddress) -> RegisteredAircraft? { nil }
    }
}
