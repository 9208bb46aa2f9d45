import Aero

extension ExtendedSquitter {
    /// - Parameter version: of ADS-B, as the aircraft said last.
    func write(to object: inout JSONObject, version: UInt8) {
        object.set("capability", capability.map { Int($0.rawValue) })
        object.set("cf", control.map(Int.init))
        if hasTypeCode { object.set("typecode", Int(typeCode)) }
        switch content {
        case .identification(let identification): identification.write(to: &object)
        case .airbornePosition(let position): position.write(to: &object)
        case .coarsePosition(let position): position.write(to: &object)
        case .surfacePosition(let position): position.write(to: &object, version: version)
        case .velocity(let velocity): velocity.write(to: &object)
        case .status(let status): status.write(to: &object)
        case .targetState(let state): state.write(to: &object)
        case .operationalStatus(let status): status.write(to: &object)
        case .resolutionAdvisory(let field):
            object.set("bds", "6,1")
            object.set("subtype", 2)
            BDS30(afterTypeCode: field)?.write(to: &object)
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
        object.set("cpr_format", JSONWords.bit(isOdd))
        object.set("cpr_lat", latitude)
        object.set("cpr_lon", longitude)
    }
}

extension AirbornePosition {
    func write(to object: inout JSONObject) {
        object.set("bds", typeCode == 0 ? nil : "0,5")
        object.set("surveillance_status", Int(surveillanceStatus))
        object.set("nic_b", JSONWords.bit(nicSupplementB))
        object.set("nuc_p", Int(nucP))
        object.set(isGeometric ? "geometric_altitude" : "altitude", altitude.altitude?.rawValue)
        cpr?.write(to: &object)
    }
}

extension CoarsePosition {
    func write(to object: inout JSONObject) {
        object.set("surveillance_status", Int(surveillanceStatus))
        object.set("service_volume", Int(serviceVolume))
        object.set("altitude", altitude.altitude?.rawValue)
        object.set("track", track?.rawValue)
        if let interval = groundSpeedKnots {
            object.set("groundspeed", (interval.lowerBound + interval.upperBound) / 2)
            object.set("groundspeed_min", interval.lowerBound)
            object.set("groundspeed_max", interval.upperBound)
        }
        object.set("cpr_format", JSONWords.bit(isOdd))
        object.set("cpr_lat", latitude)
        object.set("cpr_lon", longitude)
        object.set("cpr_bits", 12)
    }
}

extension SurfacePosition {
    /// - Parameter version: of ADS-B; the codes below 9 differ.
    func write(to object: inout JSONObject, version: UInt8) {
        object.set("bds", "0,6")
        object.set("movement", Int(movement.code))
        if let interval = movement.interval(version: version) {
            object.set("groundspeed", (interval.lowerBound + interval.upperBound) / 2)
            object.set("groundspeed_min", interval.lowerBound)
            object.set("groundspeed_max", interval.upperBound)
        }
        object.set("track", track?.rawValue)
        object.set("track_status", JSONWords.bit(track != nil))
        object.set("nuc_p", Int(nucP))
        cpr.write(to: &object)
    }
}

extension AirborneVelocity {
    func write(to object: inout JSONObject) {
        object.set("bds", "0,9")
        object.set("subtype", Int(subtype))
        if let nacP { object.set("nac_p", Int(nacP)) } else { object.set("nac_v", Int(nacV)) }
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
