/// Why a text names no scene.
public enum SceneError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownScene(String)
    case unknownSetting(String, scene: String)
    /// Not a whole number from 1 to `Scene.mostAircraft`.
    case badNumber(String, setting: String)

    public var description: String {
        switch self {
        case .unknownScene(let name):
            "no scene is called \"\(name)\"; there are: \(Scene.names.joined(separator: ", "))"
        case .unknownSetting(let name, let scene):
            "scene \(scene) has no setting \"\(name)\"" + (scene == "traffic" ? "; it has: aircraft" : "")
        case .badNumber(let text, let setting):
            "\(setting)=\(text): a whole number from 1 to \(Scene.mostAircraft) is needed"
        }
    }
}
