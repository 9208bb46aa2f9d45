import Aero
import Site
import Store
import Tracking

extension HistoryPin {
    /// A pin as an archive has it; its open ends have no time.
    init(_ number: Int64, _ pin: ArchivePin) {
        self.init(
            number: number,
            aircraft: pin.aircraft,
            area: pin.area,
            from: pin.during.lowerBound.nanoseconds < Self.earliest ? nil : pin.during.lowerBound,
            to: pin.during.upperBound.nanoseconds > Self.latest ? nil : pin.during.upperBound,
            reason: pin.reason,
            who: pin.who,
            made: pin.made
        )
    }

    /// Times near the ends of what can be counted mean that an end is open: archives round them to milliseconds.
    private static let earliest = Int64.min + 1_000_000_000
    private static let latest = Int64.max - 1_000_000_000

    var archived: ArchivePin {
        let start = from ?? Timestamp(nanoseconds: .min)
        return ArchivePin(
            aircraft: aircraft,
            area: area,
            during: start..<max(start, to ?? Timestamp(nanoseconds: .max)),
            reason: reason,
            who: who
        )
    }
}
