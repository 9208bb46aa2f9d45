public import Aero
public import ModeS

/// What became of one frame or report.
public struct Ingested: Sendable {
    /// Whether what it says is believed to be of the aircraft it names.
    public enum Verdict: Hashable, Sendable {
        /// It is in the track.
        case believed
        /// The first clean frame of an address: kept until a second confirms it.
        case awaitingSecond
        /// The address comes from the parity, or hangs on an unknown interrogator, and was not heard clean in the last minute.
        case unattributed
        /// The address comes from the parity, and one wrong bit or two of an aircraft that is also there would leave the same: it may be
        /// of any of these, the one the parity names first. It is in no track.
        case ambiguous(with: [AircraftAddress])
        /// A repaired frame of an aircraft that is not known: it never makes one.
        case repairedStranger
        /// Another receiver's copy of a message that was taken already: it was joined to that. It is not read again.
        case copy
        /// Its feeder is quarantined, or contradicted about this aircraft by two others, and others support the track.
        case withheld(FeederTrust.Reason)
        /// The frame gives no message.
        case unreadable(MessageError)
    }

    public internal(set) var verdict: Verdict
    /// The message, if the frame gives one.
    public internal(set) var message: Message?
    /// The message of a UAT frame.
    public var uat: UATMessage? { uatBox?.message }
    /// The new position, if there is one.
    public internal(set) var fix: Fix?
    /// Why a position in it was not believed.
    public internal(set) var refusal: Refusal?

    /// Version of ADS-B that the aircraft said last; 0 where it did not.
    public internal(set) var adsbVersion: UInt8 = 0

    /// Which register a Comm-B reply holds, inferred; `nil` for other messages.
    public internal(set) var register: RegisterChoice?

    /// It is the first message of this aircraft that its receiver gave.
    public internal(set) var isFirstOfReceiver = false
    /// It is in the track, behind everything trusted, because its feeder is quarantined.
    public internal(set) var isOfQuarantined = false

    /// The address a message names, in either link.
    public var address: AircraftAddress? { message?.address ?? uat?.address }

    /// Whose it may be when it is ambiguous, the one the parity names first; else none.
    public var candidates: [AircraftAddress] {
        if case .ambiguous(let candidates) = verdict { candidates } else { [] }
    }
    /// Whether the address of the message is believed to be its sender's.
    public var isAttributed: Bool {
        switch verdict {
        case .believed, .awaitingSecond, .repairedStranger, .withheld: true
        case .unattributed, .ambiguous, .unreadable, .copy: false
        }
    }

    init(_ verdict: Verdict, message: Message? = nil, uat: UATMessage? = nil) {
        self.verdict = verdict
        self.message = message
        uatBox = uat.map(UATBox.init)
    }

    /// Kept apart: it is large and rare, and what became of a frame is handed on for each.
    private final class UATBox: Sendable {
        let message: UATMessage
        init(_ message: UATMessage) { self.message = message }
    }

    private let uatBox: UATBox?
}
