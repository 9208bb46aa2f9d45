import Aero

extension TargetState {
    func write(to object: inout JSONObject) {
        object.set("bds", "6,2")
        object.set("subtype", Int(subtype))
        object.set("selected_altitude", selectedAltitude?.rawValue)
        object.set("selected_altitude_source", selectedAltitude.map { _ in isFlightManagement ? "FMS" : "MCP/FCU" })
        object.set("baro_pressure_setting", pressureSetting.map { ($0 * 10).rounded() / 10 })
        object.set("selected_heading", selectedHeading?.rawValue)
        target?.write(to: &object)
        object.set("nac_p", Int(nacP))
        object.set("nic_baro", JSONWords.bit(nicBaro))
        object.set("sil", Int(sil))
        object.set("sil_supplement", silSupplement.map(JSONWords.bit))
        object.set("autopilot", modes?.contains(.autopilot))
        object.set("vnav_mode", modes?.contains(.verticalNavigation))
        object.set("altitude_hold_mode", modes?.contains(.altitudeHold))
        object.set("approach_mode", modes?.contains(.approach))
        object.set("lnav_mode", modes?.contains(.lateralNavigation))
        object.set("tcas_operational", isTCASOperational)
        object.set("ra_active", isAdvisoryActive)
        object.set("emergency_state", emergency.map { Int($0.rawValue) })
    }
}

extension TargetState.Version1 {
    func write(to object: inout JSONObject) {
        if let altitude {
            object.set("target_altitude", altitude.rawValue)
            object.set("target_altitude_type", isAltitudeAboveSeaLevel ? "MSL" : "FL")
            object.set("target_altitude_source", verticalSource.word)
        }
        object.set("target_altitude_capability", Int(altitudeCapability))
        object.set("vertical_mode", Int(verticalMode.rawValue))
        if let direction {
            object.set(isDirectionTrack ? "target_track" : "target_heading", direction.rawValue)
            object.set("target_direction_source", horizontalSource.word)
        }
        object.set("horizontal_mode", Int(horizontalMode.rawValue))
    }
}

extension TargetState.Version1.Source {
    fileprivate var word: String? {
        switch self {
        case .none: nil
        case .panel: "MCP/FCU"
        case .holding: "hold"
        case .flightManagement: "FMS"
        }
    }
}

extension OperationalStatus {
    func write(to object: inout JSONObject) {
        object.set("bds", "6,5")
        object.set("subtype", JSONWords.bit(isSurface))
        object.set("version", Int(statedVersion))
        object.set("capability_class", Int(capabilityClass))
        object.set("operational_mode", Int(operationalMode))
        object.set("nic_supplement_a", nicSupplementA.map(JSONWords.bit))
        object.set("nic_supplement_c", nicSupplementC.map(JSONWords.bit))
        object.set("nac_p", nacP.map(Int.init))
        object.set("nac_v", nacV.map(Int.init))
        object.set("gva", gva.map(Int.init))
        object.set("sil", sil.map(Int.init))
        object.set("sil_supplement", silSupplement.map(JSONWords.bit))
        object.set("sda", sda.map(Int.init))
        object.set("nic_baro", nicBaro.map(JSONWords.bit))
        object.set("hrd", isHeadingMagnetic.map(JSONWords.bit))
        object.set("tah", isSurfaceDirectionHeading.map(JSONWords.bit))
        object.set("tcas_operational", isTCASOperational)
        object.set("cdti", hasTrafficDisplay)
        object.set("es_in", receives1090)
        object.set("uat_in", receivesUAT)
        object.set("arv", sendsAirVelocity)
        object.set("ts", sendsTargetState)
        object.set("tc", trajectoryChangeReports.map(Int.init))
        object.set("poa", isOffsetApplied)
        object.set("b2_low", isLowPower)
        object.set("max_length", size?.length.rawValue)
        object.set("max_width", size?.width.rawValue)
        object.set("ra_active", isAdvisoryActive)
        object.set("ident", isIdent)
        object.set("atc_services", receivesATCServices)
        object.set("single_antenna", hasSingleAntenna)
        object.set("antenna_right", antennaOffset?.right?.rawValue)
        object.set("antenna_aft", antennaOffset?.aft?.rawValue)
        if antennaOffset?.isCorrected == true { object.set("poa", true) }
    }
}
