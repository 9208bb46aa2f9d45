import Hummingbird
public import Watch

/// Why nothing was done to outlets.
public enum OutletDeskError: Error, Hashable, Sendable {
    case notFound(name: String)
    case nameTaken(name: String)
    /// It stands in the configuration file, or is always there.
    case fixed(name: String)
    /// By language.
    case invalid(field: String, texts: [String: String])
    /// The rules for requests that go out forbid to send there.
    case refused(field: String, trouble: DeliveryTrouble)
    /// What is to be kept cannot be written or read; why, in English, as the log has it.
    case unusable(message: String)
}

extension APIError {
    init(_ error: OutletDeskError) {
        switch error {
        case .notFound(let name):
            self.init(status: .notFound, code: "not-found", message: "there is no outlet \(name)")
        case .nameTaken(let name):
            self.init(status: .conflict, code: "name-taken", message: "the name \(name) is taken", field: "name")
        case .fixed(let name):
            self.init(
                status: .conflict,
                code: "fixed",
                message: "\(name) is always there or stands in the configuration file: it is changed there"
            )
        case .invalid(let field, let texts):
            self = .invalid(field, texts["en"] ?? "")
            self.texts = texts
        case .refused(let field, let trouble):
            self = .invalid(field, trouble.description)
            texts = trouble.texts
        case .unusable(let message):
            self.init(status: .serviceUnavailable, code: "unusable", message: message)
            texts = ["en": message, "id": "saluran tidak dapat disimpan atau dibaca sekarang (\(message))"]
        }
    }
}
