import Aero
import Tracking

extension FeedLedger {
    /// What is counted of what it gave.
    struct Counted: Hashable, Sendable {
        var frames = 0
        var copies = 0
        var positions = 0
        var rejected = 0
        var ambiguous = 0

        static func - (left: Counted, right: Counted) -> Counted {
            Counted(
                frames: left.frames - right.frames,
                copies: left.copies - right.copies,
                positions: left.positions - right.positions,
                rejected: left.rejected - right.rejected,
                ambiguous: left.ambiguous - right.ambiguous
            )
        }
    }

    var counted: Counted {
        Counted(frames: frames, copies: copies, positions: positions, rejected: rejected, ambiguous: ambiguous)
    }

    mutating func add(_ counted: Counted) {
        frames += counted.frames
        copies += counted.copies
        positions += counted.positions
        rejected += counted.rejected
        ambiguous += counted.ambiguous
    }

    /// Counts what became of a frame or report.
    ///
    /// - Parameters:
    ///   - fresh: gets the aircraft if this may be the first of it.
    ///   - address: whom a claim names.
    mutating func note(_ ingested: Ingested, _ fresh: inout [AircraftAddress], address: AircraftAddress? = nil) {
        frames += 1
        switch ingested.verdict {
        case .believed:
            if ingested.isFirstOfReceiver, let address = address ?? ingested.address { fresh.append(address) }
        case .awaitingSecond:
            if let address = ingested.address { fresh.append(address) }
        case .unreadable: rejected += 1
        case .copy: copies += 1
        case .ambiguous: ambiguous += 1
        case .unattributed, .repairedStranger, .withheld: break
        }
        if ingested.fix != nil { positions += 1 }
    }
}

extension Ingested {
    /// Whether it goes on to others: no copy, and of nobody who is not believed.
    var isFirstCopy: Bool {
        switch verdict {
        case .copy, .withheld: false
        default: true
        }
    }
}
