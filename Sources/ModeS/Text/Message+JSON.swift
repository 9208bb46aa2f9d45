public import Aero

extension Message {
    /// The message as one JSON object; keys are those of pyModeS 3 where it has the field.
    ///
    /// - Parameters:
    ///   - received: adds time, level and repaired bits.
    ///   - position: what the position message resolved to, if it did.
    ///   - nic: the integrity category of that position.
    ///   - containmentRadius: the radius it promises, if it does.
    ///   - receiver: the name of the source.
    ///   - isAttributed: whether the address is believed; without, it is left out.
    public func jsonLine(
        _ received: ReceivedFrame,
        position: Position? = nil,
        nic: UInt8? = nil,
        containmentRadius: Metres? = nil,
        receiver: String? = nil,
        isAttributed: Bool = true
    ) -> String {
        var object = JSONObject()
        object.set("time", received.time.seconds)
        object.set("df", Int(format.rawValue))
        if isAttributed, addressing != .secret {
            object.set("icao", (address.isICAO ? "" : "~") + Hexadecimal.upper(UInt64(address.bits), digits: 6))
        }
        switch content {
        case .airAir(let reply): reply.write(to: &object)
        case .surveillance(let reply): reply.write(to: &object)
        case .allCall(let capability):
            object.set("capability", Int(capability.rawValue))
            object.set("vertical_status", capability.isOnGround.map(JSONWords.verticalStatus))
            if let interrogator, interrogator.rawValue > 0 {
                object.set("interrogator", Int(interrogator.rawValue))
                object.set("ii", interrogator.interrogatorIdentifier.map(Int.init))
                object.set("si", interrogator.surveillanceIdentifier.map(Int.init))
            }
        case .extendedLength(let segment): segment.write(to: &object)
        case .squitter(let squitter): squitter.write(to: &object)
        case .opaque: break
        }
        object.set("latitude", position.map { ($0.latitude * 1e6).rounded() / 1e6 })
        object.set("longitude", position.map { ($0.longitude * 1e6).rounded() / 1e6 })
        object.set("nic", nic.map(Int.init))
        object.set("rc", containmentRadius?.rawValue)
        object.set("receiver", receiver)
        object.set("rssi", received.level.map { (Double($0) * 10).rounded() / 10 })
        if received.repairedBits > 0 { object.set("repaired_bits", Int(received.repairedBits)) }
        object.set("raw", frame.hex)
        return object.text
    }
}
