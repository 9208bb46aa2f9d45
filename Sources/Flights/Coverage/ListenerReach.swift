/// Above which half degrees each listener has heard somebody, and so also which lie beside those.
struct ListenerReach: Sendable {
    /// Listener and half degree.
    private var heard: Set<UInt64> = []
    /// By half degree: who has heard somebody there or beside.
    private var around: [UInt32: [UInt32]] = [:]

    mutating func note(_ listener: UInt32, at cell: CoverageCell) {
        guard heard.insert(UInt64(listener) << 32 | UInt64(cell.ground)).inserted else { return }
        for ground in cell.surroundings where !isNoted(listener, at: ground, but: cell.ground) {
            around[ground, default: []].append(listener)
        }
    }

    /// Whether somebody is among those of a half degree already, but for what was heard above one of those around it.
    private func isNoted(_ listener: UInt32, at ground: UInt32, but new: UInt32) -> Bool {
        guard let known = around[ground] else { return false }
        if known.count <= Self.few { return known.contains(listener) }
        return CoverageCell.surroundings(of: ground).contains { place in
            place != new && heard.contains(UInt64(listener) << 32 | UInt64(place))
        }
    }

    /// More than so many are not looked through one by one.
    private static let few = 32

    /// Those who have heard somebody here or beside, in no order.
    func listeners(at cell: CoverageCell) -> [UInt32] { around[cell.ground] ?? [] }
}
