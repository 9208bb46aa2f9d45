import Aero

/// A member of an object; an absent value writes nothing.
extension JSONWriter {
    mutating func member(_ name: JSONKey, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func member(_ name: JSONKey, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    mutating func member(_ name: JSONKey, _ value: UInt8?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    mutating func member(_ name: JSONKey, _ value: Bool?) {
        guard let value else { return }
        key(name)
        boolean(value)
    }

    /// Left out also when it is not finite.
    mutating func member(_ name: JSONKey, _ value: Double?, decimals: Int) {
        guard let value, value.isFinite else { return }
        key(name)
        number(value, decimals: decimals)
    }

    /// Seconds since 1970.
    mutating func member(_ name: JSONKey, _ time: Timestamp?) {
        guard let time else { return }
        key(name)
        number(time.seconds, decimals: 3)
    }

    /// `"simulated": true` where the sky is, nothing otherwise.
    mutating func mark(_ provenance: Provenance) {
        if provenance == .simulated { member("simulated", true) }
    }
}
