import Aero

extension AirAirReply {
    func write(to object: inout JSONObject) {
        object.set("vertical_status", JSONWords.verticalStatus(isOnGround))
        object.set("cross_link_capability", hasCrossLink.map(JSONWords.bit))
        object.set("sensitivity_level", Int(sensitivityLevel))
        object.set("reply_information", Int(replyInformation.rawValue))
        object.set("altitude", altitude.altitude?.rawValue)
        object.set("mv", hexadecimal: coordination?.rawValue, digits: 14)
        coordination.flatMap(BDS30.init(coordination:))?.write(to: &object)
    }
}

extension SurveillanceReply {
    func write(to object: inout JSONObject) {
        object.set("flight_status", Int(flightStatus.rawValue))
        object.set("vertical_status", flightStatus.isOnGround.map(JSONWords.verticalStatus))
        object.set("alert", flightStatus.isAlert)
        object.set("ident", flightStatus.isIdent)
        object.set("downlink_request", Int(downlinkRequest.rawValue))
        object.set("utility_message", Int(utilityMessage.rawValue))
        if utilityMessage.rawValue > 0 {
            object.set("iis", Int(utilityMessage.interrogatorIdentifier))
            object.set("ids", Int(utilityMessage.reservation.rawValue))
        }
        switch code {
        case .altitude(let code): object.set("altitude", code.altitude?.rawValue)
        case .identity(let squawk): object.set("squawk", squawk.description)
        }
        object.set("mb", hexadecimal: commB?.rawValue, digits: 14)
    }
}

extension ExtendedLengthSegment {
    func write(to object: inout JSONObject) {
        object.set("ke", JSONWords.bit(isAcknowledgement))
        object.set("nd", Int(number))
        object.set("md", Hexadecimal.upper(UInt64(high), digits: 4) + Hexadecimal.upper(low, digits: 16))
    }
}

extension ReceivedModeAC {
    /// The reply as one JSON object. Which of `squawk` and `altitude` was asked for is not known: both readings are given.
    ///
    /// - Parameter source: the name of the source.
    public func jsonLine(receiver source: String? = nil) -> String {
        var object = JSONObject()
        object.set("time", time.seconds)
        object.set("mode_ac", true)
        object.set("squawk", reply.squawk.description)
        object.set("ident", reply.isIdent)
        object.set("altitude", reply.altitude?.rawValue)
        object.set("receiver", source)
        object.set("rssi", level.map { (Double($0) * 10).rounded() / 10 })
        object.set("raw", reply.hex)
        return object.text
    }
}
