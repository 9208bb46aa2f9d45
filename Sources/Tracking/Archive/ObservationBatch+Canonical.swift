import Aero
import ModeS

/// Rows as bytes in one way only, whatever batches they came in: what a replay must give again, byte for byte.
extension ObservationBatch {
    /// All rows, those who heard them written out by their numbers.
    public func canonicalRows() -> [UInt8] {
        var bytes = CanonicalBytes()
        for row in rows {
            bytes.put(row.aircraft)
            let seen = row.observation
            bytes.put(seen.milliseconds)
            bytes.put(seen.latitudeSteps)
            bytes.put(seen.longitudeSteps)
            bytes.put(seen.barometricSteps)
            bytes.put(seen.geometricSteps)
            bytes.put(seen.rateSteps)
            bytes.put(seen.speedTenths)
            bytes.put(seen.trackTenths)
            bytes.put(seen.nicByte)
            bytes.put(seen.levelByte)
            bytes.put(seen.sourceClass.rawValue)
            bytes.put(seen.flags.rawValue)
            let set = Int(seen.heardBy) < receiverSets.count ? receiverSets[Int(seen.heardBy)] : .empty
            bytes.put(UInt32(clamping: set.ids.count))
            for id in set.ids { bytes.put(id) }
            bytes.put(UInt32(clamping: set.beyond))
            bytes.put(seen.details ?? ObservationDetails())
            bytes.put(licence.rawValue)
            bytes.put(origin ?? "")
        }
        return bytes.bytes
    }

    /// All names.
    public func canonicalNames() -> [UInt8] {
        var bytes = CanonicalBytes()
        for name in names {
            bytes.put(name.aircraft)
            bytes.put(name.milliseconds)
            bytes.put(name.field.rawValue)
            bytes.put(name.value)
            bytes.put(licence.rawValue)
            bytes.put(origin ?? "")
        }
        return bytes.bytes
    }
}

/// Numbers as little-endian bytes, one after the other.
private struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(type(of: value).bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func put(_ text: String) {
        put(UInt32(clamping: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put(_ aircraft: ArchivedAircraft) {
        put(aircraft.address.rawValue)
        put(aircraft.kind.rawValue)
    }

    private mutating func put<Value: FixedWidthInteger>(_ value: Value?) {
        put(value == nil ? UInt8(0) : 1)
        if let value { put(value) }
    }

    private mutating func put(_ value: Bool?) { put(value.map { $0 ? UInt8(1) : 0 }) }

    mutating func put(_ details: ObservationDetails) {
        guard !details.isEmpty else {
            put(UInt8(0))
            return
        }
        put(UInt8(1))
        put(details.indicatedAirspeed)
        put(details.trueAirspeed)
        put(details.mach)
        put(details.roll)
        put(details.trackRate)
        put(details.magneticHeading)
        put(details.trueHeading)
        put(details.selectedHeading)
        put(details.geometricRate)
        put(details.selectedAltitude)
        put(details.managedAltitude)
        put(details.pressureSetting)
        put(details.windDirection)
        put(details.windSpeed)
        put(details.staticTemperature)
        put(details.totalTemperature)
        put(details.modes)
        put(details.adsbVersion)
        put(details.nacP)
        put(details.nacV)
        put(details.sil)
        put(details.silType)
        put(details.sda)
        put(details.gva)
        put(details.nicBaro)
        put(details.containmentRadius)
        put(details.isAlert)
        put(details.isIdent)
    }
}
