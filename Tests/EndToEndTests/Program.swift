import Foundation
import FoundationNetworking
import Synchronization
import TestSupport
import Testing

/// The built program, started as a user would start it, on loopback and in a folder of its own.
///
/// Safe to share without a check: all is set before `init` ends, and only `stop`, called once, touches the process after that.
final class Program: @unchecked Sendable {
    /// What a run that ended gave.
    struct Ended {
        let status: Int32
        let output: Data
        let errors: String
        var lines: [Substring] { String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) }
    }

    private let process = Process()
    private let errors = Pipe()
    /// All it said on standard error, and what came since it was asked for last.
    private let said = Said()
    private let pieces: AsyncStream<String>
    let folder: URL
    private(set) var port = 0
    /// The number of the process.
    var number: Int32 { process.processIdentifier }

    /// The executable: `PELACAK`, or beside the test bundle.
    static let executable: URL? = {
        let manager = FileManager.default
        if let path = ProcessInfo.processInfo.environment["PELACAK"], manager.isExecutableFile(atPath: path) {
            return URL(fileURLWithPath: path)
        }
        let own = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folders = [URL(fileURLWithPath: own).deletingLastPathComponent()]
        folders += CommandLine.arguments.filter { $0.contains(".xctest") }.map {
            URL(fileURLWithPath: $0).deletingLastPathComponent()
        }
        return folders.map { $0.appendingPathComponent("pelacak") }.first { manager.isExecutableFile(atPath: $0.path) }
    }()

    /// Runs a command to its end.
    ///
    /// - Parameters:
    ///   - device: takes standard output instead of a file that is read afterwards.
    ///   - environment: variables over those of the tests.
    static func run(
        _ arguments: [String],
        input: URL? = nil,
        output device: URL? = nil,
        environment: [String: String] = [:]
    ) throws -> Ended {
        let process = Process()
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        let program = try #require(executable, "the program is not built beside the tests")
        process.executableURL = program
        process.arguments = arguments
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: output) }
        process.standardOutput = try FileHandle(forWritingTo: device ?? output)
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        let status = process.waitForEnd()
        return Ended(
            status: status,
            output: try Data(contentsOf: output),
            errors: String(decoding: text, as: UTF8.self)
        )
    }

    /// Starts `serve` on a free port and waits until it says where.
    ///
    /// - Parameters:
    ///   - configuration: content of the configuration file it finds.
    ///   - data: a folder that an earlier run left; a new one without.
    init(
        serving arguments: [String],
        environment: [String: String] = [:],
        configuration: String? = nil,
        data: URL? = nil
    ) throws {
        let (pieces, piece) = AsyncStream.makeStream(of: String.self)
        self.pieces = pieces
        folder =
            data ?? FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let configuration { try Data(configuration.utf8).write(to: folder.appendingPathComponent("pelacak.yaml")) }
        let program = try #require(Self.executable, "the program is not built beside the tests")
        process.executableURL = program
        process.arguments = ["serve", "--listen", "127.0.0.1:0", "--data", folder.path] + arguments
        let own = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PELACAK_") }
        process.environment = own.merging(["PELACAK_PROBE": "none"]) { $1 }.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let identifier = process.processIdentifier
        // A program that never says where it listens would keep a thread of all tests waiting.
        let tooLong = DispatchWorkItem { _ = Foundation.kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 240, execute: tooLong)
        defer { tooLong.cancel() }
        var text = ""
        while port == 0 {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
            if let match = text.firstMatch(of: /open http:\/\/127\.0\.0\.1:(\d+)/) { port = Int(match.1) ?? 0 }
        }
        try #require(port != 0, "the program did not start: \(text)")
        // The log must be read on, or the program would wait for us.
        said.text.withLock { $0 = text }
        errors.fileHandleForReading.readabilityHandler = { [said] handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                piece.finish()
                return
            }
            let text = String(decoding: data, as: UTF8.self)
            said.text.withLock { $0 += text }
            piece.yield(text)
        }
    }

    /// Everything it said so far.
    var log: String { said.text.withLock { $0 } }

    var identifier: Int32 { process.processIdentifier }

    /// Sends a signal and waits until the log holds a word that was not in it before.
    func signal(_ number: Int32, until word: String) async {
        let before = log.count
        _ = Foundation.kill(process.processIdentifier, number)
        func isThere() -> Bool { log.dropFirst(before).contains(word) }
        if isThere() { return }
        for await _ in pieces where isThere() { return }
        Issue.record("the log never said \(word): \(log.dropFirst(before))")
    }

    /// Sends a request and gives status and body.
    func request(
        _ method: String,
        _ path: String,
        body: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> (status: Int, body: Data) {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        request.timeoutInterval = 20
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let body {
            request.httpBody = Data(body.utf8)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }

    /// Reads a JSON document.
    func json(_ path: String) async throws -> [String: Any] {
        let answer = try await request("GET", path)
        #expect(answer.status == 200, "\(path)")
        return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
    }

    /// Asks again until a document fits, for at most three minutes: all tests run at once.
    func json(_ path: String, until fits: ([String: Any]) -> Bool) async throws -> [String: Any] {
        try await again(path, { try await self.json(path) }, until: fits)
    }

    /// Asks again until a text holds something, for at most three minutes: all tests run at once.
    @discardableResult
    func text(_ path: String, until word: String) async throws -> String {
        let ask = { String(decoding: try await self.request("GET", path).body, as: UTF8.self) }
        return try await again(path, ask) { $0.contains(word) }
    }

    private func again<Answer>(
        _ path: String,
        _ ask: () async throws -> Answer,
        until fits: (Answer) -> Bool
    ) async throws -> Answer {
        let limit = ContinuousClock.now + .seconds(180)
        var last = try await ask()
        while ContinuousClock.now < limit {
            if fits(last) { return last }
            // Asked through the server's own one-second stream, so that no clock of ours is waited on.
            _ = try await firstBytes("/api/v1/live", count: 24)
            last = try await ask()
        }
        Issue.record("\(path) never became what was expected: \(last)")
        return last
    }

    /// The first bytes of an endless answer.
    func firstBytes(_ path: String, count: Int, posting body: String? = nil) async throws -> [UInt8] {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        if let body {
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let reader = StreamReader(count: count)
        let session = URLSession(configuration: .ephemeral, delegate: reader, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        return await reader.read(session.dataTask(with: request))
    }

    /// Kills it without warning; its folder stays.
    func kill() {
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitForEnd()
    }

    /// Asks the program to stop.
    ///
    /// - Returns: its exit status and the seconds it took.
    @discardableResult
    func stop(keepsFolder: Bool = false) -> (status: Int32, seconds: Double) {
        let begin = ContinuousClock.now
        process.terminate()
        let status = process.waitForEnd()
        let parts = (ContinuousClock.now - begin).components
        if !keepsFolder { try? FileManager.default.removeItem(at: folder) }
        return (status, Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }

    deinit { if process.isRunning { process.terminate() } }
}

/// What a program said, written by one thread and read by others.
private final class Said: Sendable {
    let text = Mutex("")
}

/// Takes the first bytes of an answer that never ends.
final class StreamReader: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    // Safe without a check: the session calls its delegate on one serial queue, and `read` only sets the continuation before it begins.
    private let count: Int
    private var bytes: [UInt8] = []
    private var continuation: CheckedContinuation<[UInt8], Never>?

    init(count: Int) { self.count = count }

    func read(_ task: URLSessionDataTask) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            self.continuation = continuation
            task.resume()
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        bytes.append(contentsOf: data)
        guard bytes.count >= count else { return }
        dataTask.cancel()
        end()
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) { end() }

    private func end() {
        continuation?.resume(returning: bytes)
        continuation = nil
    }
}
