import ArgumentParser
import Foundation
import Site

/// Makes, lists and revokes tokens.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and revoke the tokens that open a site.",
        discussion: """
            Examples:
              pelacak token new laptop
              pelacak token new dashboard --scope read
              pelacak token list
              pelacak token revoke laptop

            A token is shown once. What is kept in DIR/tokens.json tells it when it is shown again, and cannot be turned back into it. \
            A running server takes up every change at once.
            """,
        subcommands: [NewToken.self, ListTokens.self, RevokeToken.self]
    )

    /// The folder of the site.
    struct Folder: ParsableArguments {
        @Option(
            help: ArgumentHelp("Folder for configuration and history; PELACAK_DATA or data without.", valueName: "DIR")
        )
        var data: String?

        var path: String {
            let variable = ProcessInfo.processInfo.environment["PELACAK_DATA"]
            return data ?? variable.flatMap { $0.isEmpty ? nil : $0 } ?? "data"
        }

        var file: TokenFile { TokenFile(folder: path) }
    }

    /// Turns errors of the file into one line and status 1.
    fileprivate static func run<Value>(_ body: () throws(TokenFileError) -> Value) throws(Failure) -> Value {
        do { return try body() } catch { throw Failure(error.description) }
    }
}

/// `pelacak token new`
struct NewToken: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Make a token and print it, once.")

    @Argument(help: ArgumentHelp("What or whom it is for.", valueName: "NAME")) var name: String
    @Option(help: ArgumentHelp("read: documents, stream, figures. write: changes too.", valueName: "read|write"))
    var scope = "write"
    @OptionGroup var folder: TokenCommand.Folder

    func run() throws {
        guard TokenRecord.isName(name) else {
            throw UsageError("a name has 1 to 64 bytes, no control characters, and no blank at its ends")
        }
        guard let scope = TokenScope(rawValue: scope) else {
            throw UsageError("--scope \(self.scope): write read or write")
        }
        let text = try TokenCommand.run { () throws(TokenFileError) in
            try folder.file.add(name: name, scope: scope, made: TimeText.iso(TimeText.now))
        }
        print(text)
        StandardError.line(
            "pelacak: token \(name) may \(scope == .write ? "read and write" : "read"); it is not shown again"
        )
    }
}

/// `pelacak token list`
struct ListTokens: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tokens, never their text.")

    private struct Line: Encodable {
        var name: String
        var scope: String
        var made: String
        var lastUsed: String?
    }

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var folder: TokenCommand.Folder

    func run() throws {
        let tokens = try TokenCommand.run { () throws(TokenFileError) in try folder.file.read() }
        let days = TokenUses(folder: folder.path).read()
        let lines = tokens.map { Line(name: $0.name, scope: $0.scope, made: $0.made, lastUsed: days[$0.id]) }
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(lines), as: UTF8.self))
            return
        }
        guard !lines.isEmpty else {
            StandardError.line("pelacak: no tokens in \(folder.path); make one with: pelacak token new NAME")
            return
        }
        let width = max(4, lines.map(\.name.count).max() ?? 0)
        func row(_ name: String, _ scope: String, _ made: String, _ used: String) -> String {
            name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
                + scope.padding(toLength: 7, withPad: " ", startingAt: 0)
                + made.padding(toLength: 22, withPad: " ", startingAt: 0) + used
        }
        print(row("NAME", "SCOPE", "MADE", "LAST USED"))
        for line in lines { print(row(line.name, line.scope, line.made, line.lastUsed ?? "never")) }
    }
}

/// `pelacak token revoke`
struct RevokeToken: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Make a token useless, at once; sessions begun with it end too."
    )

    @Argument(help: ArgumentHelp("The name it was made with.", valueName: "NAME")) var name: String
    @OptionGroup var folder: TokenCommand.Folder

    func run() throws {
        try TokenCommand.run { () throws(TokenFileError) in try folder.file.remove(name: name) }
        StandardError.line("pelacak: token \(name) is revoked")
    }
}
