import Aero

extension Message {
    /// The message as one JSON object; keys are those of pyModeS 3 where it has the field.
    ///
    /// - Parameters:
    ///   - received: adds time, level and repaired bits.
    ///   - notes: what is known besides the bits.
    public func jsonLine(_ received: ReceivedFrame, notes: MessageNotes = MessageNotes()) -> String {
        var buffer: [UInt8] = []
        write(received, notes, to: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    /// Writes the object to the end of a buffer.
    public func write(_ received: ReceivedFrame, _ notes: MessageNotes, to buffer: inout [UInt8]) {
        var object = JSONObject(continuing: &buffer)
        if notes.isSimulated { object.set("simulated", true) }
        object.set("time", received.time)
        object.set("df", format.rawValue)
        if notes.isAttributed, addressing != .secret {
            object.set("icao", address)
        }
        if !notes.ambiguousWith.isEmpty {
            object.set("ambiguous_with", notes.ambiguousWith.lazy.map { $0.hex.uppercased() })
        }
        writeContent(to: &object, version: notes.adsbVersion)
        if let register = notes.register {
            register.write(to: &object)
        } else if !notes.candidates.isEmpty {
            object.set("bds_candidates", notes.candidates.lazy.map(\.description))
        }
        if let position = notes.position {
            object.set("latitude", (position.latitude * 1e6).rounded() / 1e6)
            object.set("longitude", (position.longitude * 1e6).rounded() / 1e6)
        }
        object.set("nic", notes.nic)
        object.set("rc", notes.containmentRadius?.rawValue)
        object.set("receiver", notes.receiver)
        object.set("rssi", received.level.map { (Double($0) * 10).rounded() / 10 })
        if received.origin == .multilateration { object.set("mlat", true) }
        if received.repairedBits > 0 { object.set("repaired_bits", received.repairedBits) }
        object.set("raw", frame)
        object.close(into: &buffer)
    }

    private func writeContent(to object: inout JSONObject, version: UInt8) {
        switch content {
        case .airAir(let reply): reply.write(to: &object)
        case .surveillance(let reply): reply.write(to: &object)
        case .allCall(let capability):
            object.set("capability", capability.rawValue)
            object.set("vertical_status", capability.isOnGround.map(JSONWords.verticalStatus))
            if let interrogator, interrogator.rawValue > 0 {
                object.set("interrogator", interrogator.rawValue)
                object.set("ii", interrogator.interrogatorIdentifier)
                object.set("si", interrogator.surveillanceIdentifier)
            }
        case .extendedLength(let segment): segment.write(to: &object)
        case .squitter(let squitter): squitter.write(to: &object, version: version)
        case .opaque: break
        }
    }
}
