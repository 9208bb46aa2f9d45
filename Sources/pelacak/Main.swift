import ArgumentParser
import Foundation

/// The one front door. Exit status: 0 done, 1 the data or the environment was at fault, 2 wrong usage.
@main
enum Main {
    static func main() async {
        openClosedStreams()
        do {
            let arguments = NegativeNumbers.settled(Array(CommandLine.arguments.dropFirst()))
            var command = try command(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            // What is printed is told to be written when it is.
            guard fflush(nil) == 0 else {
                throw Failure("cannot write to standard output; is the disk full?")
            }
        } catch {
            exit(status(for: error))
        }
    }

    /// Whoever starts us with a standard stream closed would have it stand for the next thing that is opened: an event loop of ours.
    private static func openClosedStreams() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
            // The lowest number that is free is given: this one, since those below are open. safe: the path is a constant.
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// What is asked for. To lay out the tree of all commands takes memory and time (`docs/performance.md`): whoever decodes on a
    /// small computer is spared it. It is made where it has something to say: of help, and of what is wrong.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        if arguments.first == DecodeCommand.configuration.commandName,
            let decode = try? DecodeCommand.parse(Array(arguments.dropFirst()))
        {
            return decode
        }
        return try Pelacak.parseAsRoot(arguments)
    }

    private static func status(for error: any Error) -> Int32 {
        let code = Pelacak.exitCode(for: error)
        if error is Failure {
            StandardError.line("pelacak: \(error)")
            return 1
        }
        if error is UsageError {
            StandardError.line("pelacak: \(error)")
            return 2
        }
        let message = Pelacak.fullMessage(for: error)
        if code.isSuccess {
            if !message.isEmpty { print(message) }
            return 0
        }
        StandardError.line(message)
        return code == .validationFailure ? 2 : code.rawValue
    }
}
