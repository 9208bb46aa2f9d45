public import Aero

/// What is shown of every address now, in memory: 20 bytes an aircraft, its registration, and a place in a table of addresses.
///
/// It is a copy: whoever changed the store makes another and puts it in place of this.
public struct IdentityIndex: AircraftRegister {
    /// Registration as place and length in `text`; type, model and operator as numbers of `words`, 0 for none; who says it as a place in
    /// `claimants`.
    private struct Entry {
        var start: UInt32
        var type: UInt32
        var model: UInt32
        var who: UInt32
        var claimants: UInt16
        var length: UInt8
        var marks: UInt8
    }

    private var places = AddressIndex()
    private var entries: [Entry] = []
    private var text: [UInt8] = []
    private var words: [String] = [""]
    private var numbers: [String: UInt32] = [:]
    /// Few sources say it in few combinations: the first is nobody, and stands also for those beyond 65,535.
    private var claimants = [RegisteredAircraft.Claimants()]
    private var claimantNumbers: [RegisteredAircraft.Claimants: UInt16] = [:]
    /// Of those few that belong anywhere.
    private var belongings: [UInt32: AircraftBelonging] = [:]

    public init() {}

    /// Aircraft in it.
    public var count: Int { entries.count }

    public func aircraft(_ address: AircraftAddress) -> RegisteredAircraft? {
        guard let place = places[address] else { return nil }
        let entry = entries[place]
        let start = Int(entry.start)
        return RegisteredAircraft(
            address: address,
            registration: entry.length == 0
                ? nil : String(decoding: text[start..<start + Int(entry.length)], as: UTF8.self),
            type: entry.type == 0 ? nil : words[Int(entry.type)],
            model: entry.model == 0 ? nil : words[Int(entry.model)],
            aircraftOperator: entry.who == 0 ? nil : words[Int(entry.who)],
            marks: RegisteredAircraft.Marks(rawValue: entry.marks),
            claimants: claimants[Int(entry.claimants)]
        )
    }

    /// Where an aircraft belongs; `nil` where nothing says.
    public func belonging(of address: AircraftAddress) -> AircraftBelonging? { belongings[address.rawValue] }

    /// Who bears a mark, in no particular order.
    public func addresses(marked mark: RegisteredAircraft.Marks) -> [AircraftAddress] {
        places.all.compactMap { key, place in
            guard RegisteredAircraft.Marks(rawValue: entries[place].marks).isSuperset(of: mark) else { return nil }
            return key < 1 << 24 ? AircraftAddress(icao: key) : AircraftAddress(other: key)
        }
    }

    /// Makes room at once: arrays that grow hold up to three times what they need for a moment.
    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(count)
        // A registration with its hyphen has seven or eight letters.
        text.reserveCapacity(count * 8)
    }

    /// Takes an aircraft in; one that is there already is replaced.
    mutating func add(_ aircraft: RegisteredAircraft) {
        let registration = Array((aircraft.registration ?? "").utf8.prefix(255))
        let entry = Entry(
            start: UInt32(truncatingIfNeeded: text.count),
            type: number(aircraft.type),
            model: number(aircraft.model),
            who: number(aircraft.aircraftOperator),
            claimants: number(aircraft.claimants),
            length: UInt8(registration.count),
            marks: aircraft.marks.rawValue
        )
        text += registration
        if let place = places[aircraft.address] {
            entries[place] = entry
        } else {
            places[aircraft.address] = entries.count
            entries.append(entry)
        }
    }

    mutating func add(_ belonging: AircraftBelonging, of address: AircraftAddress) {
        if !belonging.isEmpty { belongings[address.rawValue] = belonging }
    }

    /// Ends the filling: what only it needs is let go.
    mutating func finish() {
        numbers = [:]
        claimantNumbers = [:]
    }

    private mutating func number(_ who: RegisteredAircraft.Claimants) -> UInt16 {
        guard who != claimants[0] else { return 0 }
        if let number = claimantNumbers[who] { return number }
        guard let number = UInt16(exactly: claimants.count) else { return 0 }
        claimants.append(who)
        claimantNumbers[who] = number
        return number
    }

    private mutating func number(_ word: String?) -> UInt32 {
        guard let word, !word.isEmpty else { return 0 }
        if let number = numbers[word] { return number }
        let number = UInt32(words.count)
        words.append(word)
        numbers[word] = number
        return number
    }
}
