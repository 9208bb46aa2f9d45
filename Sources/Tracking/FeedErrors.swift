import Aero

/// How often one feed's bits are wrong, from what can be seen of it.
///
/// Two looks are taken and the worse is believed, since a feed may hand on only what passed a check: squitters of known aircraft that
/// fail their parity or were repaired, and replies whose remainder is one parity bit beside a known address. A feed that shows no
/// errors at all may merely hide them, hence the floor.
struct FeedErrors: Sendable {
    // The first guess is 2 in a thousand, and counts for some 30 frames. Ours.
    private var squitterBits = 2_000.0
    private var squitterErrors = 4.0
    private var replies = 30.0
    private var besideHits = 1.44
    private var runHits = 0.4
    /// Damaged frames that were handed on.
    private var sightings = 0

    /// Ours: below, a contradiction in altitude or code must still outweigh the rarity of errors.
    private static let floor = 1e-3
    /// The same where errors do show.
    private static let openFloor = 1e-4
    private static let ceiling = 2.5e-2
    private static let runFloor = 3e-4
    private static let openRunFloor = 2e-5
    /// Bits and replies after which older ones count half.
    private static let mostBits = 400_000.0
    private static let mostReplies = 4_000.0

    /// How likely one bit is wrong.
    var bit: Double {
        min(
            Self.ceiling,
            max(showsErrors ? Self.openFloor : Self.floor, squitterErrors / squitterBits, besideHits / (24 * replies))
        )
    }
    /// How likely exactly two, three or four given neighbouring bits are wrong.
    var run: Double {
        min(
            Self.ceiling,
            max(showsErrors ? Self.openRunFloor : Self.runFloor, runHits / (Double(SisterPattern.runs.count) * replies))
        )
    }

    /// Whether damaged replies are handed on at all, so that their number can be believed.
    private var showsErrors: Bool { sightings >= 2 }

    /// Notes a squitter of a known aircraft.
    ///
    /// - Parameter errors: bits known to be wrong; two for a frame that is past repair.
    mutating func noteSquitter(bits: Int, errors: Double) {
        squitterBits += Double(bits)
        squitterErrors += errors
        if errors > 0 { sightings = min(1_000, sightings + 1) }
        if squitterBits > Self.mostBits {
            squitterBits /= 2
            squitterErrors /= 2
        }
    }

    /// Notes a reply whose address was active.
    mutating func noteReply() {
        replies += 1
        if replies > Self.mostReplies {
            replies /= 2
            besideHits /= 2
            runHits /= 2
        }
    }

    /// Notes a reply of no known aircraft that is one parity bit beside one.
    mutating func noteBeside() {
        besideHits += 1
        sightings = min(1_000, sightings + 1)
    }
    /// The same, some neighbouring bits beside one.
    mutating func noteRun() {
        runHits += 1
        sightings = min(1_000, sightings + 1)
    }
}
