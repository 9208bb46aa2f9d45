public import Aero

/// Turns batches into the bytes of one output. One encoder serves all clients of a sink: it must not depend on what a client saw
/// before.
public protocol StreamEncoder: Sendable {
    /// Adds the wire form of a batch to the end of `output`.
    mutating func encode(_ batch: OutputBatch, into output: inout [UInt8])

    /// What to send after a long silence.
    var heartbeat: [UInt8] { get }

    /// The label that goes first to every new client while the sky is simulated.
    ///
    /// - Parameter time: the time the batch before it ended.
    mutating func simulationMark(at time: Timestamp) -> [UInt8]
}

extension StreamEncoder {
    public var heartbeat: [UInt8] { [] }
}
