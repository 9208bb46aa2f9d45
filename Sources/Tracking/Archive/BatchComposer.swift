import Aero

/// Puts rows into batches, one for each set of terms.
struct BatchComposer {
    private(set) var batches: [ObservationBatch] = []
    private var places: [FeedTerms: Int] = [:]
    private var last: (terms: FeedTerms, place: Int)?
    /// The places of sets of one receiver, and of the set that was used last, by batch.
    private var singles: [Single: UInt32] = [:]

    private struct Single: Hashable {
        var batch: Int
        var receiver: UInt32
    }

    mutating func add(
        _ row: WaitingRow,
        _ hearings: Hearings?,
        _ terms: FeedTerms,
        _ number: (FeedID, UInt64?) -> UInt32
    ) {
        let place = place(of: terms)
        var observation = row.observation
        if let hearings, hearings.count > 1 {
            let set = ReceiverSet(hearings.all.map { number($0.feed, $0.receiver) }, beyond: hearings.beyond)
            observation.heardBy = batches[place].place(of: set)
            if let level = hearings.all.compactMap(\.level).max() { observation.level = level }
        } else {
            observation.heardBy = single(number(row.feed, row.receiver), in: place)
        }
        batches[place].rows.append(ObservationBatch.Row(row.aircraft, observation))
    }

    mutating func add(_ change: IdentityChange, _ terms: FeedTerms) {
        batches[place(of: terms)].names.append(change)
    }

    private mutating func single(_ receiver: UInt32, in batch: Int) -> UInt32 {
        let key = Single(batch: batch, receiver: receiver)
        if let known = singles[key] { return known }
        let place = batches[batch].place(of: ReceiverSet([receiver]))
        singles[key] = place
        return place
    }

    private mutating func place(of terms: FeedTerms) -> Int {
        if let last, last.terms == terms { return last.place }
        if let known = places[terms] {
            last = (terms, known)
            return known
        }
        batches.append(ObservationBatch(licence: terms.licence, origin: terms.origin))
        places[terms] = batches.count - 1
        last = (terms, batches.count - 1)
        return batches.count - 1
    }
}
