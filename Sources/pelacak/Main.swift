import ArgumentParser
import Foundation

/// The one front door. Exit status: 0 done, 1 the data or the environment was at fault, 2 wrong usage.
@main
enum Main {
    static func main() async {
        do {
            let arguments = NegativeNumbers.settled(Array(CommandLine.arguments.dropFirst()))
            var command = try Pelacak.parseAsRoot(arguments)
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
