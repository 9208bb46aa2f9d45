import Aero
import Radio
import Site

/// What sources count is handed to the sky, which knows what came of it; and what they received lately is told.
extension SourceSupervisor: ReceptionDesk {
    func reception(of id: String, over span: ReceptionSpan) async -> ReceptionReport? {
        guard let entry = entry(id), entry.specification.polled == nil else { return nil }
        var report = ReceptionReport(id: id, name: entry.specification.shownName, span: span, end: TimeText.now)
        report.isSimulated = entry.specification.isSimulation
        guard let feed = entry.feed, let (history, isOfSeveral) = await sky.received(feed) else { return report }
        if let last = history.last { report.end = last }
        report.isSimulated = history.isSimulated ?? report.isSimulated
        report.hasRadio = history.hasRadio
        report.slots = history.slots(of: span)
        if !isOfSeveral, place(of: entry.specification) != nil {
            report.place = entry.specification.place == nil ? .site : .own
        }
        return report
    }

    /// Samples of a recording tell its time, those of a live source come now.
    func tell(_ statistics: DemodulatorStatistics, of id: String) async {
        guard let entry = entry(id), let feed = entry.feed else { return }
        let specification = entry.specification
        let seconds = Double(statistics.samples) / Double(specification.rate ?? 2_400_000)
        let start = specification.start ?? SourceSpecification.undated
        await sky.note(
            statistics,
            gain: specification.gain.map { Double($0) / 10 },
            at: specification.isRecording ? start.advanced(bySeconds: seconds) : TimeText.now,
            of: feed
        )
    }

    /// What the reader of its bytes has counted.
    func tellReading(of id: String) async {
        guard let entry = entry(id), let feed = entry.feed else { return }
        await sky.note(entry.counters, of: feed)
    }
}
