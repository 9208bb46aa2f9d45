import Aero
import Foundation
import Site
import Store

/// The address book of commands: it asks the store for the few aircraft that an answer names, as a server answers from its copy.
struct StoredBook: RegisteredBook {
    private let register: StoredRegister?
    /// The operator's own lists, which mark aircraft too.
    private let rules: SuppressionRules

    /// - Parameter folder: the data folder; where it holds no lists, or none that can be read, the rules of the states are left.
    init(folder: String, rules: SuppressionRules = .none) {
        self.rules = rules
        guard FileManager.default.fileExists(atPath: "\(folder)/\(IdentityStore.name)") else {
            register = nil
            return
        }
        do throws(IdentityError) {
            register = StoredRegister(store: try IdentityStore(folder: folder), time: TimeText.now)
        } catch {
            StandardError.line("pelacak: \(error); registrations are told by the address alone")
            register = nil
        }
    }

    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { register?.aircraft(address) }

    func flags(of address: AircraftAddress) -> AircraftFlags {
        var flags = AircraftFlags(registered(address)?.marks ?? [])
        let reasons = rules.reasons(of: address, at: TimeText.now)
        if reasons.contains(.ladd) { flags.insert(.limitedDisplay) }
        if reasons.contains(.pia) { flags.insert(.privacyAddress) }
        return flags
    }
}
