/// What the address book says of an aircraft.
struct AircraftIdentity: Hashable, Sendable {
    let registration: String?
    /// ICAO designator of the type.
    let type: String?
    let description: String?
    let flags: AircraftFlags
    /// The same as members of readsb's interface, each with a comma before it: ready for copying. Empty when nothing is known.
    let json: [UInt8]

    init(registration: String? = nil, type: String? = nil, description: String? = nil, flags: AircraftFlags = []) {
        self.registration = registration
        self.type = type
        self.description = description
        self.flags = flags
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("r", registration)
        json.member("t", type)
        json.member("desc", description)
        if !flags.isEmpty { json.member("dbFlags", flags.rawValue) }
        let members = json.bytes.dropFirst()
        self.json = members.isEmpty ? [] : [UInt8(ascii: ",")] + members
    }
}
