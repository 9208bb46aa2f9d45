public import Aero
import Foundation

/// What stays although the ring turns: slices of a time, of one receiver or of those that heard an aircraft.
public struct RawPin: Hashable, Sendable {
    /// `nil`: of all that is there.
    public let address: AircraftAddress?
    public let receiver: UInt32?
    public let during: Range<Timestamp>
    public let reason: String
    public let who: String
    public let made: Timestamp

    public init(
        address: AircraftAddress? = nil,
        receiver: UInt32? = nil,
        during: Range<Timestamp>,
        reason: String,
        who: String,
        made: Timestamp
    ) {
        self.address = address
        self.receiver = receiver
        self.during = during
        self.reason = reason
        self.who = who
        self.made = made
    }

    /// Whether a slice may be meant, going by its time and receiver.
    func mayMean(_ slice: RawSlice) -> Bool {
        slice.during.overlaps(during) && (receiver == nil || receiver == slice.receiver)
    }

    private struct Form: Codable {
        var address: String?
        var receiver: UInt32?
        var from: Int64
        var to: Int64
        var reason: String
        var who: String
        var made: Int64
    }

    var json: [UInt8] {
        RawLayout.json(
            Form(
                address: address?.hex,
                receiver: receiver,
                from: during.lowerBound.nanoseconds,
                to: during.upperBound.nanoseconds,
                reason: reason,
                who: who,
                made: made.nanoseconds
            )
        )
    }

    init(json: ArraySlice<UInt8>) throws(RawDamage) {
        let form = try RawLayout.value(Form.self, json)
        guard form.from <= form.to else { throw .nonsense }
        address = form.address.flatMap { AircraftAddress($0) }
        if form.address != nil, address == nil { throw .nonsense }
        receiver = form.receiver
        during = Timestamp(nanoseconds: form.from)..<Timestamp(nanoseconds: form.to)
        reason = form.reason
        who = form.who
        made = Timestamp(nanoseconds: form.made)
    }
}

/// A pin and what it holds.
public struct RawPinned: Hashable, Sendable {
    public let id: UInt64
    public let pin: RawPin
    public let slices: [RawSlice]

    public var bytes: Int { slices.reduce(0) { $0 + $1.bytes } }
}
