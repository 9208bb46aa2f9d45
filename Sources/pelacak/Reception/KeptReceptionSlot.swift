import Site

/// A slot as it is written into the file: what is nothing is left out.
struct KeptReceptionSlot: Codable {
    private var at: Int64
    private var watched: Double
    private var messages: [Int]?
    private var repaired: Int?
    private var refused: Int?
    private var dropped: Int?
    private var levels: [Int]?
    private var farthest: [Double]?
    private var aircraft: Int?
    private var positioned: Int?
    private var samples: Int?
    private var lost: Int?
    private var clipped: Int?
    private var noise: [Double]?
    private var gain: Double?
    private var step: Int?

    /// No true count is larger.
    private static let most = 1 << 50
    /// The half of the Earth's circumference, metres.
    private static let antipode = 20_037_600.0

    init(_ slot: ReceptionSlot) {
        func written(_ count: Int) -> Int? { count > 0 ? count : nil }
        (at, watched) = (slot.start, slot.watchedSeconds)
        messages = slot.messages.isEmpty ? nil : slot.messages
        levels = slot.levels.isEmpty ? nil : slot.levels
        // To ten metres: it is read again as it is told.
        farthest = slot.farthest.isEmpty ? nil : slot.farthest.map { ($0 / 10).rounded() * 10 }
        (repaired, refused, dropped) = (written(slot.repaired), written(slot.refused), written(slot.dropped))
        (aircraft, positioned) = (written(slot.aircraft), written(slot.positioned))
        (samples, lost, clipped) = (written(slot.samples), written(slot.lostSamples), written(slot.clippedSamples))
        if let highest = slot.noiseHighest { noise = [slot.noiseSum, Double(slot.noiseCount), highest] }
        (gain, step) = (slot.gain, slot.gainStep)
    }

    /// `nil` where a number is none that could have been written.
    func slot(length: Int) -> ReceptionSlot? {
        let counts = [repaired, refused, dropped, aircraft, positioned, samples, lost, clipped].map { $0 ?? 0 }
        guard (0...Double(length)).contains(watched), Self.isSound(counts), Self.isSound(messages ?? []),
            Self.isSound(levels ?? []), (farthest ?? []).allSatisfy({ (0...Self.antipode).contains($0) }),
            [0, ReceptionKind.allCases.count].contains(messages?.count ?? 0),
            [0, ReceptionSlot.levelCount].contains(levels?.count ?? 0),
            [0, ReceptionSlot.sectorCount].contains(farthest?.count ?? 0),
            gain.map({ (0...60).contains($0) }) ?? true, step.map({ (0...255).contains($0) }) ?? true
        else { return nil }
        var slot = ReceptionSlot(start: at)
        slot.watchedSeconds = watched
        (slot.messages, slot.levels, slot.farthest) = (messages ?? [], levels ?? [], farthest ?? [])
        (slot.repaired, slot.refused, slot.dropped) = (counts[0], counts[1], counts[2])
        (slot.aircraft, slot.positioned) = (counts[3], counts[4])
        (slot.samples, slot.lostSamples, slot.clippedSamples) = (counts[5], counts[6], counts[7])
        (slot.gain, slot.gainStep) = (gain, step)
        guard let noise else { return slot }
        guard noise.count == 3, (1...1e6).contains(noise[1]), (-200...6).contains(noise[2]),
            (-200...6).contains(noise[0] / noise[1])
        else { return nil }
        (slot.noiseSum, slot.noiseCount, slot.noiseHighest) = (noise[0], Int(noise[1]), noise[2])
        return slot
    }

    private static func isSound(_ counts: [Int]) -> Bool { counts.allSatisfy { (0...most).contains($0) } }
}
