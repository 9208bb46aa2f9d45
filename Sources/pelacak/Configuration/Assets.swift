import Foundation

/// What set-up prepared: the map's library, the basemap, the outline and the places; and the lists that come with the program.
struct Assets: Sendable {
    /// Folder with `maplibre-gl.js`; `nil` when set-up did not run.
    let vendorFolder: String?
    /// The basemap; `nil` when set-up did not run.
    let basemap: String?
    /// Coasts and borders for the maps of editions; `nil` when set-up did not run.
    let outline: String?
    /// The file of places; `nil` when set-up did not run.
    let places: String?
    /// Our own list of state aircraft; `nil` where the program stands without what it came with.
    let stateAircraft: String?

    /// Looks in `PELACAK_ASSETS`, in `Assets` of the working folder and of the folders above the program, and where a package puts them.
    static func locate(environment: [String: String]) -> Assets {
        let manager = FileManager.default
        var folders = [environment["PELACAK_ASSETS"], manager.currentDirectoryPath + "/Assets"].compactMap(\.self)
        var folder = URL(fileURLWithPath: (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/")
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            folders.append(folder.appendingPathComponent("Assets").path)
            folders.append(folder.appendingPathComponent("share/pelacak/Assets").path)
        }
        let vendor = folders.map { $0 + "/web" }.first { manager.fileExists(atPath: $0 + "/maplibre-gl.js") }
        let basemap = folders.map { $0 + "/basemap.mbtiles" }.first { manager.fileExists(atPath: $0) }
        let outline = folders.map { $0 + "/outline.txt" }.first { manager.fileExists(atPath: $0) }
        let places = folders.map { $0 + "/places.tsv.gz" }.first { manager.fileExists(atPath: $0) }
        let lists = folders.map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/Lists/state-aircraft.csv"
        }
        return Assets(
            vendorFolder: vendor,
            basemap: basemap,
            outline: outline,
            places: places,
            stateAircraft: lists.first { manager.fileExists(atPath: $0) }
        )
    }

    /// The folder of example rules beside the program; `nil` where there is none.
    static func exampleRules(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
        locate(environment: environment).stateAircraft.map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/watches"
        }
    }
}
