import Aero

@testable import Site

/// What sources received, as a test says it.
final class FakeReception: ReceptionDesk {
    private let reports: [ReceptionReport]

    init(_ reports: [ReceptionReport] = [FakeReception.roof(.hour), FakeReception.roof(.day), FakeReception.field]) {
        self.reports = reports
    }

    func reception(of id: String, over span: ReceptionSpan) async -> ReceptionReport? {
        guard
            let one = reports.first(where: { $0.id == id && $0.span == span }) ?? reports.first(where: { $0.id == id })
        else { return nil }
        return one
    }

    /// A source whose samples are demodulated here, with everything that can be said of it.
    static func roof(_ span: ReceptionSpan, place: ReceptionReport.Place = .site) -> ReceptionReport {
        let last = span.slotStart(at: Tracks.now)
        var report = ReceptionReport(
            id: "roof",
            name: "roof",
            span: span,
            end: Tracks.now,
            hasRadio: true,
            place: place
        )
        report.slots = (0..<3).map { number in
            var slot = ReceptionSlot(start: last - Int64(span.slotSeconds * (2 - number)))
            slot.watchedSeconds = number == 2 ? 0.5 : Double(span.slotSeconds)
            slot.messages = [600, 30, 20, 10, 5, 0, 0, 1]
            slot.levels = [Int](repeating: 0, count: ReceptionSlot.levelCount)
            (slot.levels[2], slot.levels[20], slot.levels[59]) = (6, 600, 60)
            slot.farthest = (0..<ReceptionSlot.sectorCount).map { $0 % 4 == 0 ? 0 : Double($0 + number) * 10_000 }
            (slot.aircraft, slot.positioned, slot.repaired, slot.refused, slot.dropped) = (9, 7, 12, 240, 3)
            (slot.samples, slot.lostSamples, slot.clippedSamples) = (144_000_000, 2400, 12)
            (slot.noiseSum, slot.noiseCount, slot.noiseHighest) = (-1920, 60, -30.5)
            if number == 0 { slot.gain = 42.1 } else { slot.gainStep = 27 }
            return slot
        }
        return report
    }

    /// A listener, of which least is known.
    static let field = ReceptionReport(
        id: "field",
        name: "field",
        span: .hour,
        end: Tracks.now,
        isSimulated: true,
        slots: [ReceptionSlot(start: ReceptionSpan.hour.slotStart(at: Tracks.now))]
    )
}
