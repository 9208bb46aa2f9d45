public import Aero
import ModeS

/// Writes JSON lines. What a message says is put into words where it is decoded; here the lines only go out.
public struct JSONLinesEncoder: StreamEncoder {
    public init() {}

    public mutating func encode(_ batch: OutputBatch, into output: inout [UInt8]) {
        output.append(contentsOf: batch.lines)
    }

    public var heartbeat: [UInt8] { [0x0A] }

    /// `{"simulated": true, "time": …}`; every line behind it says so too.
    public mutating func simulationMark(at time: Timestamp) -> [UInt8] {
        var object = JSONObject()
        object.set("simulated", true)
        object.set("time", time)
        return Array((object.text + "\n").utf8)
    }
}
