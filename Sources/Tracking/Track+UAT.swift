import Aero
import ModeS

extension Reception {
    /// What all values of one UAT message have in common. Corrected bytes are no repair: the code itself tells that they are right.
    ///
    /// - Parameter addedRank: added to that of the class.
    init(
        _ message: UATMessage,
        _ received: ReceivedUAT,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        _ party: FeederParty,
        addedRank: UInt8
    ) {
        let sourceClass = SourceClass(message.qualifier)
        self.init(
            time: received.time,
            source: .uat(payloadType: message.payloadType),
            sourceClass: sourceClass,
            rank: sourceClass.rank + addedRank,
            feed: feed,
            receiver: receiver,
            party: party,
            isRepaired: false
        )
    }
}

extension Track {
    /// Takes what a UAT message says, its position apart.
    mutating func take(_ message: UATMessage, _ reception: inout Reception) {
        reception.put(message.barometricAltitude, into: &barometricAltitude)
        reception.put(message.geometricAltitude, into: &geometricAltitude)
        if let state = message.stateVector { take(state, &reception) }
        if let status = message.modeStatus { take(status, &reception) }
    }

    private mutating func take(_ state: UATStateVector, _ reception: inout Reception) {
        reception.put(state.isOnGround, into: &isOnGround)
        reception.put(state.groundSpeed, into: &groundSpeed)
        reception.put(state.track, into: &track)
        if case .onGround(_, let direction?) = state.motion {
            switch direction {
            case .magneticHeading(let heading): reception.put(heading, into: &magneticHeading)
            case .trueHeading(let heading): reception.put(heading, into: &trueHeading)
            case .track: break
            }
        }
        guard let rate = state.verticalRate else { return }
        if rate.isBarometric {
            reception.put(rate.value, into: &barometricRate)
        } else {
            reception.put(rate.value, into: &geometricRate)
        }
    }

    private mutating func take(_ status: UATModeStatus, _ reception: inout Reception) {
        reception.put(status.category, into: &category)
        switch status.identity {
        case .callsign(let text): reception.put(text, into: &callsign)
        case .squawk(let code): reception.put(code, into: &squawk)
        case nil: break
        }
        reception.put(status.emergency, into: &emergency)
        reception.put(status.nacP, into: &nacP)
        reception.put(status.nacV, into: &nacV)
        reception.put(status.sil, into: &sil)
        reception.put(status.nicBaro, into: &nicBaro)
        guard let second = status.version2 else { return }
        reception.put(second.sda, into: &sda)
        reception.put(second.gva, into: &gva)
        reception.put(second.silSupplement, into: &isSILPerSample)
        reception.put(second.isIdent, into: &isIdent)
    }

    /// Takes the coordinates a UAT message states: believed if they can have been reached, as those of any other source.
    ///
    /// - Parameter receiver: where the feed's receiver stands, if that is known and it is one receiver.
    mutating func locate(
        _ message: UATMessage,
        _ reception: Reception,
        receiver: Position?
    ) -> Result<Fix, Refusal>? {
        guard let state = message.stateVector, let position = state.position else { return nil }
        // A ground station's targets are not where its own signal comes from.
        return locate(
            position,
            reception,
            method: .stated,
            isOnGround: state.isOnGround,
            receiver: message.qualifier.isOwn ? receiver : nil,
            nic: state.nic <= 11 ? state.nic : nil,
            containmentRadius: state.containmentRadius
        )
    }
}
