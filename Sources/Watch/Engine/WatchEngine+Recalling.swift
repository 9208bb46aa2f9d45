extension WatchEngine {
    /// Takes what happened before the watermark to somebody of whom nothing was known, or what the register says of anybody: it is known
    /// from then on, and no rule is matched with it.
    ///
    /// A rule that is new asks about aircraft that were heard all day. Who they are and what they call themselves was said once, before it.
    public mutating func recall(_ event: WatchEvent) {
        if case .listening = event.content { return }
        guard event.time < watermark else { return }
        let known = sky.number(of: event.aircraft)
        if let known, !recalled.contains(known) { guard case .identified = event.content else { return } }
        if !isKnownUniquelyReferenced(&sky) { sky = Sky(copying: sky) }
        let number = known ?? sky.add(AircraftState(address: event.aircraft))
        if known == nil { recalled.insert(number) }
        sky.apply(event, to: number)
        updateMemberships(event, number)
    }
}
