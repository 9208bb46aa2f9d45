import ArgumentParser

/// Flags of `serve` for who runs it for others.
struct OperationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Who may read: public, or token: holders of a token and who signed in.", valueName: "WHO")
    )
    var read: String?
    @Option(help: ArgumentHelp("Certificate chain, PEM: the site is then served by HTTPS.", valueName: "FILE"))
    var tlsCertificate: String?
    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "FILE")) var tlsKey: String?
    @Option(
        help: ArgumentHelp(
            "A proxy before us, whose X-Forwarded-For is believed; may be given several times.",
            valueName: "ADDRESS[/BITS]"
        )
    )
    var trustedProxy: [String] = []
    @Option(
        help: ArgumentHelp(
            "Another site whose scripts may read, or * for every site; may be given several times.",
            valueName: "ORIGIN"
        )
    )
    var cors: [String] = []
    @Option(help: ArgumentHelp("Who gets /metrics beyond this machine: token, or public.", valueName: "WHO"))
    var metrics: String?
    @Option(help: ArgumentHelp("Form of the log on standard error: text or json.", valueName: "F")) var logFormat:
        String?
    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "LEVEL"))
    var logLevel: String?
    @Option(help: ArgumentHelp("Write down what is heard: on (as is usual), or off.", valueName: "on|off"))
    var history: String?
    @Option(help: ArgumentHelp("Days that positions are kept; all of them without.", valueName: "DAYS"))
    var keepDays: String?
    @Option(
        help: ArgumentHelp(
            "Room for positions, as 200GiB; beyond, the oldest days go. No bound without.",
            valueName: "SIZE"
        )
    )
    var keepSize: String?
    @Option(help: ArgumentHelp("Hours that raw messages are kept; 48 without.", valueName: "HOURS"))
    var rawHours: String?
    @Option(help: ArgumentHelp("Room for raw messages; 20GiB without.", valueName: "SIZE")) var rawSize: String?
    @Option(help: ArgumentHelp("Aircraft that are hidden or marked; DIR/suppress.csv without.", valueName: "FILE"))
    var suppress: String?
    @Option(
        help: ArgumentHelp(
            "Aircraft that imported lists call limited (LADD): public (kept from strangers, as is usual), flag (marked only), or everywhere.",
            valueName: "HOW"
        )
    )
    var ladd: String?
    @Option(
        help: ArgumentHelp(
            "How strangers see where the receiver stands: hidden (as is usual), blurred, or exact.",
            valueName: "HOW"
        )
    )
    var place: String?
    @Option(
        help: ArgumentHelp(
            "How far from the shown place strangers are shown aircraft, or off; 200 without.",
            valueName: "KM|off"
        )
    )
    var publicRange: String?
    @Option(
        help: ArgumentHelp(
            "From which altitude on strangers are shown aircraft, or off; 10000 without.",
            valueName: "FEET|off"
        )
    )
    var publicFloor: String?
    @Option(
        help: ArgumentHelp("How much later strangers are shown everything; at once without.", valueName: "SECONDS")
    )
    var publicDelay: String?
    @Option(
        help: ArgumentHelp(
            "Where others may ask for something to be set right or taken off; shown on the about page.",
            valueName: "MAIL|LINK|TEXT"
        )
    )
    var contact: String?

    /// What was written, without the parser's wrapping.
    var flags: OperationSettings.Flags {
        OperationSettings.Flags(
            read: read,
            tlsCertificate: tlsCertificate,
            tlsKey: tlsKey,
            trustedProxy: trustedProxy,
            cors: cors,
            metrics: metrics,
            logFormat: logFormat,
            logLevel: logLevel,
            history: history,
            keepDays: keepDays,
            keepSize: keepSize,
            rawHours: rawHours,
            rawSize: rawSize,
            suppress: suppress,
            ladd: ladd,
            place: place,
            publicRange: publicRange,
            publicFloor: publicFloor,
            publicDelay: publicDelay,
            contact: contact
        )
    }
}
