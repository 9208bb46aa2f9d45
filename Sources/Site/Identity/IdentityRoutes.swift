import Aero
import Hummingbird
import NIOCore
import Tracking

/// `/api/v1/identity/{hex}`: who an aircraft is, with everything that rests on; `/api/v1/identity`: who bears a registration.
struct IdentityRoutes: RouteGroup {
    static let path = "/api/v1/identity/{hex}"
    static let searchPath = "/api/v1/identity"
    private static let template = PathTemplate(path)

    /// `nil` where no lists are held.
    let desk: (any IdentityDesk)?
    let access: HistoryAccess
    let answers: SkyAnswers
    let wall: @Sendable () -> Timestamp

    var paths: [String] { [Self.path, Self.searchPath] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        if path == ["api", "v1", "identity"] {
            let json = try await bearers(target, context)
            return await answers.answer(ByteBuffer(bytes: json), request, context)
        }
        guard let hex = Self.template.values(in: path)?.first else { return nil }
        guard let address = AircraftAddress(hex) else {
            throw APIError.badRequest(
                "hex",
                "an address is six hexadecimal digits, with ~ before one that is not ICAO's"
            )
        }
        let asked = try HistoryQuestion(target, allows: ["asOf", "at", "realm"])
        let question = IdentityQuestion(
            known: try asked.optionalTime("asOf"),
            moment: try asked.optionalTime("at")
        )
        let realm = try asked.realm(else: await access.usualRealm())
        var document = IdentityDocument(
            address: address,
            held: try await held(address, known: question.known),
            question: question,
            now: wall()
        )
        if !HistoryAccess.isOperator(context.visitor) {
            (document.held, document.withheld) = document.held.forwardable()
        }
        // Who it is can be told also where nothing is kept of when it was heard.
        if access.realms.contains(realm) {
            let reader = try access.reader(of: realm, context)
            let seat = try await access.seat(context)
            defer { withExtendedLifetime(seat) {} }
            document.heard = try await reader.heard(ArchivedAircraft(address))
        }
        return await answers.answer(ByteBuffer(bytes: document.json), request, context)
    }

    /// Who bears a registration: by what is held, and by the rule of its state.
    private func bearers(_ target: RequestTarget, _ context: SiteContext) async throws(APIError) -> [UInt8] {
        let asked = try HistoryQuestion(target, allows: ["registration"])
        let registration = try asked.words("registration", longest: 16).uppercased()
        guard registration.wholeMatch(of: /[A-Z0-9][A-Z0-9+\-]{0,10}[A-Z0-9]/) != nil else {
            throw HistoryQuestion.bad(
                "registration is 2 to 12 letters and digits, with hyphens or without, as PK-GAA"
            )
        }
        let seat = try await access.seat(context)
        defer { withExtendedLifetime(seat) {} }
        var addresses: [AircraftAddress] = []
        if let desk {
            do throws(IdentityDeskError) {
                addresses = try await desk.addresses(bearing: registration, limit: BearersDocument.most)
            } catch { throw Self.unreadable }
        }
        let rule = RegistrationText.spellings(of: registration).lazy.compactMap { Registration.address(of: $0) }.first
        if let rule, !addresses.contains(rule) { addresses.append(rule) }
        var document = BearersDocument(registration)
        let isForwarded = !HistoryAccess.isOperator(context.visitor)
        for address in addresses {
            document.add(try await held(address, known: nil), isForwarded: isForwarded, now: wall())
        }
        return document.json
    }

    private func held(_ address: AircraftAddress, known: Timestamp?) async throws(APIError) -> HeldIdentity {
        guard let desk else { return .unknown(address) }
        do throws(IdentityDeskError) { return try await desk.identity(of: address, known: known) } catch {
            throw Self.unreadable
        }
    }

    private static var unreadable: APIError {
        APIError(
            status: .serviceUnavailable,
            code: "identity",
            message: "the identities cannot be read now; the log of the server says why",
            headers: [.retryAfter: "30"]
        )
    }
}
