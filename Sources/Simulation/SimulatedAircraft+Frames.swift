import Aero
import ModeS

extension SimulatedAircraft {
    /// The next frame of a kind, as sent in a state.
    mutating func frame(_ kind: MessageKind, _ state: FlightState, at time: Double) -> Frame? {
        let onGround = state.phase.isOnGround
        switch kind {
        case .position: return onGround ? surfacePosition(state) : airbornePosition(state)
        case .velocity: return onGround ? nil : velocity(state)
        case .identification:
            let field = SquitterEncoding.identification(
                set: transponder.categorySet,
                category: transponder.category,
                callsign: transponder.callsign
            )
            return squitter(field, onGround)
        case .operationalStatus: return squitter(operationalStatus(onGround), onGround)
        case .acquisition:
            let interrogator: UInt8 = generator.chance(0.1) ? UInt8(1 + generator.index(below: 15)) : 0
            return FrameEncoding.allCallReply(
                address: address,
                capability: onGround ? 4 : 5,
                interrogator: interrogator
            )
        case .reply: return reply(state, at: time)
        case .airAir: return onGround ? nil : airAir(state)
        case .statusOrTarget: return squitter(statusOrTarget(state, at: time), onGround)
        }
    }

    /// The squawk in force.
    func squawk(at time: Double) -> Squawk {
        if let emergency, emergency.contains(time) { return Squawk(rawValue: 0o7700) }
        return squawk
    }

    private func squitter(_ field: Field56, _ onGround: Bool) -> Frame {
        transponder.equipment == .relayed
            ? FrameEncoding.nonTransponder(address: address, control: 2, field: field)
            : FrameEncoding.extendedSquitter(address: address, capability: onGround ? 4 : 5, field: field)
    }

    private mutating func surfacePosition(_ state: FlightState) -> Frame? {
        guard let place = Position(latitude: state.latitude, longitude: state.longitude) else { return nil }
        sentPositions &+= 1
        let field = SquitterEncoding.surfacePosition(
            typeCode: 7,
            speed: Knots(state.speedKnots),
            track: Degrees(state.track),
            position: .surface(place, odd: sentPositions & 1 == 1)
        )
        return squitter(field, true)
    }

    private mutating func airbornePosition(_ state: FlightState) -> Frame? {
        guard let place = Position(latitude: state.latitude, longitude: state.longitude) else { return nil }
        sentPositions &+= 1
        let field = SquitterEncoding.airbornePosition(
            typeCode: transponder.airborneCode,
            altitude: Feet(state.altitude),
            position: .airborne(place, odd: sentPositions & 1 == 1)
        )
        return squitter(field, false)
    }

    private func velocity(_ state: FlightState) -> Frame {
        var velocity = VelocityEncoding()
        velocity.isIFRCapable = transponder.equipment != .version2
        velocity.accuracy = transponder.nacV
        velocity.verticalRate = FeetPerMinute(state.rate)
        velocity.rateIsBarometric = transponder.rateIsBarometric
        velocity.geometricMinusBarometric = Feet(transponder.geometricDifference)
        let track = state.track * Trigonometry.radiansPerDegree
        let field = velocity.overGround(
            east: Knots(state.speedKnots * Trigonometry.sine(track)),
            north: Knots(state.speedKnots * Trigonometry.cosine(track))
        )
        return squitter(field, false)
    }

    private func operationalStatus(_ onGround: Bool) -> Field56 {
        let version: UInt8 = transponder.equipment == .version2 ? 2 : 1
        var status = OperationalStatusEncoding(version: version, onGround: onGround)
        status.hasTCAS = kind.range != nil
        status.sda = 2
        status.nacP = transponder.nacP
        status.nacV = transponder.nacV
        status.gva = 2
        status.sil = transponder.sil
        status.bit53 = !onGround
        status.sizeCode = transponder.sizeCode
        return status.field
    }

