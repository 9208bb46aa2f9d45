import Aero
import ModeS

extension Track {
    /// Takes what a message says, positions apart.
    ///
    /// - Returns: which register a Comm-B reply holds; `nil` for every other message.
    mutating func take(_ message: Message, _ reception: inout Reception) -> RegisterChoice? {
        switch message.content {
        case .surveillance(let reply):
            take(reply, &reception)
            guard let mb = reply.commB else { return nil }
            return take(commB: mb, of: reply, frame: message.frame, &reception)
        case .airAir(let reply):
            take(reply, &reception)
            if let advisory = reply.coordination.flatMap(BDS30.init(coordination:)) {
                take(advisory, frame: message.frame, reception)
            }
        case .allCall(let capability): reception.put(capability.isOnGround, into: &isOnGround)
        case .squitter(let squitter):
            take(squitter, &reception)
            if case .resolutionAdvisory(let field) = squitter.content, let advisory = BDS30(afterTypeCode: field) {
                take(advisory, frame: message.frame, reception)
            }
        case .extendedLength, .opaque: break
        }
        return nil
    }

    private mutating func take(_ reply: SurveillanceReply, _ reception: inout Reception) {
        reception.put(reply.flightStatus.isOnGround, into: &isOnGround)
        reception.put(reply.flightStatus.isAlert, into: &isAlert)
        reception.put(reply.flightStatus.isIdent, into: &isIdent)
        switch reply.code {
        case .altitude(let code): put(barometric: code.altitude, &reception)
        case .identity(let code): reception.put(code, into: &squawk)
        }
    }

    private mutating func put(barometric altitude: Feet?, _ reception: inout Reception) {
        guard let altitude else { return }
        reception.put(altitude, into: &barometricAltitude)
        guard let difference = geometricMinusBarometric, reception.rank == 0,
            !isOvertaken(barometricAltitude, reception, before: difference.time)
        else { return }
        derive(geometric: altitude + difference.value, difference.time, reception)
    }

    private mutating func take(_ reply: AirAirReply, _ reception: inout Reception) {
        put(barometric: reply.altitude.altitude, &reception)
        // Some transponders leave VS at "airborne" for ever, so that only "ground" tells something, and only where nothing better does.
        if reply.isOnGround, isOnGround.map({ reception.time.seconds(since: $0.time) > 60 }) ?? true {
            reception.put(true, into: &isOnGround)
        }
    }

    private mutating func take(_ squitter: ExtendedSquitter, _ reception: inout Reception) {
        if squitter.source == .transponder { reception.put(squitter.capability?.isOnGround, into: &isOnGround) }
        switch squitter.content {
        case .identification(let identification):
            reception.put(identification.callsign.text, into: &callsign)
            reception.put(identification.category, into: &category)
        case .airbornePosition(let position):
            if position.isGeometric {
                reception.put(position.altitude.altitude, into: &geometricAltitude)
            } else {
                put(barometric: position.altitude.altitude, &reception)
            }
            if position.typeCode != 0 { reception.put(false, into: &isOnGround) }
            reception.put(position.surveillanceStatus == 1 || position.surveillanceStatus == 2, into: &isAlert)
            reception.put(position.surveillanceStatus == 3, into: &isIdent)
        case .coarsePosition(let position):
            reception.put(position.altitude.altitude, into: &barometricAltitude)
            reception.put(position.track, into: &track)
            reception.put(position.groundSpeed, into: &groundSpeed)
            reception.put(false, into: &isOnGround)
        case .surfacePosition(let position): take(position, &reception)
        case .velocity(let velocity): take(velocity, &reception)
        case .status(let status):
            // A repaired frame never raises an emergency, nor a squawk that could be one.
            if reception.isRepaired { break }
            reception.put(status.emergency, into: &emergency)
            reception.put(status.squawk, into: &squawk)
        case .targetState(let state): take(state, &reception)
        case .operationalStatus(let status): take(status, &reception)
        case .resolutionAdvisory, .test, .systemStatus, .opaque: break
        }
    }

    private mutating func take(_ position: SurfacePosition, _ reception: inout Reception) {
        reception.put(true, into: &isOnGround)
        reception.put(position.movement.groundSpeed(version: adsbVersion ?? 0), into: &groundSpeed)
        guard let direction = position.track else { return }
        guard isSurfaceDirectionHeading?.value == true else {
            reception.put(direction, into: &track)
            return
        }
        putHeading(direction, &reception)
    }

