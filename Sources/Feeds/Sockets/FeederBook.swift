import Synchronization

/// The feeders that are known by a key. All listeners look into one book, and it may be written anew while they run: who has lost his
/// name or key is disconnected, everybody else stays.
public final class FeederBook: Sendable {
    private struct State {
        var feeders: [RegisteredFeeder]
        var registers: [ObjectIdentifier: FeederRegister] = [:]
    }

    private let state: Mutex<State>
    private let writings = Atomic(0)

    public init(_ feeders: [RegisteredFeeder] = []) { state = Mutex(State(feeders: feeders)) }

    public var feeders: [RegisteredFeeder] { state.withLock { $0.feeders } }

    /// Writes the book anew. Allowances hold from the next bytes of a feeder on.
    public func replace(with feeders: [RegisteredFeeder]) {
        let registers = state.withLock { state in
            state.feeders = feeders
            return Array(state.registers.values)
        }
        writings.add(1, ordering: .releasing)
        for register in registers { register.keep(those: { self.holds($0) }) }
    }

    /// How often it was written: whoever remembers the number need not look again.
    var edition: Int { writings.load(ordering: .acquiring) }

    /// The same name with the same key as it stands in the book now; `nil` when there is none.
    func current(_ feeder: RegisteredFeeder) -> RegisteredFeeder? {
        feeders.first { $0.name == feeder.name && $0.key.matches(feeder.key) }
    }

    func holds(_ feeder: RegisteredFeeder) -> Bool { current(feeder) != nil }

    /// A listener's connections are looked through whenever the book is written.
    func attach(_ register: FeederRegister) {
        state.withLock { $0.registers[ObjectIdentifier(register)] = register }
    }

    func detach(_ register: FeederRegister) { state.withLock { $0.registers[ObjectIdentifier(register)] = nil } }
}
