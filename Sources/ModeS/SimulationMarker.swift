/// The frame that says: what follows is simulated.
///
/// It stands first in everything the synthetic sky writes and again at least once a second, in every format that carries frames
/// (Beast, AVR, samples). Every reader of ours that meets it labels all that follows. It is an extended squitter with type code 23,
/// subtype 0, the standard's own test message, from an address no state owns; other decoders pass over it.
/// It is a label, not a lock: whoever means harm can strip it.
public enum SimulationMarker {
    /// The address the marker is sent from, in a block of ICAO's table that is given to no state.
    public static let addressBits: UInt32 = 0xDFFFFF

    /// The 48 bits after type code and subtype: `SIMUL1` in ASCII.
    static let content: UInt64 = 0x5349_4D55_4C31

    /// The marker, DF18 with control field 1 (an address that is not an ICAO one).
    public static let frame: Frame = {
        let high = UInt64(18 << 3 | 1) << 56 | UInt64(addressBits) << 32 | UInt64(23 << 3) << 24 | content >> 24
        let bare = Frame(high: high, low: content << 40)
        return Frame(high: high, low: content << 40 | UInt64(bare.remainder) << 16)
    }()

    /// Whether a frame is the marker.
    public static func matches(_ frame: Frame) -> Bool { frame == self.frame }
}
