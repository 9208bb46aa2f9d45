import Bundles
import Foundation
import Visits

/// Set-up's outline of the world, which the maps of editions lie on. Without it an edition is made all the same.
struct OutlineFile {
    /// `nil` where it is not there or cannot be read.
    let world: WorldOutline?
    /// Why there is none.
    let trouble: DossierText?

    /// Where set-up or a package put it; `nil` where they did not.
    static func locate(environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
        Assets.locate(environment: environment).outline
    }

    init(path: String?) {
        guard let path, let handle = FileHandle(forReadingAtPath: path) else {
            (world, trouble) = (nil, BundleWords.noOutline)
            return
        }
        // One byte more than is read of any: what is larger is refused as that.
        let bytes = (try? handle.read(upToCount: WorldOutline.largest + 1)).map { [UInt8]($0) } ?? []
        do throws(WorldOutlineError) { (world, trouble) = (try WorldOutline(reading: bytes), nil) } catch {
            (world, trouble) = (nil, BundleWords.badOutline(path, error))
        }
    }
}
