import Aero

/// What is kept from strangers in general, and how often requests were granted: the policy, no aircraft.
struct DiscretionDocument: Sendable {
    private let discretion: Discretion
    private let place: String
    private let protection: PlaceProtection

    init(_ discretion: Discretion, _ configuration: SiteConfiguration) {
        self.discretion = discretion
        let isExact = configuration.tellsReceptionToStrangers
        protection = PlaceProtection(discretion.shownSky, isExact: isExact)
        place = isExact ? "exact" : configuration.publicReceiverPlace == nil ? "hidden" : "blurred"
    }

    func write(to json: inout JSONWriter) {
        let shown = discretion.shownSky
        json.beginObject()
        json.member("place", place)
        json.member("protection", protection.rawValue)
        json.member("ladd", discretion.limitedDisplay.rawValue)
        if discretion.publicDelay > 0 { json.member("delay", Int(discretion.publicDelay.rounded(.up))) }
        if let floor = shown.floor { json.member("floor", Int(floor.rawValue)) }
        if shown.middle != nil, let range = shown.range { json.member("range", Int(range.rawValue)) }
        if let contact = discretion.contact { json.member("contact", contact) }
        if let day = discretion.consideredOn { json.member("considered", day) }
        let decisions = discretion.decisions
        if !decisions.isEmpty {
            json.key("decisions")
            json.beginArray()
            for decision in decisions {
                json.beginObject()
                json.member("reason", decision.reason.rawValue)
                json.member("granted", decision.granted)
                json.member("refused", decision.refused)
                json.member("withdrawn", decision.withdrawn)
                json.member("lists", decision.lists)
                json.member("lastDay", decision.lastDay)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
    }
}
