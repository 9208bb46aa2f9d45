public import Aero

/// What an aircraft is beside the state whose head travels: by lists first, then by its operator, its type and its callsign.
///
/// Nothing of it is certain; a dossier says so (`DossierAssumption.roles`).
public struct RoleRules: Sendable {
    /// The state whose head travels; `nil` where it is not known, and then no aircraft is of its fleet.
    public let state: StateCode?

    public init(state: StateCode?) { self.state = state }

    /// - Parameters:
    ///   - callsign: the last it used; `nil` for none.
    ///   - isListed: whether a list says that it flies for a government.
    public func role(of aircraft: RegisteredAircraft, callsign: String?, isListed: Bool) -> AircraftRole {
        let isNational = state.map { RoleRules.states(of: aircraft).contains($0) } ?? false
        if let type = aircraft.type, Self.fighters.contains(type) { return .fighter }
        if isListed { return isNational ? .subjectFleet : .otherGovernment }
        let who = aircraft.aircraftOperator.map(Self.words) ?? []
        if Self.isGovernment(who) { return isNational ? .subjectFleet : .otherGovernment }
        if aircraft.marks.contains(.military) || Self.isMilitary(who) { return .military }
        if let type = aircraft.type, Self.businessJets.contains(type) {
            return isNational && who.isEmpty ? .unlisted : .businessJet
        }
        let isAirline = callsign.map(Self.isAirlineCallsign) ?? false
        if isAirline { return .airliner }
        // One of the state's own, of a size that carries delegations, of which nobody says who flies it and which does not call itself an airline.
        if isNational, who.isEmpty, aircraft.type.map(Self.isTransport) ?? (callsign != nil) { return .unlisted }
        return aircraft.type.map(Self.isTransport) ?? false ? .airliner : .businessJet
    }

    /// The states an aircraft points to by its address and its registration.
    public static func states(of aircraft: RegisteredAircraft) -> Set<StateCode> {
        var states = Set(aircraft.registration.map { NationalityMarks.states(of: $0) } ?? [])
        if let state = AddressBlocks.state(of: aircraft.address) { states.insert(state) }
        return states
    }

    /// Three letters of an operator and a flight number, as airlines call themselves.
    static func isAirlineCallsign(_ callsign: String) -> Bool {
        let text = Array(callsign.utf8)
        guard (4...8).contains(text.count), text.prefix(3).allSatisfy(isLetter), isDigit(text[3]) else { return false }
        return text.dropFirst(3).allSatisfy { isDigit($0) || isLetter($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Words in small letters.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map { String($0) }
    }

    private static func isGovernment(_ words: [String]) -> Bool {
        words.contains {
            ["government", "governmental", "presidential", "president", "royal", "pemerintah"].contains($0)
        }
            && !isMilitary(words) && !words.contains("airlines") && !words.contains("airways")
            || has("state", "secretariat", in: words) || has("special", "flight", in: words)
            || has("state", "flight", in: words)
    }

    private static func isMilitary(_ words: [String]) -> Bool {
        has("air", "force", in: words)
            || words.contains { ["navy", "naval", "army", "military", "defence", "defense", "luftwaffe"].contains($0) }
    }

    private static func has(_ one: String, _ other: String, in words: [String]) -> Bool {
        zip(words, words.dropFirst()).contains { $0 == one && $1 == other }
    }

    private static func isTransport(_ type: String) -> Bool {
        transports.contains { type.hasPrefix($0) } || exactTransports.contains(type)
    }
}
