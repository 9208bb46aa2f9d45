import Aero
import ModeS

extension Track {
    /// Infers which register a Comm-B reply holds, and takes what it says if that is clear.
    mutating func take(
        commB mb: Field56,
        of reply: SurveillanceReply,
        frame: Frame,
        _ reception: inout Reception
    ) -> RegisterChoice {
        var altitude: Feet?
        if case .altitude(let code) = reply.code { altitude = code.altitude }
        let context = FlightContext(self, at: reception.time, altitude: altitude)
        let choice = chooser.choose(mb, context: context, at: reception.time)
        commB.note(choice)
        if let content = choice.content { take(content, frame, &reception) }
        return choice
    }

    /// Takes a register's values, each marked with the register it came from.
    private mutating func take(_ content: RegisterContent, _ frame: Frame, _ reception: inout Reception) {
        reception.register = content.register
        switch content {
        case .bds17(let capability): reception.put(capability.registers, into: &servedRegisters)
        case .bds30(let advisory): take(advisory, frame: frame, reception)
        case .bds20(let identification): reception.put(identification.callsign.text, into: &callsign)
        case .bds40(let selection): take(selection, &reception)
        case .bds44(let weather): take(weather, &reception)
        case .bds45(let weather):
            reception.put(weather.temperature.map(Celsius.init(rawValue:)), into: &temperature)
            reception.put(weather.pressure, into: &staticPressure)
        case .bds50(let turn): take(turn, &reception)
        case .bds53(let state): take(state, &reception)
        case .bds60(let speeds): take(speeds, &reception)
        default: break
        }
        reception.register = nil
    }

    private mutating func take(_ selection: BDS40, _ reception: inout Reception) {
        reception.put(selection.panelAltitude, into: &selectedAltitude)
        reception.put(selection.managedAltitude, into: &managedAltitude)
        reception.put(selection.pressureSetting, into: &pressureSetting)
    }

    private mutating func take(_ turn: BDS50, _ reception: inout Reception) {
        reception.put(turn.roll, into: &roll)
        reception.put(turn.trackRate, into: &trackRate)
        reception.put(turn.trueAirspeed, into: &trueAirspeed)
        // Finer in the aircraft's own velocity message, where it sends one.
        if isStale(groundSpeed, reception) { reception.put(turn.groundSpeed, into: &groundSpeed) }
        if isStale(track, reception) { reception.put(turn.trueTrack, into: &track) }
        derive(reception)
    }

    private mutating func take(_ speeds: BDS60, _ reception: inout Reception) {
        reception.put(speeds.magneticHeading, into: &magneticHeading)
        reception.put(speeds.indicatedAirspeed, into: &indicatedAirspeed)
        reception.put(speeds.mach, into: &mach)
        if isStale(barometricRate, reception) { reception.put(speeds.barometricRate, into: &barometricRate) }
        // Inertial sensors measure against the earth, as satellites do.
        if isStale(geometricRate, reception) { reception.put(speeds.inertialRate, into: &geometricRate) }
        derive(reception)
    }

    private mutating func take(_ state: BDS53, _ reception: inout Reception) {
        reception.put(state.magneticHeading, into: &magneticHeading)
        reception.put(state.indicatedAirspeed, into: &indicatedAirspeed)
        reception.put(state.mach, into: &mach)
        reception.put(state.trueAirspeed, into: &trueAirspeed)
        derive(reception)
    }

    private mutating func take(_ weather: BDS44, _ reception: inout Reception) {
        if let speed = weather.windSpeed, let direction = weather.windDirection {
            reception.put(Wind(direction: direction, speed: speed), into: &wind)
        }
        reception.put(Celsius(weather.temperature), into: &temperature)
        reception.put(weather.pressure, into: &staticPressure)
        reception.put(weather.humidity, into: &humidity)
    }

    /// Whether a value from an extended squitter no longer stands.
    private func isStale<Value>(_ known: Known<Value>?, _ reception: Reception) -> Bool {
        guard let known, case .frame = known.source else { return true }
        return reception.time.seconds(since: known.time) > 5
    }
}
