import Aero

/// A program of the operator's, named in the configuration file: `AlertDocument` on its standard input, status 0 for done.
struct CommandChannel: OutletChannel {
    private let program: String
    private let arguments: [String]

    init(_ outlet: OutletDefinition) throws(OutletError) {
        guard outlet.isFromFile else { throw OutletError("kind", .runsProgram(.command)) }
        program = outlet.text("program") ?? ""
        guard program.hasPrefix("/"), !program.utf8.contains(0) else {
            throw OutletError("program", .relativePath)
        }
        arguments = outlet.settings["arguments"] ?? []
    }

    func payload(_ message: AlertMessage) -> [UInt8] { AlertDocument(message).bytes }

    func send(_ payload: [UInt8], key: String, now: Timestamp, through client: OutboundClient) async -> DeliveryOutcome
    {
        await ProgramRun(program: program, arguments: arguments, input: payload).outcome()
    }
}
