/// Numbers as text with a fixed number of decimals.
enum Decimals {
    /// - Parameter places: 0…6.
    static func text(_ value: Double, places: Int) -> String {
        let scale = (0..<max(0, min(6, places))).reduce(1) { factor, _ in factor * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 9e17 else { return "0" }
        let number = Int64(scaled)
        let sign = number < 0 ? "-" : ""
        guard scale > 1 else { return String(number) }
        let whole = number.magnitude / UInt64(scale)
        let rest = String(number.magnitude % UInt64(scale))
        return sign + String(whole) + "." + String(repeating: "0", count: places - rest.utf8.count) + rest
    }
}
