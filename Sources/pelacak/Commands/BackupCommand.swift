import ArgumentParser
import Foundation
import Store
import Tracking

/// Copies the history while everything goes on.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the history into a new folder, while the server runs or not.",
        discussion: """
            Example:
              pelacak backup /mnt/disk/pelacak-2026-11-25

            The folder gets one file for each world (real, imported, simulated), who is who (identity.sqlite), the configuration, the tokens and the site's secret: keep it as
            safe as the original. Raw messages are not copied. What was safe when it began is in it; `pelacak restore` makes a data folder of it.
            """
    )

    @Argument(help: ArgumentHelp("A folder that is not there yet.", valueName: "DIR")) var target: String
    @OptionGroup var archive: ArchiveOptions

    /// Files of the data folder without which a restored site is another one.
    static let small = ["pelacak.yaml", "site.key", "tokens.json", "tokens-used.json", "history/imported/imports"]

    func run() async throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: target) else {
            throw Failure("\(target) is there already; name a folder that is not")
        }
        let realms = ArchiveRealm.allCases.filter(archive.has)
        let hasIdentities = manager.fileExists(atPath: "\(archive.dataFolder)/\(IdentityStore.name)")
        guard !realms.isEmpty || hasIdentities else {
            throw Failure("\(archive.dataFolder): nothing is kept there; check --data")
        }
        // A name that nobody has: what is there already is not ours to delete.
        let draft = "\(target).\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
        do {
            try manager.createDirectory(atPath: target.parentFolder, withIntermediateDirectories: true)
            try manager.createDirectory(
                atPath: draft,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch { throw Failure("cannot make the folder \(draft); choose one that may be written") }
        var isDone = false
        defer { if !isDone { try? manager.removeItem(atPath: draft) } }
        // Before the databases: an import that ends in between is then in the database and not in its list, and done again it changes
        // nothing. The other way around its rows would be missing, and it would not be done again.
        do {
            for name in Self.small where manager.fileExists(atPath: "\(archive.dataFolder)/\(name)") {
                let copy = "\(draft)/\((name as NSString).lastPathComponent)"
                try manager.copyItem(atPath: "\(archive.dataFolder)/\(name)", toPath: copy)
            }
        } catch { throw Failure("cannot write \(draft): \(error.localizedDescription)") }
        for realm in realms {
            let file = "\(draft)/\(realm.rawValue).sqlite"
            do { try await HistoryStore.backup(of: archive.folder(realm), realm: realm, to: file) } catch {
                throw ArchiveOptions.failure(error)
            }
            let size = (try? manager.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
            print("\(realm): \(size) bytes")
        }
        if hasIdentities {
            try IdentityOptions.run { () throws(IdentityError) in
                try IdentityStore(folder: archive.dataFolder).backup(to: "\(draft)/\(IdentityStore.name)")
            }
            print("identity: copied")
        }
        do {
            // The name is given last: a folder of that name is whole.
            try manager.moveItem(atPath: draft, toPath: target)
        } catch { throw Failure("cannot write \(target): \(error.localizedDescription)") }
        isDone = true
    }
}

/// Makes a data folder of a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data folder of a backup.",
        discussion: """
            Example:
              pelacak restore /mnt/disk/pelacak-2026-11-25 --data data

            Nothing that is there is written over: worlds and files that the folder has already are refused.
            """
    )

    @Argument(help: ArgumentHelp("A folder that `pelacak backup` made.", valueName: "DIR")) var source: String
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        let manager = FileManager.default
        let realms = ArchiveRealm.allCases.filter { manager.fileExists(atPath: "\(source)/\($0.rawValue).sqlite") }
        let hasIdentities = manager.fileExists(atPath: "\(source)/\(IdentityStore.name)")
        guard !realms.isEmpty || hasIdentities else { throw Failure("\(source) holds no backup") }
        let taken = realms.filter(archive.has).map(\.rawValue)
        guard taken.isEmpty else {
            throw Failure(
                "\(archive.dataFolder) has a history already (\(taken.joined(separator: ", "))); name another folder with --data"
            )
        }
        // All are checked and copied before the first gets its name: what fails before can be done again.
        var restores: [ArchiveRestore] = []
        for realm in realms {
            do {
                restores.append(try ArchiveRestore("\(source)/\(realm.rawValue).sqlite", to: archive.folder(realm)))
            } catch { throw ArchiveOptions.failure(error) }
        }
        try copySmall(manager)
        var named: [ArchiveRestore] = []
        for restore in restores {
            do {
                try restore.finish()
                named.append(restore)
            } catch {
                for restore in named { restore.takeBack() }
                throw ArchiveOptions.failure(error)
            }
        }
        for realm in realms { print("\(realm): restored") }
    }

    private func copySmall(_ manager: FileManager) throws(Failure) {
        do {
            try manager.createDirectory(atPath: archive.dataFolder, withIntermediateDirectories: true)
            // Who is who is one file when it was copied; one that is there already stays.
            for name in BackupCommand.small + [IdentityStore.name] {
                let copy = "\(source)/\((name as NSString).lastPathComponent)"
                let target = "\(archive.dataFolder)/\(name)"
                guard manager.fileExists(atPath: copy) else { continue }
                if manager.fileExists(atPath: target) {
                    StandardError.line("pelacak: \(target) is there and stays as it is")
                } else {
                    // A folder that is copied by half is none.
                    let half = target + ".restoring"
                    try? manager.removeItem(atPath: half)
                    try manager.copyItem(atPath: copy, toPath: half)
                    try manager.moveItem(atPath: half, toPath: target)
                }
            }
        } catch { throw Failure("cannot write to \(archive.dataFolder): \(error.localizedDescription)") }
    }
}
