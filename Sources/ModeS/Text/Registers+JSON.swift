import Aero

extension BDS10 {
    func write(to object: inout JSONObject) {
        object.set("config", continues)
        object.set("overlay_command_capability", hasOverlayCommand)
        object.set("acas_operational", isACASOperational)
        object.set("mode_s_subnetwork_version", Int(subnetworkVersion))
        object.set("transponder_level5", isLevel5)
        object.set("mode_s_specific_services", hasSpecificServices)
        object.set("uplink_elm_throughput", Int(uplinkThroughput))
        object.set("downlink_elm_throughput", Int(downlinkThroughput))
        object.set("aircraft_identification_capability", hasIdentification)
        object.set("squitter_capability", sendsSquitters)
        object.set("surveillance_identifier_code", hasSurveillanceIdentifier)
        object.set("common_usage_gicb_capability", commonUsageToggle)
        object.set("acas_hybrid_surveillance", hasHybridSurveillance)
        object.set("acas_resolution_advisory", givesResolutionAdvisories)
        object.set("acas_rtca_version", Int(acasVersion))
        object.set("dte_status", Int(terminalEquipment))
    }
}

extension BDS21 {
    func write(to object: inout JSONObject) {
        object.set("registration", registration)
        object.set("airline", airline)
    }
}

extension BDS30 {
    /// Where the aircraft passes above some threats and below others, the bits mean something else and have keys of their own.
    func write(to object: inout JSONObject) {
        object.set("threat_type_indicator", Int(threatType))
        object.set("issued_ra", action != .none)
        switch action {
        case .none: break
        case .single(let advisory):
            object.set("corrective", advisory.isCorrective)
            object.set("downward_sense", advisory.isDownward)
            object.set("increased_rate", advisory.isIncreasedRate)
            object.set("sense_reversal", advisory.isReversal)
            object.set("altitude_crossing", advisory.isCrossing)
            object.set("positive", advisory.isPositive)
        case .multiple(let advisory):
            object.set("corrective_upward", advisory.correctsUpward)
            object.set("positive_climb", advisory.requiresClimb)
            object.set("corrective_downward", advisory.correctsDownward)
            object.set("positive_descent", advisory.requiresDescent)
            object.set("sense_reversal", advisory.isReversal)
            object.set("altitude_crossing", advisory.isCrossing)
        }
        object.set("no_below", complements.contains(.notBelow))
        object.set("no_above", complements.contains(.notAbove))
        object.set("no_left", complements.contains(.notLeft))
        object.set("no_right", complements.contains(.notRight))
        object.set("ra_terminated", isTerminated)
        object.set("multiple_threat", hasMultipleThreats)
        switch threat {
        case .unknown: break
        case .address(let address): object.set("threat_icao", Hexadecimal.upper(UInt64(address.bits), digits: 6))
        case .place(let altitude, let range, let bearing):
            object.set("threat_altitude", altitude?.rawValue)
            object.set("threat_range", range?.rawValue)
            object.set("threat_bearing", bearing?.rawValue)
        }
    }
}

extension BDS40 {
    func write(to object: inout JSONObject) {
        object.set("selected_altitude_mcp", panelAltitude?.rawValue)
        object.set("selected_altitude_fms", managedAltitude?.rawValue)
        object.set("baro_pressure_setting", pressureSetting)
        object.set("vnav_mode", isVerticalNavigation)
        object.set("altitude_hold_mode", isAltitudeHold)
        object.set("approach_mode", isApproach)
        let source: String? =
            switch altitudeSource {
            case nil: nil
            case .unknown: "unknown"
            case .aircraft: "aircraft_altitude"
            case .panel: "mcp_fcu"
            case .flightManagement: "fms"
            }
        object.set("target_altitude_source", source)
    }
}

extension BDS42 {
    func write(to object: inout JSONObject) {
        object.set("waypoint_latitude", latitude)
        object.set("waypoint_longitude", longitude)
        object.set("waypoint_crossing_altitude", crossingAltitude?.rawValue)
    }
}

extension BDS43 {
    func write(to object: inout JSONObject) {
        object.set("waypoint_bearing", bearing?.rawValue)
        object.set("waypoint_minutes_to_go", minutesToGo)
        object.set("waypoint_distance", distanceToGo?.rawValue)
    }
}

extension BDS44 {
    func write(to object: inout JSONObject) {
        object.set("figure_of_merit", Int(figureOfMerit))
        object.set("wind_speed", windSpeed?.rawValue)
        object.set("wind_direction", windDirection?.rawValue)
        object.set("static_air_temperature", temperature)
        object.set("static_pressure", pressure)
        object.set("turbulence", turbulence.map(Int.init))
        object.set("humidity", humidity)
    }
}

extension BDS45 {
    func write(to object: inout JSONObject) {
        object.set("turbulence", turbulence.map(Int.init))
        object.set("wind_shear", windShear.map(Int.init))
        object.set("microburst", microburst.map(Int.init))
        object.set("icing", icing.map(Int.init))
        object.set("wake_vortex", wakeVortex.map(Int.init))
        object.set("static_air_temperature", temperature)
        object.set("static_pressure", pressure)
        object.set("radio_height", radioHeight?.rawValue)
    }
}

extension BDS48 {
    func write(to object: inout JSONObject) {
        for radio in 1...3 {
            object.set("vhf\(radio)_channel_bits", channelBits(radio: radio).map(Int.init))
            object.set("vhf\(radio)_audio", audio(radio: radio).map { "\($0)" })
        }
        object.set("guard_audio", guardAudio.map { "\($0)" })
    }
}

extension BDS50 {
    func write(to object: inout JSONObject) {
        object.set("roll", roll?.rawValue)
        object.set("true_track", trueTrack?.rawValue)
        object.set("groundspeed", groundSpeed?.rawValue)
        object.set("track_rate", trackRate)
        object.set("true_airspeed", trueAirspeed?.rawValue)
    }
}

extension BDS51 {
    /// Not `latitude` and `longitude`, which are the track's.
    func write(to object: inout JSONObject) {
        object.set("reported_latitude", latitude)
        object.set("reported_longitude", longitude)
        object.set("reported_altitude", pressureAltitude.rawValue)
    }
}

extension BDS52 {
    func write(to object: inout JSONObject) {
        object.set("figure_of_merit", Int(figureOfMerit))
        object.set("latitude_fine", latitudeFine)
        object.set("longitude_fine", longitudeFine)
        object.set("reported_altitude", altitude.rawValue)
    }
}

extension BDS53 {
    func write(to object: inout JSONObject) {
        object.set("magnetic_heading", magneticHeading?.rawValue)
        object.set("indicated_airspeed", indicatedAirspeed?.rawValue)
        object.set("mach", mach)
        object.set("true_airspeed", trueAirspeed?.rawValue)
        object.set("vertical_rate", verticalRate?.rawValue)
    }
}

extension WaypointReport {
    func write(to object: inout JSONObject) {
        object.set("waypoint", waypoint)
        object.set("waypoint_minutes_to_arrival", minutesToArrival)
        object.set("waypoint_estimated_level", estimatedLevel.rawValue)
        object.set("waypoint_minutes_to_go", minutesToGo)
    }
}

extension BDS60 {
    func write(to object: inout JSONObject) {
        object.set("magnetic_heading", magneticHeading?.rawValue)
        object.set("indicated_airspeed", indicatedAirspeed?.rawValue)
        object.set("mach", mach)
        object.set("baro_vertical_rate", barometricRate?.rawValue)
        object.set("inertial_vertical_rate", inertialRate?.rawValue)
    }
}
