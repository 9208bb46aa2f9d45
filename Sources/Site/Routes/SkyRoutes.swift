import Aero
import Hummingbird
import NIOCore
import Tracking

/// Documents about aircraft.
struct SkyRoutes: Sendable {
    let sky: any Sky
    let book: any AddressBook
    let site: SiteDocument
    let configuration: SiteConfiguration
    /// Whether it is told who heard an aircraft, and where the receiver stands exactly.
    var tellsReception = true
    let cache = DocumentCache()

    func siteDocument() async -> Response { .json(site.json(await sky.status())) }

    func aircraftList(_ request: Request, _ context: SiteContext) async -> Response {
        let (sky, book) = (sky, book)
        return await cached("list", request, context) { _ in
            AircraftListDocument.json(await sky.snapshot(), book)
        }
    }

    func aircraft(_ hex: String) async throws(APIError) -> Response {
        let track = try await find(hex)
        let status = await sky.status()
        let document = AircraftDocument(
            track: track,
            now: status.now,
            provenance: status.provenance,
            book: book,
            feeds: await sky.feedNames(),
            feeders: status.feeders,
            polled: await sky.polledFeeds(),
            tellsReception: tellsReception
        )
        return .json(document.json)
    }

    func trail(_ hex: String) async throws(APIError) -> Response {
        let track = try await find(hex)
        let status = await sky.status()
        return .json(TrailDocument.json(track, at: status.now, status.provenance))
    }

    func path(_ hex: String) async throws(APIError) -> Response {
        let track = try await find(hex)
        let status = await sky.status()
        return .json(TrackDocument.json(track, at: status.now, status.provenance))
    }

    func readsbReceiver(_ mode: Tar1090Mode) async -> Response {
        let status = await sky.status()
        return .json(
            ReadsbReceiverDocument.json(
                version: configuration.version,
                mode: mode,
                place: tellsReception
                    ? configuration.receiverPlace ?? configuration.publicReceiverPlace
                    : configuration.publicReceiverPlace,
                status.provenance
            )
        )
    }

    /// The answer for an aircraft that is hidden, gone or was never there is the same.
    private func find(_ hex: String) async throws(APIError) -> Track {
        guard let address = AircraftAddress(hex) else {
            throw .badRequest("hex", "an address is six hexadecimal digits, with ~ before one that is not ICAO's")
        }
        guard let track = await sky.track(address) else {
            throw APIError(status: .notFound, code: "not-found", message: "this aircraft is not in the sky")
        }
        return track
    }

    private func cached(
        _ key: String,
        _ request: Request,
        _ context: SiteContext,
        _ make: @escaping @Sendable (SkyStatus) async -> [UInt8]
    ) async -> Response {
        let status = await sky.status()
        let document = await cache.document(
            key,
            second: status.second,
            packs: AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        ) { [ByteBuffer(bytes: await make(status))] }
        return SkyAnswers(pieceSeconds: configuration.limits.pieceSeconds).document(document, request, context)
    }
}
