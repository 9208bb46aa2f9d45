import Aero
import Foundation
import Synchronization

/// English names of the states that own blocks of addresses, as OpenSky's interface has them in its third column.
final class CountryNames: Sendable {
    private let book: any AddressBook
    private let known = Mutex<[String: String]>([:])

    init(book: any AddressBook) { self.book = book }

    /// The state's name by Unicode's locale data; empty for blocks no state owns.
    func name(of address: AircraftAddress) -> String {
        guard let code = book.state(of: address) else { return "" }
        return known.withLock { known in
            if let name = known[code] { return name }
            let name = Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
            known[code] = name
            return name
        }
    }
}
