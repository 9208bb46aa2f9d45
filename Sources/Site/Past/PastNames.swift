import Aero
import Tracking

/// What an aircraft called itself, the latest of each field.
struct PastNames {
    private var values: [IdentityChange.Field: String] = [:]

    init(_ changes: some Sequence<IdentityChange> = []) { note(changes) }

    /// Later changes go before earlier ones; an empty value takes a name away.
    mutating func note(_ changes: some Sequence<IdentityChange>) {
        for change in changes { values[change.field] = change.value.isEmpty ? nil : change.value }
    }

    subscript(_ field: IdentityChange.Field) -> String? { values[field] }

    /// Members of an aircraft's object; the registration by rule where none was claimed.
    func write(_ aircraft: ArchivedAircraft, _ book: any AddressBook, to json: inout JSONWriter) {
        json.member("hex", aircraft.address.hex)
        switch aircraft.kind {
        case .icao, .other: break
        case .anonymous: json.member("address", "anonymous")
        case .ambiguous: json.member("address", "ambiguous")
        }
        json.member("callsign", self[.callsign])
        json.member("registration", self[.registration] ?? book.registration(of: aircraft.address))
        json.member("type", self[.typeCode] ?? book.typeDesignator(of: aircraft.address))
        json.member("category", self[.category])
        json.member("squawk", self[.squawk])
    }
}
