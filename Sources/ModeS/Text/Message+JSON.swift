public import Aero

extension Message {
    /// The message as one JSON object; keys are those of pyModeS 3 where it has the field.
    ///
    /// - Parameters:
    ///   - received: adds time, level and repaired bits.
    ///   - position: what the position message resolved to, if it did.
    ///   - receiver: the name of the source.
    ///   - isAttributed: whether the address is believed; without, it is left out.
    public func jsonLine(
        _ received: ReceivedFrame,
        position: Position? = nil,
        receiver: String? = nil,
        isAttributed: Bool = true
    ) -> String {
        var object = JSONObject()
        object.set("time", received.time.seconds)
        object.set("df", Int(format.rawValue))
        if isAttributed {
            object.set("icao", (address.isICAO ? "" : "~") + Hexadecimal.upper(UInt64(address.bits), digits: 6))
        }
        switch content {
        case .airAir(let reply): reply.write(to: &object)
        case .surveillance(let reply): reply.write(to: &object)
        case .allCall(let capability):
            object.set("capability", Int(capability.rawValue))
            if case .interrogator(let code) = addressing { object.set("interrogator", Int(code)) }
        case .squitter(let squitter): squitter.write(to: &object)
        case .opaque: break
        }
        object.set("latitude", position.map { ($0.latitude * 1e6).rounded() / 1e6 })
        object.set("longitude", position.map { ($0.longitude * 1e6).rounded() / 1e6 })
        object.set("receiver", receiver)
        object.set("rssi", received.level.map { (Double($0) * 10).rounded() / 10 })
        if received.repairedBits > 0 { object.set("repaired_bits", Int(received.repairedBits)) }
        object.set("raw", frame.hex)
        return object.text
    }
}

extension AirAirReply {
    func write(to object: inout JSONObject) {
        object.set("vertical_status", isOnGround ? "ground" : "airborne")
        object.set("cross_link_capability", hasCrossLink.map { $0 ? 1 : 0 })
        object.set("sensitivity_level", Int(sensitivityLevel))
        object.set("reply_information", Int(replyInformation))
        object.set("altitude", altitude.altitude?.rawValue)
        object.set("mv", coordination.map { Hexadecimal.upper($0.rawValue, digits: 14) })
    }
}

extension SurveillanceReply {
    func write(to object: inout JSONObject) {
        object.set("flight_status", Int(flightStatus.rawValue))
        object.set("downlink_request", Int(downlinkRequest))
        object.set("utility_message", Int(utilityMessage))
        switch code {
        case .altitude(let code): object.set("altitude", code.altitude?.rawValue)
        case .identity(let squawk): object.set("squawk", squawk.description)
        }
        object.set("mb", commB.map { Hexadecimal.upper($0.rawValue, digits: 14) })
    }
}

extension ExtendedSquitter {
    func write(to object: inout JSONObject) {
        object.set("capability", capability.map { Int($0.rawValue) })
        object.set("typecode", Int(typeCode))
        switch content {
        case .identification(let identification): identification.write(to: &object)
        case .airbornePosition(let position): position.write(to: &object)
        case .surfacePosition(let position): position.write(to: &object)
        case .velocity(let velocity): velocity.write(to: &object)
        case .status(let status): status.write(to: &object)
        case .targetState(let state): state.write(to: &object)
        case .operationalStatus(let status): status.write(to: &object)
        case .resolutionAdvisory:
            object.set("bds", "6,1")
            object.set("subtype", 2)
        case .test, .systemStatus, .opaque: break
        }
    }
}

extension AircraftIdentification {
    func write(to object: inout JSONObject) {
        object.set("bds", "0,8")
        object.set("category", category.map { Int($0.number) })
        object.set("emitter_category", category?.description)
        object.set("callsign", callsign.text)
    }
}

extension CPRFrame {
    func write(to object: inout JSONObject) {
        object.set("cpr_format", isOdd ? 1 : 0)
        object.set("cpr_lat", latitude)
        object.set("cpr_lon", longitude)
    }
}

