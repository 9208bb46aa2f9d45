import Aero
import Hummingbird
import NIOCore
import Tracking

/// Our own interface to the past.
struct HistoryRoutes: ArchiveRoutes {
    let access: HistoryAccess
    let book: any AddressBook
    let answers: SkyAnswers

    /// Seconds that one question spans at most: of one aircraft, of days, of everything in an area, of a replay.
    static let longestTrace = 31 * 86_400.0
    static let longestDays = 3660 * 86_400.0
    static let longestArea = 86_400.0
    static let longestReplay = 6 * 3600.0
    /// Points, aircraft and places at most in one answer.
    static let mostPoints = 20_000
    static let mostReplayPoints = 200_000
    static let mostAircraft = 1000
    static let mostNear = 50
    static let mostUses = 200
    /// Metres: as far as a place is near.
    static let farthest = 463_000.0

    enum Route: String, CaseIterable {
        case trace = "/api/v1/aircraft/{hex}/history"
        case aircraftDays = "/api/v1/aircraft/{hex}/days"
        case days = "/api/v1/history/days"
        case day = "/api/v1/history/days/{day}"
        case area = "/api/v1/history/area"
        case near = "/api/v1/history/near"
        case callsigns = "/api/v1/history/callsigns"
        case replay = "/api/v1/history/replay"
    }

    static let templates = allTemplates()

    static func words(of route: Route) -> Set<String> {
        switch route {
        case .trace: ["realm", "from", "to", "limit", "silent"]
        case .aircraftDays, .day: ["realm"]
        case .days: ["realm", "from", "to"]
        case .area: ["realm", "from", "to", "box", "limit", "silent"]
        case .near: ["realm", "lat", "lon", "radius", "at", "limit"]
        case .callsigns: ["realm", "from", "to", "callsign", "limit"]
        case .replay: ["realm", "from", "to", "box", "spacing"]
        }
    }

    func json(
        _ route: Route,
        _ values: [String],
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        switch route {
        case .trace: try await trace(try Self.aircraft(values[0]), question, realm, context)
        case .aircraftDays: try await days(of: try Self.aircraft(values[0]), realm, context)
        case .days: try await days(question, realm, context)
        case .day: try await day(values[0], realm, context)
        case .area: try await area(question, realm, context)
        case .near: try await near(question, realm, context)
        case .callsigns: try await callsigns(question, realm, context)
        case .replay: try await replay(question, realm, context)
        }
    }

    static func aircraft(_ hex: String) throws(APIError) -> ArchivedAircraft {
        guard let address = AircraftAddress(hex) else {
            throw .badRequest("hex", "an address is six hexadecimal digits, with ~ before one that is not ICAO's")
        }
        return ArchivedAircraft(address)
    }
}

// MARK: - Of one aircraft, and of days
extension HistoryRoutes {
    private func trace(
        _ aircraft: ArchivedAircraft,
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let range = try question.range(longest: Self.longestTrace)
        let limit = try question.limit(upTo: Self.mostPoints, else: Self.mostPoints)
        let isSilent = try question.flag("silent")
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        var basis = AnswerBasis(realm: realm)
        let path = try await reader.path(
            of: aircraft,
            during: range,
            withoutPositions: isSilent,
            limit: limit,
            &basis
        )
        return PastTraceDocument.json(aircraft, path, during: range, basis, book)
    }

    private func days(
        of aircraft: ArchivedAircraft,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let reader = try access.reader(of: realm, context)
        let seat = try await access.seat(context)
        defer { withExtendedLifetime(seat) {} }
        let span = try await reader.ask { () async throws(ArchiveError) in try await reader.archive.span(of: aircraft) }
        let days = try await reader.ask { () async throws(ArchiveError) in try await reader.archive.days(of: aircraft) }
        return PastDaysDocument.json(aircraft, span: span, days, AnswerBasis(realm: realm))
    }

    private func days(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let range = try question.range(longest: Self.longestDays)
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let days = try await reader.ask { () async throws(ArchiveError) in try await reader.archive.days(in: range) }
        return PastDaysDocument.json(days, during: range, AnswerBasis(realm: realm))
    }

    private func day(_ text: String, _ realm: ArchiveRealm, _ context: SiteContext) async throws(APIError) -> [UInt8] {
        guard let day = HistoryTime.day(text) else { throw HistoryQuestion.bad("a day is written 2026-11-25") }
        let reader = try access.reader(of: realm, context)
        guard let desk = access.desk else { throw .noHistory }
        let seat = try await access.seat(context)
        defer { withExtendedLifetime(seat) {} }
        let found = try await reader.ask { () async throws(ArchiveError) in try await desk.day(day.number, of: realm) }
        guard let found else {
            throw APIError(status: .notFound, code: "not-found", message: "this day has no manifest")
        }
        return PastDaysDocument.json(found, realm: realm, showsAll: reader.givesEverything)
    }
}

// MARK: - Of everything in an area
extension HistoryRoutes {
    private func area(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let range = try question.range(longest: Self.longestArea)
        let area = try question.area()
        let silent = try question.flag("silent")
        let limit = try question.limit(upTo: Self.mostAircraft, else: Self.mostAircraft)
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        var basis = AnswerBasis(realm: realm)
        var summary = AreaSummary(bound: limit, realm: reader.realm)
        try await reader.window(area, during: range, &basis) { summary.add($0, isForced: $1) }
        if silent {
            summary.beginSilent()
            let told = range.lowerBound..<(basis.next ?? range.upperBound)
            try await reader.silent(during: told, limit: limit, into: &summary, &basis)
        }
        try await reader.noteDays(of: range, &basis)
        return summary.json(during: range.lowerBound..<(basis.next ?? range.upperBound), basis, book)
    }

    private func replay(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let range = try question.range(longest: Self.longestReplay)
        let area = try question.area()
        let spacing = try question.number("spacing", 0...600, else: 0)
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        var basis = AnswerBasis(realm: realm)
        var window = ReplayWindow(spacing: spacing, bound: Self.mostReplayPoints)
        try await reader.window(area, during: range, &basis) { window.add($0, isForced: $1) }
        try await reader.noteDays(of: range, &basis)
        return ReplayDocument.json(window, during: range.lowerBound..<(basis.next ?? range.upperBound), basis, book)
    }

    private func near(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let latitude = try question.number("lat", -90...90)
        let longitude = try question.number("lon", -180...180)
        let radius = try question.number("radius", 1...Self.farthest, else: 50_000)
        let time = try question.time("at")
        let limit = try question.limit(upTo: Self.mostNear, else: 10)
        guard let place = Position(latitude: latitude, longitude: longitude) else {
            throw HistoryQuestion.bad("this is no place")
        }
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        var basis = AnswerBasis(realm: realm)
        let found = try await reader.near(place, within: Metres(radius), at: time, limit: limit, &basis)
        return NearDocument.json(found, at: time, basis, book)
    }

    private func callsigns(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let pattern = try question.callsign()
        let range = try question.range(longest: Self.longestDays)
        let limit = try question.limit(upTo: Self.mostUses, else: 100)
        let reader = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        var basis = AnswerBasis(realm: realm)
        let uses = try await reader.uses(of: pattern, during: range, limit: limit, &basis)
        return uses.json(during: range.lowerBound..<(basis.next ?? range.upperBound), basis, book)
    }
}
