extension Gazetteer {
    /// The places that have just these words as a name, best first: for finding places in running text.
    ///
    /// Case, diacritics and words that only say what kind of place it is do not matter; nothing is completed and no slip is forgiven.
    ///
    /// - Parameters:
    ///   - text: a phrase of a text; longer than `longestSearch` letters it names nothing.
    ///   - limit: at most so many, up to `mostMatches`.
    /// - Returns: `exact` or `alias`, by how well the name fits and how large the place is together.
    public func places(named text: some StringProtocol, kinds: PlaceKinds = .all, limit: Int = 8) -> [PlaceMatch] {
        guard limit > 0, text.unicodeScalars.prefix(Self.longestSearch + 1).count <= Self.longestSearch else {
            return []
        }
        let (words, isAboutAirport) = NameFolding.telling(NameFolding.words(text))
        guard let rarest = words.min(by: { nameIndex.count(of: $0) < nameIndex.count(of: $1) }) else { return [] }
        var found = Ranking(limit: min(limit, Self.mostMatches))
        var last = -1
        nameIndex.eachPlace(withWord: rarest) { place, flags in
            guard place != last, !flags.contains(.ofCity), words.count > 1 || flags.contains(.alone) else { return }
            guard fits(place, kinds, nil) else { return }
            last = place
            guard let quality = wholeName(of: place, words) else { return }
            found.take(place, quality, size: importance(of: place) + (isAboutAirport && isAirport(place) ? 2.5 : 0))
        }
        return found.best.map { match($0.place, $0.quality, words) }
    }

    private func wholeName(of place: Int, _ words: [[UInt8]]) -> MatchQuality? {
        let quality = wholeNameQuality(of: place, words, was: .words)
        return quality <= .alias ? quality : nil
    }
}
