public import Aero

/// What is shown of every address now, in memory: 16 bytes an aircraft, its registration, and a place in a table of addresses.
///
/// It is a copy: whoever changed the store makes another and puts it in place of this.
public struct IdentityIndex: AircraftRegister {
    /// Registration as place and length in `text`; type and operator as numbers of `words`, 0 for none.
    private struct Entry {
        var start: UInt32
        var type: UInt32
        var who: UInt32
        var length: UInt8
        var marks: UInt8
    }

    private var places = AddressIndex()
    private var entries: [Entry] = []
    private var text: [UInt8] = []
    private var words: [String] = [""]
    private var numbers: [String: UInt32] = [:]

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
            aircraftOperator: entry.who == 0 ? nil : words[Int(entry.who)],
            marks: RegisteredAircraft.Marks(rawValue: entry.marks)
        )
    }

    /// Takes an aircraft in; one that is there already is replaced.
    mutating func add(_ aircraft: RegisteredAircraft) {
        let registration = Array((aircraft.registration ?? "").utf8.prefix(255))
        let entry = Entry(
            start: UInt32(truncatingIfNeeded: text.count),
            type: number(aircraft.type),
            who: number(aircraft.aircraftOperator),
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

    /// Ends the filling: what only it needs is let go.
    mutating func finish() { numbers = [:] }

    private mutating func number(_ word: String?) -> UInt32 {
        guard let word, !word.isEmpty else { return 0 }
        if let number = numbers[word] { return number }
        let number = UInt32(words.count)
        words.append(word)
        numbers[word] = number
        return number
    }
}
