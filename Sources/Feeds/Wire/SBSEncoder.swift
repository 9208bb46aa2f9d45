public import Aero
import ModeS

/// Writes SBS-1 (BaseStation) lines, dates in UTC. Addresses outside the ICAO space are not written: the format has no place
/// for them.
public struct SBSEncoder: StreamEncoder {
    public init() {}

    public mutating func encode(_ batch: OutputBatch, into output: inout [UInt8]) {
        for message in batch.messages { encode(message, into: &output) }
    }

    /// Adds one line with the fields its transmission type carries.
    public func encode(_ message: SBSMessage, into output: inout [UInt8]) {
        let report = message.report
        guard report.address.isICAO else { return }
        output.append(contentsOf: "MSG,\(message.transmission.rawValue),1,1,".utf8)
        output.append(contentsOf: Hexadecimal.upper(UInt64(report.address.bits), digits: 6).utf8)
        output.append(contentsOf: ",1,".utf8)
        let time = CivilTime(report.time)
        time.append(to: &output)
        output.append(UInt8(ascii: ","))
        time.append(to: &output)
        for field in 11...22 {
            output.append(UInt8(ascii: ","))
            if Self.isFilled(field, in: message.transmission), let text = Self.text(field, of: report) {
                output.append(contentsOf: text.utf8)
            }
        }
        output.append(contentsOf: "\r\n".utf8)
    }

    public var heartbeat: [UInt8] { [0x0D, 0x0A] }

    public mutating func simulationMark(at time: Timestamp) -> [UInt8] {
        var output = Array("\(SimulationMark.kind),,1,1,".utf8)
        output.append(contentsOf: Hexadecimal.upper(UInt64(SimulationMarker.addressBits), digits: 6).utf8)
        output.append(contentsOf: ",1,".utf8)
        let civil = CivilTime(time)
        civil.append(to: &output)
        output.append(UInt8(ascii: ","))
        civil.append(to: &output)
        output.append(contentsOf: ",\(SimulationMark.word)\r\n".utf8)
        return output
    }

    /// Which fields, counted from 1, a transmission type fills.
    private static func isFilled(_ field: Int, in transmission: SBSMessage.Transmission) -> Bool {
        switch transmission {
        case .identification: field == 11
        case .surfacePosition: (12...16).contains(field) || field == 22
        case .airbornePosition: [12, 15, 16, 19, 20, 21, 22].contains(field)
        case .airborneVelocity: [13, 14, 17].contains(field)
        case .surveillanceAltitude: [12, 19, 21, 22].contains(field)
        case .surveillanceIdentity: (18...22).contains(field)
        case .airToAir: field == 12 || field == 22
        case .allCallReply: field == 22
        }
    }

    private static func text(_ field: Int, of report: ClaimedReport) -> String? {
        switch field {
        case 11: report.callsign.map { String($0.prefix(8).filter { $0 != "," && $0.isASCII && !$0.isNewline }) }
        case 12: report.barometricAltitude.flatMap { fixed($0.rawValue, decimals: 0) }
        case 13: report.groundSpeed.flatMap { fixed($0.rawValue, decimals: 1) }
        case 14: report.track.flatMap { fixed($0.rawValue, decimals: 1) }
        case 15: report.position.flatMap { fixed($0.latitude, decimals: 5) }
        case 16: report.position.flatMap { fixed($0.longitude, decimals: 5) }
        case 17: report.verticalRate.flatMap { fixed($0.rawValue, decimals: 0) }
        case 18: report.squawk?.description
        case 19: flag(report.alert)
        case 20: flag(report.emergency)
        case 21: flag(report.ident)
        case 22: flag(report.onGround)
        default: nil
        }
    }

    private static func flag(_ value: Bool?) -> String? { value.map { $0 ? "-1" : "0" } }

    /// A number with a fixed count of decimals; `nil` if it is not finite or absurdly large.
    private static func fixed(_ value: Double, decimals: Int) -> String? {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let wanted = (value * Double(scale)).rounded()
        guard wanted.isFinite, abs(wanted) < 1e15 else { return nil }
        let number = Int(wanted)
        let sign = number < 0 ? "-" : ""
        if decimals == 0 { return "\(number)" }
        let rest = String(number.magnitude % UInt(scale))
        return "\(sign)\(number.magnitude / UInt(scale))." + String(repeating: "0", count: decimals - rest.count) + rest
    }
}
