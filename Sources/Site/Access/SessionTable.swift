import Synchronization

/// Who signed in with a browser. Kept in memory: a restart ends all sessions.
final class SessionTable: Sendable {
    private struct Session {
        let holder: String
        let end: Double
    }

    /// Seconds a session lasts.
    static let seconds = 7 * 86_400.0
    private let capacity: Int
    private let sessions = Mutex<[String: Session]>([:])

    init(capacity: Int = 4096) { self.capacity = capacity }

    /// Begins a session.
    ///
    /// - Parameter now: seconds of a clock that never goes back.
    /// - Returns: its secret, 256 bits of the system's random numbers as 64 hexadecimal digits.
    func begin(_ holder: TokenHolder, now: Double) -> String {
        var random = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in
            let digits = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        sessions.withLock { sessions in
            if sessions.count >= capacity { sessions = sessions.filter { $0.value.end > now } }
            if sessions.count >= capacity, let first = sessions.min(by: { $0.value.end < $1.value.end }) {
                sessions[first.key] = nil
            }
            sessions[secret] = Session(holder: holder.id, end: now + SessionTable.seconds)
        }
        return secret
    }

    /// The id of the holder whose session it is; `nil` when there is none.
    func holder(_ secret: String, now: Double) -> String? {
        sessions.withLock { sessions in
            // A look-up by hash: how long it takes says nothing about how much of 256 random bits was right.
            guard let session = sessions[secret] else { return nil }
            guard session.end > now else {
                sessions[secret] = nil
                return nil
            }
            return session.holder
        }
    }

    func end(_ secret: String) { sessions.withLock { $0[secret] = nil } }

    var count: Int { sessions.withLock { $0.count } }
}
