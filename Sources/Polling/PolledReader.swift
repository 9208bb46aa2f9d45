import Aero
import Feeds
import ModeS

/// Turns the bodies a source is answered with into claims.
struct PolledReader {
    private enum Reader {
        case objects(AircraftObjectReader)
        case states(OpenSkyStatesReader)
    }

    private var reader: Reader

    init(_ format: PollFormat, largestBody: Int) {
        var limits = AircraftObjectReader.Limits()
        limits.bytes = largestBody
        reader =
            switch format {
            case .readsb, .v2: .objects(AircraftObjectReader(limits: limits))
            case .openSky: .states(OpenSkyStatesReader(limits: limits))
            }
    }

    /// Whether anything said that it is simulated.
    var sawSimulationMark: Bool {
        if case .objects(let reader) = reader { reader.sawSimulationMark } else { false }
    }

    var counters: AircraftObjectReader.Counters {
        switch reader {
        case .objects(let reader): reader.counters
        case .states(let reader): reader.counters
        }
    }

    /// Reads a body.
    ///
    /// - Throws: `PollFailure.unreadable` with a line for people.
    mutating func read(_ body: [UInt8], arrival: Timestamp) throws(PollFailure) -> [ClaimedReport] {
        var reports: [ClaimedReport] = []
        do {
            switch reader {
            case .objects(var objects):
                defer { reader = .objects(objects) }
                try objects.read(document: body.span, arrival: arrival, into: &reports)
            case .states(var states):
                defer { reader = .states(states) }
                try states.read(document: body.span, arrival: arrival, into: &reports)
            }
        } catch {
            let isPage = body.prefix(64).contains(UInt8(ascii: "<"))
            throw .unreadable(reason: isPage ? "a page came instead of data" : error.description)
        }
        return reports
    }
}