extension AirbornePosition {
    func write(to object: inout JSONObject) {
        object.set("bds", "0,5")
        object.set("surveillance_status", Int(surveillanceStatus))
        object.set("nic_b", nicSupplementB ? 1 : 0)
        object.set(isGeometric ? "geometric_altitude" : "altitude", altitude.altitude?.rawValue)
        cpr?.write(to: &object)
    }
}

extension SurfacePosition {
    func write(to object: inout JSONObject) {
        object.set("bds", "0,6")
        object.set("movement", Int(movement.code))
        // The version is not in the message; the codes below 9 are read as version 2 has them.
        if let interval = movement.interval(version: 2) {
            object.set("groundspeed", (interval.lowerBound + interval.upperBound) / 2)
            object.set("groundspeed_min", interval.lowerBound)
            object.set("groundspeed_max", interval.upperBound)
        }
        object.set("track", track?.rawValue)
        object.set("track_status", track == nil ? 0 : 1)
        cpr.write(to: &object)
    }
}

extension AirborneVelocity {
    func write(to object: inout JSONObject) {
        object.set("bds", "0,9")
        object.set("subtype", Int(subtype))
        object.set("nac_v", Int(nacV))
        switch motion {
        case .ground:
            object.set("groundspeed", groundSpeed.map { ($0.rawValue * 100).rounded() / 100 })
            object.set("track", track?.rawValue)
        case .air(let heading, let speed, let isTrueAirspeed):
            object.set("airspeed", speed?.rawValue)
            object.set("airspeed_type", isTrueAirspeed ? "TAS" : "IAS")
            object.set("heading", heading?.rawValue)
        }
        object.set("vr_source", isRateBarometric ? "BARO" : "GNSS")
        object.set("vertical_rate", verticalRate?.rawValue)
        object.set("geo_minus_baro", geometricMinusBarometric?.rawValue)
    }
}

extension AircraftStatus {
    func write(to object: inout JSONObject) {
        object.set("bds", emergency == nil ? nil : "6,1")
        object.set("subtype", emergency == nil ? 7 : 1)
        object.set("emergency_state", emergency.map { Int($0.rawValue) })
        object.set("squawk", squawk?.description)
    }
}

extension TargetState {
    func write(to object: inout JSONObject) {
        object.set("bds", "6,2")
        object.set("subtype", Int(subtype))
        object.set("selected_altitude", selectedAltitude?.rawValue)
        object.set("selected_altitude_source", selectedAltitude.map { _ in isFlightManagement ? "FMS" : "MCP/FCU" })
        object.set("baro_pressure_setting", pressureSetting.map { ($0 * 10).rounded() / 10 })
        object.set("selected_heading", selectedHeading?.rawValue)
        object.set("nac_p", Int(nacP))
        object.set("nic_baro", nicBaro ? 1 : 0)
        object.set("sil", Int(sil))
        object.set("sil_supplement", silSupplement.map { $0 ? 1 : 0 })
        object.set("autopilot", modes?.contains(.autopilot))
        object.set("vnav_mode", modes?.contains(.verticalNavigation))
        object.set("altitude_hold_mode", modes?.contains(.altitudeHold))
        object.set("approach_mode", modes?.contains(.approach))
        object.set("lnav_mode", modes?.contains(.lateralNavigation))
        object.set("tcas_operational", isTCASOperational)
        object.set("emergency_state", emergency.map { Int($0.rawValue) })
    }
}

extension OperationalStatus {
    func write(to object: inout JSONObject) {
        object.set("bds", "6,5")
        object.set("subtype", isSurface ? 1 : 0)
        object.set("version", Int(version))
        object.set("nic_supplement_a", nicSupplementA.map { $0 ? 1 : 0 })
        object.set("nic_supplement_c", nicSupplementC.map { $0 ? 1 : 0 })
        object.set("nac_p", nacP.map(Int.init))
        object.set("nac_v", nacV.map(Int.init))
        object.set("gva", gva.map(Int.init))
        object.set("sil", sil.map(Int.init))
        object.set("sil_supplement", silSupplement.map { $0 ? 1 : 0 })
        object.set("sda", sda.map(Int.init))
        object.set("nic_baro", nicBaro.map { $0 ? 1 : 0 })
        object.set("hrd", isHeadingMagnetic.map { $0 ? 1 : 0 })
        object.set("tcas_operational", isTCASOperational)
    }
}
