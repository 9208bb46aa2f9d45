/// Pieces of the past, made when asked for and kept for a while: they are large, and a client asks for the same ones again.
actor PastPieces {
    private struct Entry {
        let name: String
        /// The picture's second it was made of.
        let second: Int64
        let task: Task<[UInt8]?, any Error>
    }

    private var entries: [Entry] = []
    private let bound: Int
    /// Seconds after which one is made anew: trails are thinned and forgotten, archives grow.
    private static let goodFor: Int64 = 30

    /// - Parameter bound: pieces kept; with 10,000 aircraft a half hour is 10 MB.
    init(bound: Int = 6) { self.bound = bound }

    /// - Parameters:
    ///   - name: the same name must mean the same bytes.
    ///   - make: writes it; not on this actor.
    /// - Returns: `nil` when nothing is kept of it.
    func bytes(
        _ name: String,
        second: Int64,
        make: @escaping @Sendable () async throws -> [UInt8]?
    ) async throws -> [UInt8]? {
        if let entry = entries.first(where: { $0.name == name }), (0..<Self.goodFor).contains(second - entry.second) {
            return try await entry.task.value
        }
        let task = Task { try await Self.made(make) }
        entries.removeAll { $0.name == name }
        if entries.count >= bound { entries.removeFirst() }
        entries.append(Entry(name: name, second: second, task: task))
        do { return try await task.value } catch {
            // What failed is tried again.
            entries.removeAll { $0.name == name }
            throw error
        }
    }

    @concurrent
    private static func made(_ make: @Sendable () async throws -> [UInt8]?) async throws -> [UInt8]? {
        try await make()
    }
}
