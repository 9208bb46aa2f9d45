import Aero
import Bundles

/// Settings that decide what a bundle holds, without secrets and without places.
struct BundleSettings {
    private let settings: ServeSettings

    init(_ settings: ServeSettings) { self.settings = settings }

    var bytes: [UInt8] {
        let operation = settings.operation
        let value = CanonicalJSON.members([
            "ladd": .string(operation.limitedDisplay.rawValue),
            "place": .string("\(operation.place)"),
            "publicDelaySeconds": .number(operation.publicDelay),
            "publicFloor": .string("\(operation.publicFloor)"),
            "publicRange": .string("\(operation.publicRange)"),
        ])
        return value.bytes + [0x0A]
    }
}
