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
            searched.append(executable[..<slash] + "/pelacak_Site.resources/Web")
        }
        searched.append(contentsOf: fallbacks)
        for folder in searched where FileManager.default.fileExists(atPath: folder + "/index.html") { return folder }
        throw .webFolderMissing(searched: searched)
    }

    private static func runningExecutable() -> String? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first
    }
}