    private mutating func statusOrTarget(_ state: FlightState, at time: Double) -> Field56 {
        sentStatuses &+= 1
        if transponder.equipment != .version2 || state.phase.isOnGround || sentStatuses & 3 == 0 {
            let inEmergency = emergency?.contains(time) ?? false
            return SquitterEncoding.emergencyStatus(state: inEmergency ? 1 : 0, squawk: squawk(at: time))
        }
        var target = TargetStateEncoding()
        target.selectedAltitude = Feet(selectedAltitude(state))
        target.pressureSetting = 1013.6
        target.selectedHeading = Degrees(state.track)
        target.nacP = transponder.nacP
        target.nicBaro = true
        target.sil = transponder.sil
        target.hasTCAS = kind.range != nil
        target.modes =
            state.phase == .cruise
            ? [.autopilot, .altitudeHold, .lateralNavigation] : [.autopilot, .lateralNavigation]
        return target.field
    }

    private func selectedAltitude(_ state: FlightState) -> Double {
        switch state.phase {
        case .climb, .cruise: leg.cruiseAltitude
        case .descent: 10_000
        default: 3_000
        }
    }

    private mutating func airAir(_ state: FlightState) -> Frame {
        if generator.chance(0.05) {
            return FrameEncoding.longAirAir(
                address: address,
                onGround: false,
                sensitivity: 6,
                replyInformation: 3,
                altitude: Feet(state.altitude),
                field: Field56(rawValue: 0x30 << 48)
            )
        }
        return FrameEncoding.shortAirAir(
            address: address,
            onGround: false,
            sensitivity: kind.range == nil ? 0 : 6,
            replyInformation: kind.range == nil ? 0 : 3,
            altitude: Feet(state.altitude)
        )
    }

    private mutating func reply(_ state: FlightState, at time: Double) -> Frame {
        sentReplies &+= 1
        let status: UInt8 = (state.phase.isOnGround ? 1 : 0) + (emergency?.contains(time) ?? false ? 2 : 0)
        let register = state.phase.isOnGround ? nil : register(sentReplies & 7, state)
        if sentReplies & 1 == 0 {
            return FrameEncoding.altitudeReply(
                address: address,
                flightStatus: status,
                altitude: Feet(state.altitude),
                register: register
            )
        }
        return FrameEncoding.identityReply(
            address: address,
            flightStatus: status,
            squawk: squawk(at: time),
            register: register
        )
    }

    /// What the radars ask for by turns; `nil` for a reply without a register.
    private func register(_ turn: Int, _ state: FlightState) -> Field56? {
        guard kind.range != nil else { return nil }
        switch turn {
        case 0:
            return CommBEncoding.selectedVerticalIntention(
                panelAltitude: Feet(selectedAltitude(state)),
                managedAltitude: nil,
                pressureSetting: 1013.2,
                source: 2
            )
        case 2, 5: return trackAndTurn(state)
        case 3, 6: return headingAndSpeed(state)
        case 7: return CommBEncoding.identification(callsign: transponder.callsign)
        case 4: return CommBEncoding.commonUsageCapability([0x05, 0x06, 0x07, 0x08, 0x09, 0x20, 0x40, 0x50, 0x60])
        default: return nil
        }
    }

    private func trackAndTurn(_ state: FlightState) -> Field56 {
        let roll = Trigonometry.arcTangent(y: state.speed * state.speed * state.curvature, x: 9.80665)
        return CommBEncoding.trackAndTurn(
            roll: Degrees(roll / Trigonometry.radiansPerDegree),
            track: Degrees(state.track),
            groundSpeed: Knots(state.speedKnots),
            turnRate: state.speed * state.curvature / Trigonometry.radiansPerDegree,
            trueAirspeed: Knots(state.speedKnots)
        )
    }

    private func headingAndSpeed(_ state: FlightState) -> Field56? {
        // The simulated day is a standard one.
        guard let air = StandardAtmosphere(pressureAltitude: Feet(state.altitude)),
            let mach = air.mach(trueAirspeed: Knots(state.speedKnots)),
            let calibrated = air.calibratedAirspeed(mach: mach)
        else { return nil }
        return CommBEncoding.headingAndSpeed(
            heading: Degrees(state.track),
            indicatedAirspeed: calibrated,
            mach: mach,
            barometricRate: FeetPerMinute(state.rate),
            inertialRate: FeetPerMinute(state.rate)
        )
    }
}
