import Aero
import Hummingbird
import NIOCore
import ServiceLifecycle
import Watch

/// `/api/v1/alerts/live`: each alert as an event, as soon as it is kept; the open page tells it.
///
/// An event's id is the alert's: who comes back with `Last-Event-ID` misses none. Their numbers are not told: they would count those of
/// private rules.
/// - Source: HTML Living Standard, 9.2 "Server-sent events".
struct AlertStream: Sendable {
    let reader: AlertReader
    let seats: LiveSeats
    let pieceSeconds: Int

    /// The outlet that stands for open pages: a rule that does not name it rings on none.
    private static let pageOutlet = "browser"
    /// Seconds after which something is written so that a connection which is gone is noticed.
    private static let pause = 20.0
    private static let headers: HTTPFields = [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
    ]

    /// - Parameter after: the last alert that is known; `nil` for those to come.
    func answer(_ request: Request, after: String?, _ context: SiteContext) async throws -> Response {
        guard request.method != .head else { return Response(status: .ok, headers: Self.headers) }
        guard let seat = seats.take(for: context.countedAddress) else {
            throw APIError.busy("too many live streams are open")
        }
        let (channel, seconds, reader) = (context.channel, pieceSeconds, reader)
        return Response(
            status: .ok,
            headers: Self.headers,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    let bell = AlertBell()
                    // Before the last number is asked for: what comes in between rings.
                    let arrivals = await reader.desk.arrivals()
                    var last = try await Self.first(after, reader)
                    try await Deadline.write(
                        ByteBuffer(string: "retry: 5000\n\n"),
                        to: &writer,
                        of: channel,
                        seconds: seconds
                    )
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { for await _ in arrivals { bell.ring() } }
                        group.addTask {
                            while true {
                                try await Task.sleep(for: .seconds(Self.pause))
                                bell.ring()
                            }
                        }
                        defer { group.cancelAll() }
                        try await withGracefulShutdownHandler {
                            repeat {
                                let piece = try await Self.piece(after: &last, reader)
                                try await Deadline.write(piece, to: &writer, of: channel, seconds: seconds)
                            } while await bell.next()
                        } onGracefulShutdown: {
                            bell.finish()
                        }
                    }
                }
                withExtendedLifetime(seat) {}
                try await writer.finish(nil)
            }
        )
    }

    /// An alert as an event. JSON has no line break of its own.
    static func event(_ alert: KeptAlert, withAll: Bool) -> [UInt8] {
        let rings = alert.deliveries.contains { $0.outlet == pageOutlet }
        return Array("id: \(alert.record.id)\nevent: alert\ndata: ".utf8)
            + AlertsDocument.brief(alert.told, withAll: withAll, rings: rings) + Array("\n\n".utf8)
    }

    private static func first(_ after: String?, _ reader: AlertReader) async throws -> Int64 {
        if let after, let number = try await reader.number(of: after) { return number }
        return try await reader.desk.alerts(AlertSearch(limit: 1)).first?.number ?? 0
    }

    /// The events since the last, or a comment where there are none.
    private static func piece(after last: inout Int64, _ reader: AlertReader) async throws -> ByteBuffer {
        var search = AlertSearch(limit: 100)
        search.after = last
        let alerts = try await reader.alerts(search)
        guard !alerts.isEmpty else { return ByteBuffer(string: ":\n\n") }
        var piece = ByteBuffer()
        for alert in alerts {
            piece.writeBytes(event(alert, withAll: reader.audience == .operators))
            last = max(last, alert.number)
        }
        return piece
    }
}
