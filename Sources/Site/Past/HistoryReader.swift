import Aero
import Hummingbird
import Tracking

/// Asks one archive for one visitor: what he may not be given is left out here, and what is too much is cut in time.
struct HistoryReader {
    let archive: any TrackArchive
    let realm: ArchiveRealm
    /// The operator sees what others may not be handed.
    let givesEverything: Bool
    /// Whether it is told how many receivers heard a row: where a row begins to be heard tells where they stand.
    let tellsReceivers: Bool

    /// - Parameter archive: asked for what may be handed on alone, unless everything is given.
    init(archive: any TrackArchive, realm: ArchiveRealm, givesEverything: Bool, tellsReceivers: Bool = true) {
        self.tellsReceivers = tellsReceivers
        self.archive = givesEverything ? archive : archive.holding(only: Self.redistributable) ?? archive
        self.realm = realm
        self.givesEverything = givesEverything
    }

    private static let redistributable = Set(LicenceTag.allCases.filter(\.isRedistributable))

    /// Whether the terms of all that a trace is made of let it be given. An archive that cannot tell rows apart by their terms says them
    /// of a whole trace: there one forbidden part holds back all of it.
    func mayGive(_ evidence: ArchiveEvidence) -> Bool {
        givesEverything || evidence.licences.allSatisfy(\.isRedistributable)
    }

    /// Asks; what an archive cannot do is told without its paths.
    func ask<Value>(_ question: () async throws(ArchiveError) -> Value) async throws(APIError) -> Value {
        do throws(ArchiveError) { return try await question() } catch { throw APIError(error) }
    }

    /// Days that are not complete are told of also where nobody was heard at all.
    func noteDays(of range: Range<Timestamp>, _ basis: inout AnswerBasis) async throws(APIError) {
        let days = try await ask { () async throws(ArchiveError) in try await archive.incompleteDays(in: range) }
        for day in days { basis.noteIncomplete(day) }
    }

    /// The end of the slice that begins at a time: the next full quarter, hour or day.
    static func end(of start: Timestamp, slice seconds: Int64, in range: Range<Timestamp>) -> Timestamp {
        let step = seconds * 1_000_000_000
        let begun = start.nanoseconds / step
        let (edge, overflow) = (begun + 1).multipliedReportingOverflow(by: step)
        return overflow ? range.upperBound : min(range.upperBound, Timestamp(nanoseconds: edge))
    }
}

extension APIError {
    static let noHistory = APIError(
        status: .notFound,
        code: "no-history",
        message: "this server keeps no history of that kind"
    )

    init(_ error: ArchiveError) {
        switch error {
        case .badQuestion(let reason): self = .badRequest("query", reason)
        case .inUse, .full, .unreadable, .newerSchema, .failed:
            self.init(
                status: .serviceUnavailable,
                code: "archive",
                message: "the history cannot be read now; the log of the server says why",
                headers: [.retryAfter: "30"]
            )
        }
    }
}
