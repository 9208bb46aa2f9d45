import Aero

extension UATMessage {
    /// The message as one JSON object; keys are those of pyModeS 3 where it has the field, `uat` is the payload type.
    ///
    /// - Parameters:
    ///   - received: adds time, level and the bytes that were corrected.
    ///   - refusal: why the position was not believed; the coordinates are there all the same, for the message states them.
    ///   - isAttributed: whether the address is believed; without, it is left out.
    public func jsonLine(_ received: ReceivedUAT, refusal: String? = nil, isAttributed: Bool = true) -> String {
        var object = JSONObject()
        object.set("time", received.time.seconds)
        object.set("uat", Int(payloadType))
        if isAttributed {
            object.set("icao", (address.isICAO ? "" : "~") + Hexadecimal.upper(UInt64(address.bits), digits: 6))
        }
        object.set("address_qualifier", qualifier.name)
        stateVector?.write(to: &object)
        object.set("altitude", barometricAltitude?.rawValue)
        object.set("geometric_altitude", geometricAltitude?.rawValue)
        modeStatus?.write(to: &object)
        object.set("position_refused", refusal)
        object.set("rssi", received.level.map { (Double($0) * 10).rounded() / 10 })
        if received.correctedBytes > 0 { object.set("corrected_bytes", Int(received.correctedBytes)) }
        object.set("raw", received.frame.hex)
        return object.text
    }
}

extension UATStateVector {
    func write(to object: inout JSONObject) {
        object.set("vertical_status", isOnGround.map { $0 ? "ground" : "airborne" })
        object.set("latitude", position.map { ($0.latitude * 1e6).rounded() / 1e6 })
        object.set("longitude", position.map { ($0.longitude * 1e6).rounded() / 1e6 })
        object.set("nic", Int(nic))
        object.set("groundspeed", groundSpeed.map { ($0.rawValue * 100).rounded() / 100 })
        object.set("track", track?.rawValue)
        switch motion {
        case .onGround(_, .magneticHeading(let heading)?): object.set("magnetic_heading", heading.rawValue)
        case .onGround(_, .trueHeading(let heading)?): object.set("true_heading", heading.rawValue)
        case .onGround, .airborne, .unknown: break
        }
        object.set("vr_source", verticalRate.map { $0.isBarometric ? "BARO" : "GNSS" })
        object.set("vertical_rate", verticalRate?.value.rawValue)
    }
}

extension UATModeStatus {
    func write(to object: inout JSONObject) {
        object.set("emitter_category", category?.description)
        switch identity {
        case .callsign(let callsign): object.set("callsign", callsign)
        case .squawk(let squawk): object.set("squawk", squawk.description)
        case nil: break
        }
        object.set("emergency_state", Int(emergency.rawValue))
        object.set("version", Int(version))
        object.set("sil", Int(sil))
        object.set("nac_p", Int(nacP))
        object.set("nac_v", Int(nacV))
        object.set("nic_baro", nicBaro ? 1 : 0)
        guard let version2 else { return }
        object.set("sda", Int(version2.sda))
        object.set("gva", Int(version2.gva))
        object.set("sil_supplement", version2.silSupplement ? 1 : 0)
        object.set("tcas_operational", version2.isTCASOperational)
    }
}
