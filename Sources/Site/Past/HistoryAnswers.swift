public import Aero
public import Tracking

/// Answers to questions about the past, byte for byte as the interface gives them, for who asks an archive without a server.
///
/// Whoever can read the archive's files may see all of it.
public struct HistoryAnswers: Sendable {
    private let reader: HistoryReader
    private let book: any AddressBook

    public init(_ archive: any TrackArchive, realm: ArchiveRealm, book: any AddressBook) {
        reader = HistoryReader(archive: archive, realm: realm, givesEverything: true)
        self.book = book
    }

    /// `/api/v1/aircraft/{hex}/history`.
    ///
    /// - Parameters:
    ///   - withoutPositions: rows without a position too.
    ///   - limit: rows at most.
    public func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool = false,
        limit: Int
    ) async throws(ArchiveError) -> [UInt8] {
        var basis = AnswerBasis(realm: reader.realm)
        let path = try await asked { () async throws(APIError) in
            try await reader.path(
                of: aircraft,
                during: during,
                withoutPositions: withoutPositions,
                limit: limit,
                &basis
            )
        }
        return PastTraceDocument.json(aircraft, path, during: during, basis, book)
    }

    /// `/api/v1/history/area`.
    ///
    /// - Parameters:
    ///   - silent: those too who were heard in that time and never with a position.
    ///   - limit: aircraft at most.
    public func area(
        _ area: ArchiveArea,
        during: Range<Timestamp>,
        silent: Bool = false,
        limit: Int
    ) async throws(ArchiveError) -> [UInt8] {
        var basis = AnswerBasis(realm: reader.realm)
        var summary = AreaSummary(bound: limit, realm: reader.realm)
        try await asked { () async throws(APIError) in
            try await reader.window(area, during: during, &basis) { summary.add($0, isForced: $1) }
            if silent {
                summary.beginSilent()
                let told = during.lowerBound..<(basis.next ?? during.upperBound)
                try await reader.silent(during: told, limit: limit, into: &summary, &basis)
            }
            try await reader.noteDays(of: during, &basis)
        }
        return summary.json(during: during.lowerBound..<(basis.next ?? during.upperBound), basis, book)
    }

    /// `/api/v1/history/near`.
    public func near(
        _ place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [UInt8] {
        var basis = AnswerBasis(realm: reader.realm)
        let found = try await asked { () async throws(APIError) in
            try await reader.near(place, within: radius, at: time, limit: limit, &basis)
        }
        return NearDocument.json(found, at: time, basis, book)
    }

    /// `/api/v1/history/callsigns`.
    ///
    /// - Parameters:
    ///   - callsign: up to 8 letters and digits; with `*` at the end all that begin so.
    ///   - limit: uses at most.
    /// - Throws: `badQuestion` for what is no callsign.
    public func uses(of callsign: String, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [UInt8] {
        guard let pattern = CallsignPattern(callsign) else {
            throw .badQuestion(
                "\(callsign) is no callsign: up to 8 letters and digits, as KLM1023, or two or more and *, as KLM*"
            )
        }
        var basis = AnswerBasis(realm: reader.realm)
        let uses = try await asked { () async throws(APIError) in
            try await reader.uses(of: pattern, during: during, limit: limit, &basis)
        }
        return uses.json(during: during.lowerBound..<(basis.next ?? during.upperBound), basis, book)
    }

    /// `/api/v1/history/days`.
    public func days(during: Range<Timestamp>) async throws(ArchiveError) -> [UInt8] {
        let days = try await reader.archive.days(in: during)
        return PastDaysDocument.json(days, during: during, AnswerBasis(realm: reader.realm))
    }

    /// `/api/v1/aircraft/{hex}/days`.
    ///
    /// - Parameter during: days that lie outside are left out.
    public func days(of aircraft: ArchivedAircraft, during: Range<Timestamp>) async throws(ArchiveError) -> [UInt8] {
        let span = try await reader.archive.span(of: aircraft)
        let days = try await reader.archive.days(of: aircraft).filter {
            UTCDay(number: $0.number).range.overlaps(during)
        }
        return PastDaysDocument.json(aircraft, span: span, days, AnswerBasis(realm: reader.realm))
    }

    /// `/api/v1/history/days/{day}`, as the operator is told.
    public static func day(_ day: HistoryDay, realm: ArchiveRealm) -> [UInt8] {
        PastDaysDocument.json(day, realm: realm, showsAll: true)
    }

    /// `/api/v1/pins`.
    public static func pins(_ pins: [HistoryPin], realm: ArchiveRealm) -> [UInt8] {
        PinsDocument.list(pins, realm: realm)
    }

    private func asked<Value>(_ question: () async throws(APIError) -> Value) async throws(ArchiveError) -> Value {
        do throws(APIError) { return try await question() } catch { throw .failed(error.message) }
    }
}
