import Aero
import Tracking

/// What one open log holds, in memory, by aircraft and terms.
struct OpenGeneration {
    struct Key: Hashable {
        private let bits: UInt64
        let terms: Int

        init(_ aircraft: ArchivedAircraft, terms: Int) {
            bits = UInt64(aircraft.address.rawValue) | UInt64(aircraft.kind.rawValue) << 25
            self.terms = terms
        }

        var aircraft: ArchivedAircraft {
            let address = UInt32(truncatingIfNeeded: bits & 0x1FF_FFFF)
            return ArchivedAircraft(
                address & 0x100_0000 == 0 ? AircraftAddress(icao: address) : AircraftAddress(other: address),
                kind: ArchivedAircraft.Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 25))
            )
        }

        func hash(into hasher: inout Hasher) { hasher.combine(bits << 16 | UInt64(truncatingIfNeeded: terms)) }
    }

    /// Which log it is; rising.
    let number: UInt64
    private(set) var tracks: [Key: OpenTrack] = [:]
    private(set) var sets = ReceiverSetTable()
    /// By aircraft, as they came: who asks for one does not look at those of all.
    private(set) var names: [ArchivedAircraft: [(change: IdentityChange, terms: Int)]] = [:]
    private(set) var terms: [ArchiveTerms] = []
    private(set) var rowCount = 0
    /// Set from the number of rows on at which they are packed.
    private var packer: BlockBody?
    /// Rows that are kept as they are: 50 bytes each, up to twice that while lists grow.
    private let plainRows: Int

    init(number: UInt64, plainRows: Int = 500_000) {
        self.number = number
        self.plainRows = plainRows
    }

    mutating func add(_ batch: ObservationBatch) {
        let asked = ArchiveTerms(licence: batch.licence, origin: batch.origin)
        let term = terms.firstIndex(of: asked) ?? terms.count
        if term == terms.count { terms.append(asked) }
        if packer == nil, rowCount + batch.rows.count > plainRows { packer = BlockBody() }
        let places = batch.receiverSets.map { sets.place(of: $0) }
        for index in batch.rows.indices {
            var row = batch.rows[index].observation
            row.heardBy = Int(row.heardBy) < places.count ? places[Int(row.heardBy)] : 0
            tracks[Key(batch.rows[index].aircraft, terms: term), default: OpenTrack()].append(row, packer: &packer)
        }
        for change in batch.names { names[change.aircraft, default: []].append((change, term)) }
        rowCount += batch.rows.count
    }

    /// The tracks of one aircraft, one for each of the terms under which it came.
    func tracks(of aircraft: ArchivedAircraft) -> [(terms: ArchiveTerms, track: OpenTrack)] {
        terms.indices.compactMap { index in
            tracks[Key(aircraft, terms: index)].map { (terms[index], $0) }
        }
    }
}
