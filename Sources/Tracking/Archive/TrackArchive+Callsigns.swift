import Aero

extension TrackArchive {
    /// The callsigns of an aircraft as its days tell them, for archives that show a part of what there is.
    func callsignsByDay(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        var told: [(callsign: String, milliseconds: Int64)] = []
        for day in try await days(of: aircraft) {
            let start = Timestamp(seconds: Double(day.number * 86_400))
            let range = start..<start.advanced(bySeconds: 86_400)
            let trace = try await trace(of: aircraft, during: range, withoutPositions: true)
            // What it was called at the beginning of the day was told earlier.
            for name in trace.names where name.field == .callsign && name.milliseconds >= start.milliseconds {
                told.append((name.value, name.milliseconds))
            }
        }
        return Array(ArchivedCallsign.uses(of: told).prefix(limit))
    }
}
