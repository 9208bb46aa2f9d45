import Aero
import ModeS
import Tracking

extension MessageNotes {
    /// What the tracks made of a message.
    init(_ ingested: Ingested) {
        self.init()
        position = ingested.fix?.position
        nic = ingested.fix?.nic
        containmentRadius = ingested.fix?.containmentRadius
        adsbVersion = ingested.adsbVersion
        isAttributed = ingested.isAttributed
        ambiguousWith = ingested.candidates
        switch ingested.register {
        case .chosen(let content): register = content
        case .ambiguous(let open): candidates = open
        case .empty, .unknown, nil: break
        }
    }
}
