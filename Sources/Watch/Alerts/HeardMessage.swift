public import Aero

/// A message that an alert rests on, as it came in.
public struct HeardMessage: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case modeS
        case uat
    }

    public let time: Timestamp
    /// The archive's number of who heard it.
    public let receiver: UInt32
    public let aircraft: AircraftAddress
    public let form: Form
    /// 7 or 14 of Mode S, with the parity; 18 or 34 of UAT.
    public let bytes: [UInt8]

    public init(time: Timestamp, receiver: UInt32, aircraft: AircraftAddress, form: Form, bytes: [UInt8]) {
        (self.time, self.receiver, self.aircraft, self.form, self.bytes) = (time, receiver, aircraft, form, bytes)
    }

    /// The bytes as receivers write them.
    public var hex: String { bytes.map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined() }
}