    private mutating func take(_ velocity: AirborneVelocity, _ reception: inout Reception) {
        switch velocity.motion {
        case .ground:
            reception.put(velocity.groundSpeed, into: &groundSpeed)
            reception.put(velocity.track, into: &track)
        case .air(let heading, let speed, let isTrueAirspeed):
            if let heading { putHeading(heading, &reception) }
            if isTrueAirspeed {
                reception.put(speed, into: &trueAirspeed)
            } else {
                reception.put(speed, into: &indicatedAirspeed)
            }
        }
        if velocity.isRateBarometric {
            reception.put(velocity.verticalRate, into: &barometricRate)
        } else {
            reception.put(velocity.verticalRate, into: &geometricRate)
        }
        reception.put(velocity.nacP, into: &nacP)
        if (adsbVersion ?? 0) >= 1, velocity.nacP == nil { reception.put(velocity.nacV, into: &nacV) }
        guard let difference = velocity.geometricMinusBarometric else { return }
        reception.put(difference, into: &geometricMinusBarometric)
        if let barometricAltitude, barometricAltitude.rank == 0,
            !isOvertaken(geometricMinusBarometric, reception, before: barometricAltitude.time)
        {
            derive(geometric: barometricAltitude.value + difference, barometricAltitude.time, reception)
        }
    }

    /// Whether a newer value of the same kind goes with what was heard at an instant.
    @inline(__always)
    private func isOvertaken<Value>(_ newest: Known<Value>?, _ reception: Reception, before time: Timestamp) -> Bool {
        newest.map { $0.time > reception.time && $0.time <= time } ?? false
    }

    /// Geometric altitude from the barometric one and the difference of both, whichever of the two came last.
    ///
    /// - Parameter time: of the other of the two.
    private mutating func derive(geometric altitude: Feet, _ time: Timestamp, _ reception: Reception) {
        guard reception.time.seconds(since: time).magnitude <= 2 else { return }
        var derived = reception
        derived.time = max(reception.time, time)
        if let geometricAltitude, geometricAltitude.source.isObserved,
            derived.time.seconds(since: geometricAltitude.time) <= 10
        {
            return
        }
        derived.put(altitude, into: &geometricAltitude, source: .inference(.barometricDifference))
    }

    private mutating func take(_ state: TargetState, _ reception: inout Reception) {
        if state.isFlightManagement {
            reception.put(state.selectedAltitude, into: &managedAltitude)
        } else {
            reception.put(state.selectedAltitude, into: &selectedAltitude)
        }
        reception.put(state.pressureSetting, into: &pressureSetting)
        reception.put(state.selectedHeading, into: &selectedHeading)
        reception.put(state.modes, into: &modes)
        // Subtype 0 says "operational or not known" with one value.
        if state.subtype == 1 || state.isTCASOperational == false {
            reception.put(state.isTCASOperational, into: &isTCASOperational)
        }
        reception.put(state.nacP, into: &nacP)
        reception.put(state.nicBaro, into: &nicBaro)
        reception.put(state.sil, into: &sil)
        reception.put(state.silSupplement, into: &isSILPerSample)
        if !reception.isRepaired { reception.put(state.emergency, into: &emergency) }
    }

    private mutating func take(_ status: OperationalStatus, _ reception: inout Reception) {
        reception.put(status, into: &operationalStatus)
        reception.put(status.nacP, into: &nacP)
        reception.put(status.nacV, into: &nacV)
        reception.put(status.sil, into: &sil)
        reception.put(status.silSupplement, into: &isSILPerSample)
        reception.put(status.sda, into: &sda)
        reception.put(status.gva, into: &gva)
        reception.put(status.nicBaro, into: &nicBaro)
        reception.put(status.nicSupplementA, into: &nicSupplementA)
        reception.put(status.nicSupplementC, into: &nicSupplementC)
        reception.put(status.isSurfaceDirectionHeading, into: &isSurfaceDirectionHeading)
    }

    /// Headings are magnetic unless operational status says otherwise.
    private mutating func putHeading(_ heading: Degrees, _ reception: inout Reception) {
        if operationalStatus?.value.isHeadingMagnetic == false {
            reception.put(heading, into: &trueHeading)
        } else {
            reception.put(heading, into: &magneticHeading)
        }
    }

    /// The quality of a position with this type code, by the supplements heard in the last 30 s.
    @inline(__always)
    func quality(typeCode: UInt8, nicSupplementB: Bool, at time: Timestamp) -> PositionQuality {
        func fresh(_ supplement: Known<Bool>?) -> Bool {
            guard let supplement, time.seconds(since: supplement.time) <= 30 else { return false }
            return supplement.value
        }
        return PositionQuality(
            typeCode: typeCode,
            supplements: PositionQuality.Supplements(
                version: operationalStatus?.value.version ?? 0,
                a: fresh(nicSupplementA),
                b: nicSupplementB,
                c: fresh(nicSupplementC)
            )
        )
    }
}
