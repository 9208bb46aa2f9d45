import ArgumentParser

/// The program.
struct Pelacak: AsyncParsableCommand {
    /// As shown by `--version` and on the about page.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "pelacak",
        abstract: "Flight tracking from radio to a live map, on your own machine.",
        discussion: """
            Begin with:  pelacak serve
            and open http://127.0.0.1:8080. Without a receiver it shows a simulated sky, labelled as such.
            """,
        version: version,
        subcommands: [
            ServeCommand.self, DecodeCommand.self, SimulateCommand.self, ImportCommand.self, ExportCommand.self,
            HistoryCommand.self, FlightsCommand.self, GapsCommand.self, AirportCommand.self, CoverageCommand.self,
            VisitCommand.self, WatchCommand.self, OutletCommand.self, BundleCommand.self, EditionCommand.self,
            RawCommand.self, PinCommand.self, DoctorCommand.self, BackupCommand.self,
            RestoreCommand.self, TokenCommand.self, IdentityCommand.self, SuppressCommand.self,
            PublishingCommand.self,
        ]
    )
}
