import Aero
import Flights
import Polling

/// A source that is asked again and again and answers with all it knows of an area, so that its silence can mean something.
struct AreaSource: Hashable, Sendable {
    /// As the record of polls names it.
    let name: String
    /// The archive's.
    let number: UInt32
    /// What is asked: a poll that asked for something else was of another area.
    let request: String
    /// Usual seconds between two questions.
    let period: Double
    let area: PolledArea

    /// - Returns: `nil` for a source that is asked for single aircraft or kinds of them, or that is not polled at all.
    init?(_ source: SourceSpecification, _ directory: ProviderDirectory, numbers: inout ArchiveNumbers) {
        guard let polled = source.polled else { return nil }
        switch polled.target.query {
        case .document: area = .everywhere
        case .circle(let centre, let radius): area = .circle(centre, Metres(radius.rawValue * 1_852))
        case .box(let south, let west, let north, let east):
            area = .box(south: south, west: west, north: north, east: east)
        case .addresses, .registrations, .types, .military: return nil
        }
        let profile = polled.profile(directory)
        guard let path = try? polled.target.requestPath(profile) else { return nil }
        name = source.shownName
        number = numbers.number(ReceiverName(source: name), nil)
        request = "GET \(polled.target.origin)\(path)"
        period = polled.interval(profile)
    }

    /// By the archive's numbers; names of sources are unique, and so are these.
    static func areas(_ sources: [AreaSource]) -> [UInt32: PolledArea] {
        Dictionary(sources.map { ($0.number, $0.area) }, uniquingKeysWith: { first, _ in first })
    }
}
