import Aero
import Feeds
import ModeS
import Store
import Watch

/// Finds the raw messages that an alert rests on, in what is kept of them.
struct AlertMessages {
    let shelf: RawShelf

    /// Messages in one answer.
    static let most = 400
    /// Messages that are looked at for one answer: two minutes of a busy site.
    private static let mostSeen = 400_000
    private static let mostSeconds = 5.0
    /// Seconds by which what a receiver heard may come in later.
    private static let delay = 10.0
    /// Arrivals after which others have their turn.
    private static let share = 32

    /// - Returns: in the order of their times, no more than `most`, and whether there are more or some could not be read.
    func around(_ windows: [MessageWindow]) async -> (messages: [HeardMessage], isCut: Bool) {
        var found: Set<HeardMessage> = []
        let end = ContinuousClock.now + .seconds(Self.mostSeconds)
        var (seen, arrivals, isCut) = (0, 0, false)
        for window in windows {
            let late = window.during.upperBound.advanced(bySeconds: Self.delay)
            var reader = shelf.replay(during: window.during.lowerBound..<late).makeReader()
            while let arrival = reader.next() {
                seen += arrival.batch.count
                arrivals += 1
                found.formUnion(Self.messages(of: window, in: arrival))
                guard found.count <= Self.most, seen < Self.mostSeen, ContinuousClock.now < end, !Task.isCancelled
                else {
                    return (Array(Self.sorted(found).prefix(Self.most)), true)
                }
                if arrivals % Self.share == 0 { await Task.yield() }
            }
            isCut = isCut || !reader.problems.isEmpty
        }
        return (Self.sorted(found), isCut)
    }

    private static func messages(of window: MessageWindow, in arrival: RawArrival) -> [HeardMessage] {
        let batch = arrival.batch
        let frames = batch.frames.compactMap { received -> HeardMessage? in
            guard window.during.contains(received.time), let message = try? Message(received.frame),
                message.addressing != .secret, message.address == window.aircraft
            else { return nil }
            return HeardMessage(
                time: received.time,
                receiver: arrival.receiver,
                aircraft: window.aircraft,
                form: .modeS,
                bytes: received.frame.bytes
            )
        }
        let uat = batch.uat.compactMap { received -> HeardMessage? in
            guard window.during.contains(received.time), UATMessage(received.frame).address == window.aircraft else {
                return nil
            }
            return HeardMessage(
                time: received.time,
                receiver: arrival.receiver,
                aircraft: window.aircraft,
                form: .uat,
                bytes: received.frame.bytes
            )
        }
        return frames + uat
    }

    private static func sorted(_ messages: Set<HeardMessage>) -> [HeardMessage] {
        messages.sorted { ($0.time, $0.receiver, $0.hex) < ($1.time, $1.receiver, $1.hex) }
    }
}
