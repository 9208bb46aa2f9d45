/// What is assumed and not known, each stated once in a dossier; the numbers are those of `RankingRules`.
public enum DossierAssumption: String, CaseIterable, Sendable {
    /// Data of an aircraft say nothing of the people in it.
    case aircraftOnly = "aircraft_only"
    /// Who was not heard here is not compared.
    case heardOnly = "heard_only"
    /// What each role of aircraft is worth before anything is heard.
    case rolePriors = "role_priors"
    /// How roles follow from lists, types and operators.
    case roles
    /// Aircraft that are not on any tracker, and nobody travelling.
    case nonePriors = "none_priors"
    /// How late announced arrivals are.
    case announcedTimes = "announced_times"
    /// How fast and how high aircraft can go.
    case reach
    /// How long legs take.
    case legTimes = "leg_times"
    /// Ways are great circles.
    case greatCircles = "great_circles"
    /// How often landings are heard, and how often aircraft land where.
    case archiveRates = "archive_rates"
    /// What is taken where the archive has learned nothing.
    case usualRates = "usual_rates"
    /// That transponders are off now and then.
    case silentTransponders = "silent_transponders"
    /// Where an aircraft is that sends no position.
    case discs
    /// Where the journey begins.
    case homeBase = "home_base"
    /// That aircraft of one operator at one place within the hour belong together.
    case companions
    /// That a list misses neighbours in registration.
    case sisters
    /// That a reply without a position may be of an address one bit away.
    case oneBit = "one_bit"
    /// How much is given to a claim by its certainty.
    case claimCertainty = "claim_certainty"
    /// What people of this installation put in by hand.
    case enteredByHand = "entered_by_hand"
    /// How a text is read: days, parts of days, whose clock.
    case readingRules = "reading_rules"
    /// How often providers may be asked.
    case providers
}
