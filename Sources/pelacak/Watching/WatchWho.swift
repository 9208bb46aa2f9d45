import Aero
import Site
import Store
import Watch

/// Who is who for the rules of a running server. Another edition is given out when lists, registers or what is hidden changed.
actor WatchWho {
    private struct Stamp: Equatable {
        var register: Int
        var lists: String
        var hidden: [Set<UInt32>]
        var isClosed: Bool
    }

    private let book: RegisterBook
    private let discretion: Discretion
    private let files: ListFiles
    private var stamp: Stamp?
    private var lists: [AircraftAddress: [String]] = [:]
    private var edition = 0

    init(book: RegisterBook, discretion: Discretion, dataFolder: String) {
        self.book = book
        self.discretion = discretion
        files = ListFiles(dataFolder: dataFolder)
    }

    func identities(at now: Timestamp) -> WatchIdentities {
        let rules = discretion.rules
        let fresh = Stamp(
            register: book.edition,
            lists: files.stamp,
            hidden: [Audience.operators, .strangers].map { audience in
                Set(
                    rules.hiddenAddresses(from: audience).filter { bits in
                        rules.hides(AircraftAddress(icao: bits), from: audience, during: now...now)
                    }
                )
            },
            isClosed: rules.hides(AircraftAddress(icao: 0), from: .strangers, during: now...now)
        )
        if fresh != stamp {
            if fresh.lists != stamp?.lists { lists = files.lists() }
            stamp = fresh
            edition += 1
        }
        let register = book.register
        return WatchIdentities(edition: edition, lists: lists, rules: rules, at: now) { address in
            (register.aircraft(address), register.belonging(of: address))
        }
    }
}
