import Aero
import Hummingbird
import NIOCore
import Tracking

/// Traces, live and by day, and the half hours of the heat map: from the archive where there is one, the newest part from the trails.
struct TraceRoutes: RouteGroup {
    let pictures: SkyPictures
    let past: PastPaths
    let heatmaps = PastPieces()
    let pieceSeconds: Int

    /// Points of `trace_recent`.
    static let recentPoints = 120
    /// How far back the archive is asked for them. Seconds.
    static let recentSeconds = 7200.0
    /// How long after midnight today's trace still holds yesterday's points: until then clients take yesterday from it. Seconds.
    static let overlapSeconds = 3600.0

    var paths: [String] {
        [
            "/data/traces/{end}/trace_recent_{hex}.json",
            "/data/traces/{end}/trace_full_{hex}.json",
            "/globe_history/{year}/{month}/{day}/traces/{end}/trace_full_{hex}.json",
            "/globe_history/{year}/{month}/{day}/heatmap/{half}.bin.ttf",
        ]
    }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        if path.count == 4, path[0] == "data", path[1] == "traces" {
            return try await liveTrace(folder: path[2], name: path[3], request, context)
        }
        guard path.count >= 6, path[0] == "globe_history", let day = UTCDay(path[1...3]) else { return nil }
        if path.count == 7, path[4] == "traces" {
            return try await trace(of: day, folder: path[5], name: path[6], request, context)
        }
        if path.count == 6, path[4] == "heatmap", let half = Self.halfHour(path[5]) {
            let start = day.start.advanced(bySeconds: Double(half) * HeatmapDocument.length)
            return try await heatmap(from: start, request, context)
        }
        return nil
    }

    private func liveTrace(
        folder: String,
        name: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let isRecent = name.hasPrefix("trace_recent_")
        let picture = await pictures.current()
        let now = picture.status.now
        let midnight = UTCDay(of: now.advanced(bySeconds: -Self.overlapSeconds)).start
        let start = isRecent ? max(midnight, now.advanced(bySeconds: -Self.recentSeconds)) : midnight
        // A little more than now, for clocks of feeds that run ahead.
        let time = start..<now.advanced(bySeconds: 60)
        guard let address = Self.address(folder, name, prefix: isRecent ? "trace_recent_" : "trace_full_") else {
            throw APIError.notFound
        }
        let limit = isRecent ? Self.recentPoints : Int.max
        // The trail has the last points whatever their age.
        let shown = isRecent && picture.index(of: address) != nil ? midnight..<time.upperBound : time
        return try await trace(of: address, during: time, shown: shown, limit, endsNow: true, picture, request, context)
    }

    private func trace(
        of day: UTCDay,
        folder: String,
        name: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let picture = await pictures.current()
        let isToday = day == UTCDay(of: picture.status.now)
        guard let address = Self.address(folder, name, prefix: "trace_full_") else { throw APIError.notFound }
        let range = day.range
        return try await trace(
            of: address,
            during: range,
            shown: range,
            .max,
            endsNow: isToday,
            picture,
            request,
            context
        )
    }

    /// - Parameters:
    ///   - during: what the archive is asked for.
    ///   - shown: what goes into the answer.
    private func trace(
        of address: AircraftAddress,
        during: Range<Timestamp>,
        shown: Range<Timestamp>,
        _ limit: Int,
        endsNow: Bool,
        _ picture: SkyPicture,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let place = picture.index(of: address)
        let reader = await past.reader(context)
        let seat = reader == nil ? nil : try await past.access.seat(context)
        defer { withExtendedLifetime(seat) {} }
        guard let path = try await past.path(of: address, place.map { picture.tracks[$0] }, during: during, reader)
        else { throw APIError.notFound }
        let document = TraceDocument(
            path: path,
            identity: place.map { picture.identity($0) } ?? past.identity(of: address),
            provenance: picture.status.provenance,
            live: place.map { (picture, $0) }
        )
        guard let json = document.json(shown, limit: limit, endsNow: endsNow) else { throw APIError.notFound }
        return answer(json, "application/json; charset=utf-8", picture.status, request, context)
    }

    private func heatmap(from start: Timestamp, _ request: Request, _ context: SiteContext) async throws -> Response {
        let picture = await pictures.current()
        let now = picture.status.now
        guard start < now else { throw APIError.notFound }
        let end = min(start.advanced(bySeconds: HeatmapDocument.length), now)
        let reader = await past.reader(context)
        let seat = reader == nil ? nil : try await past.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let name = "\(start.milliseconds) \(reader?.givesEverything ?? true) \(past.book.edition)"
        let bytes = try await heatmaps.bytes(name, second: picture.status.second) {
            let paths: [FlownPath]
            if let reader {
                paths = try await past.paths(during: start..<end, margin: 60, spacing: 10, picture, reader)
            } else {
                paths = picture.tracks.filter { Self.touches($0, start, end) }.map { FlownPath($0) }
            }
            return paths.isEmpty ? nil : HeatmapDocument(paths: paths).bytes(from: start, until: end)
        }
        guard let bytes else { throw APIError.notFound }
        return answer(bytes, "application/octet-stream", picture.status, request, context)
    }

    private static func touches(_ track: Track, _ start: Timestamp, _ end: Timestamp) -> Bool {
        guard let first = track.trail.points.first, let last = track.fix?.time else { return false }
        return first.time < end && last.advanced(bySeconds: PathSample.holdSeconds) >= start
    }

    /// The address of `PREFIXHEX.json`; `nil` unless the folder is named by its last two digits.
    private static func address(_ folder: String, _ name: String, prefix: String) -> AircraftAddress? {
        guard name.hasPrefix(prefix), name.hasSuffix(".json") else { return nil }
        let hex = name.dropFirst(prefix.count).dropLast(5)
        guard let address = AircraftAddress(hex), hex == address.hex, folder == hex.suffix(2) else { return nil }
        return address
    }

    /// 0…47 of `NN.bin.ttf`.
    private static func halfHour(_ name: String) -> Int? {
        guard name.utf8.count == 10, name.hasSuffix(".bin.ttf"),
            name.utf8.prefix(2).allSatisfy({ (48...57).contains($0) }), let half = Int(name.prefix(2)), half < 48
        else { return nil }
        return half
    }

    private func answer(
        _ bytes: [UInt8],
        _ type: String,
        _ status: SkyStatus,
        _ request: Request,
        _ context: SiteContext
    ) -> Response {
        let packed = AcceptEncoding.allowsGzip(request.headers[.acceptEncoding]) ? Gzip.packed(bytes, level: 1) : nil
        return .sky(
            packed ?? bytes,
            type: type,
            isGzip: packed != nil,
            varies: true,
            status.provenance,
            of: context,
            seconds: pieceSeconds
        )
    }
}
