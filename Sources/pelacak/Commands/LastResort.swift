import Dispatch
import Foundation
import ServiceLifecycle

/// Ends the program when something does not end by itself: a line instead of a hang.
struct LastResort: Service {
    /// Seconds after the wish to stop; services have three for themselves and one for being cancelled.
    private static let patience = 4.5

    func run() async throws {
        await withGracefulShutdownHandler {
            try? await gracefulShutdown()
        } onGracefulShutdown: {
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
                StandardError.line("pelacak: something did not stop in time; ended by force")
                exit(1)
            }
        }
    }
}
