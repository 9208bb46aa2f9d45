import Aero

/// Places that can be reached: none, an area with an outline, or the whole Earth.
public enum ReachRegion: Hashable, Sendable {
    case nowhere
    case area(RegionOutline)
    case everywhere

    /// Traces the edge along 72 bearings, each by bisection.
    ///
    /// - Parameters:
    ///   - centre: a place inside whenever any is. Every great circle from it to its antipode leaves the region once at most.
    ///   - isInside: whether a place belongs to it.
    init(around centre: Position, isInside: (Position) -> Bool) {
        guard isInside(centre) else {
            self = .nowhere
            return
        }
        // At a pole itself all bearings are one: eleven metres beside it they are not.
        let latitude = min(89.999_9, max(-89.999_9, centre.latitude))
        let start = Position(latitude: latitude, longitude: centre.longitude) ?? centre
        let antipode = Position(latitude: -start.latitude, longitude: start.longitude + 180) ?? start
        guard !isInside(antipode) else {
            self = .everywhere
            return
        }
        self = .area(RegionOutline(around: start, isInside: isInside))
    }
}
