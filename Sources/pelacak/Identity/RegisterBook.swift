import Aero
import Site
import Store
import Synchronization

/// What is shown of an address without asking the sky: what lists and registers say, else the rules of the states.
///
/// Asked for every aircraft of every second: it looks into a copy in memory, which is put in place as a whole.
final class RegisterBook: RegisteredBook {
    /// The copy, on the heap: who asks holds it while another takes its place.
    private final class Shelf: Sendable {
        let index: IdentityIndex
        init(_ index: IdentityIndex) { self.index = index }
    }

    private let shown = Mutex((shelf: Shelf(IdentityIndex()), edition: 0))

    /// Puts another copy in place.
    func replace(with index: IdentityIndex) {
        let shelf = Shelf(index)
        shown.withLock { $0 = (shelf, $0.edition + 1) }
    }

    var edition: Int { shown.withLock { $0.edition } }
    var register: IdentityIndex { shelf.index }

    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { shelf.index.aircraft(address) }

    private var shelf: Shelf { shown.withLock { $0.shelf } }
}
