/// Above which half degrees each listener has heard somebody, and so also which lie beside those.
struct ListenerReach: Sendable {
    /// Listener and half degree.
    private var heard: Set<UInt64> = []
    /// By half degree: who has heard somebody there or beside.
    private var around: [UInt32: [UInt32]] = [:]

    mutating func note(_ listener: UInt32, at cell: CoverageCell) {
        guard heard.insert(UInt64(listener) << 32 | UInt64(cell.ground)).inserted else { return }
        for ground in cell.surroundings where !(around[ground]?.contains(listener) ?? false) {
            around[ground, default: []].append(listener)
        }
    }

    /// Those who have heard somebody here or beside, in no order.
    func listeners(at cell: CoverageCell) -> [UInt32] { around[cell.ground] ?? [] }
}
