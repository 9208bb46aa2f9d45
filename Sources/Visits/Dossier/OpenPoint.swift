/// What a text leaves open, to be asked of a person.
public struct OpenPoint: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The text does not say when it was written.
        case noDateline = "no_dateline"
        /// The year follows from a day of the week and a date alone.
        case yearInferred = "year_inferred"
        case cityAbsent = "city_absent"
        /// A region without airports of its own.
        case regionOnly = "region_only"
        /// A name that no list of places has.
        case unknownPlace = "unknown_place"
        /// A time without a zone.
        case noZone = "no_zone"
        case noTime = "no_time"
        case noReturn = "no_return"
        /// "Home", without a name.
        case returnUnnamed = "return_unnamed"
        case emptySource = "empty_source"
        case noSubject = "no_subject"
        case noStop = "no_stop"
        case aircraftUnknown = "aircraft_unknown"
        /// Two itineraries that do not agree.
        case competingTracks = "competing_tracks"
        /// The dates that are written and the order of the words disagree.
        case orderUnclear = "order_unclear"
    }

    public let kind: Kind
    public let span: TextSpan?
    /// The stop it is about, by its number.
    public let stop: Int?

    public init(_ kind: Kind, span: TextSpan? = nil, stop: Int? = nil) {
        self.kind = kind
        self.span = span
        self.stop = stop
    }
}
