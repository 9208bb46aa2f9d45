import Aero

extension WatchRule {
    /// Stands for id, version and text.
    var stableName: String {
        var hash = StableHash()
        hash.add(id)
        hash.add(UInt64(version))
        hash.add(source.json)
        return hash.digits
    }
}

extension WatchArea {
    /// Stands for shape and hysteresis.
    var stableName: String {
        var writer = StateWriter()
        writer.put(hysteresis.rawValue)
        switch shape {
        case .circle(let centre, let radius):
            writer.byte(0)
            writer.put(centre)
            writer.put(radius.rawValue)
        case .polygon(let corners):
            writer.byte(1)
            writer.put(corners)
        case .corridor(let points, let width):
            writer.byte(2)
            writer.put(points)
            writer.put(width.rawValue)
        }
        return writer.stableName
    }
}

extension PlacedLevel {
    /// Stands for what is measured, from where, and the bounds.
    var stableName: String {
        var writer = StateWriter()
        switch test.quantity {
        case .altitude: writer.byte(0)
        case .speed: writer.byte(1)
        case .verticalRate: writer.byte(2)
        case .distance(let airport, let ceiling):
            writer.byte(3)
            writer.put(airport)
            writer.put(ceiling)
        }
        writer.put(test.above)
        writer.put(test.below)
        writer.put(test.duration.seconds)
        writer.put(place)
        return writer.stableName
    }
}

extension StateWriter {
    fileprivate var stableName: String {
        var hash = StableHash()
        for byte in bytes { hash.add(byte) }
        return hash.digits
    }
}
