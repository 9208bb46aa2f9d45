import Foundation

/// Where the pages are. The folder that the build puts beside the program comes first, so that a copied or installed program needs
/// no checkout.
public enum WebFolder {
    /// The folder with `index.html`.
    ///
    /// - Parameter fallbacks: folders to look in when none stands beside the program.
    public static func locate(fallbacks: [String] = []) throws(SiteError) -> String {
        try locate(executable: runningExecutable(), fallbacks: fallbacks)
    }

    static func locate(executable: String?, fallbacks: [String]) throws(SiteError) -> String {
        var searched: [String] = []
        if let executable, let slash = executable.lastIndex(of: "/") {
            let folder = executable[..<slash]
            searched.append(folder + "/pelacak_Site.resources/Web")
            // Installed: /usr/bin/pelacak and /usr/share/pelacak/Web.
            if let above = folder.lastIndex(of: "/") { searched.append(folder[..<above] + "/share/pelacak/Web") }
        }
        searched.append(contentsOf: fallbacks)
        for folder in searched where FileManager.default.fileExists(atPath: folder + "/index.html") { return folder }
        throw .webFolderMissing(searched: searched)
    }

    private static func runningExecutable() -> String? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first
    }
}
