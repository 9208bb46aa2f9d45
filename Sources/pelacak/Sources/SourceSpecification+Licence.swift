import Aero
import Polling

extension SourceSpecification {
    /// Why its data may not be shown on this site: its licence forbids passing on what strangers could read here.
    ///
    /// - Parameter strangersMayRead: whether the site answers others than the operator and holders of a token.
    /// - Returns: one line that says what the licence is and what to change; `nil` for data that may be shown.
    func licenceRefusal(_ directory: ProviderDirectory, strangersMayRead: Bool) -> String? {
        guard strangersMayRead, let source = polled else { return nil }
        let profile = source.profile(directory)
        guard !profile.licence.isRedistributable else { return nil }
        let terms =
            profile.licence == .unknown
            ? "nobody said under which licence its data are" : "its licence is \(profile.licence.rawValue)"
        // The host of an own machine is nobody's business.
        let name = profile.isOwn ? shownName : profile.name
        return
            "data of \(name) may not be passed on (\(terms)), and strangers can read this site: set read: token, or listen on "
            + "loopback alone, without trusted-proxy and cors"
    }
}
