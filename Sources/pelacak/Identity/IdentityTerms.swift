import Aero
import Store

/// Under which terms came what the lists say that were brought in, by the names of their sources.
struct IdentityTerms {
    private let licences: [String: LicenceTag]

    init(_ licences: [String: LicenceTag]) { self.licences = licences }

    /// The licence of a source; `unknown` for one that no list here is of.
    func licence(of source: String) -> LicenceTag { licences[source] ?? .unknown }

    /// Of aircraft together, of whom nothing is told but what may be handed on: the one that binds most.
    func licence(of aircraft: [RegisteredAircraft]) -> LicenceTag {
        let licences = Self.sources(of: aircraft).map(licence)
        let known = licences.filter(\.isRedistributable)
        let most = LicenceTag.mostBinding(of: known)
        // Rows of one source may have terms of their own; those of which nothing is written here bind as the strictest that may go out.
        return most.isRedistributable && known.count < licences.count ? .openDatabase : most
    }

    /// Who says what is told of aircraft, each once, in the order of names.
    static func sources(of aircraft: some Sequence<RegisteredAircraft>) -> [String] {
        let names = aircraft.flatMap { [$0.claimants.registration, $0.claimants.type, $0.claimants.aircraftOperator] }
        return Set(names.compactMap(\.self)).sorted()
    }
}
