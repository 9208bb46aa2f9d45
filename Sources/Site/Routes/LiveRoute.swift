import Hummingbird
import NIOCore
import ServiceLifecycle

/// `/api/v1/live`: the endless stream of frames.
struct LiveRoute: Sendable {
    let broadcaster: LiveBroadcaster
    let seats: LiveSeats
    let pieceSeconds: Int

    /// What the kernel holds for a reader; more would be old sky when it arrives.
    static let sendBufferBytes = 262_144

    func answer(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let view = try LiveRoute.view(target)
        let every = try LiveRoute.every(target)
        let headers: HTTPFields = [.contentType: "application/octet-stream", .cacheControl: "no-store"]
        guard request.method != .head else { return Response(status: .ok, headers: headers) }
        guard let seat = seats.take(for: context.countedAddress) else {
            throw APIError.busy("too many live streams are open")
        }
        let channel = context.channel
        try? await channel.setOption(.socketOption(.so_sndbuf), value: .init(LiveRoute.sendBufferBytes)).get()
        let (broadcaster, seconds) = (broadcaster, pieceSeconds)
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    let (id, mailbox) = await broadcaster.join(view, every: every)
                    do {
                        try await withGracefulShutdownHandler {
                            while let frame = await mailbox.next() {
                                try await Deadline.write(frame, to: &writer, of: channel, seconds: seconds)
                            }
                        } onGracefulShutdown: {
                            mailbox.finish()
                        }
                    } catch {
                        await broadcaster.leave(id)
                        throw error
                    }
                    await broadcaster.leave(id)
                }
                withExtendedLifetime(seat) {}
                try await writer.finish(nil)
            }
        )
    }

    private static func view(_ target: RequestTarget) throws(APIError) -> LiveView {
        guard let text = target["view"] else { return .world }
        guard let view = LiveView(text) else {
            throw .badRequest("view", "a view is W,S,E,N in degrees, S not above N")
        }
        return view
    }

    private static func every(_ target: RequestTarget) throws(APIError) -> Int {
        guard let text = target["every"] else { return 1 }
        guard let every = Int(text), (1...60).contains(every) else {
            throw .badRequest("every", "every is 1 to 60 seconds")
        }
        return every
    }
}
