import Foundation

/// In words, for logs and people.
extension RawError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let path, let number): "\(path): \(Self.words(number))"
        case .full(let path): "\(path): the disk is full"
        case .damaged(let path, let damage): "\(path) is damaged: \(damage.words)"
        case .noSuchPin(let number): "there is no pin \(number)"
        }
    }

    private static func words(_ number: Int32) -> String {
        // safe: the text is copied at once.
        unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    }
}

extension RawDamage {
    var words: String {
        switch self {
        case .cutOff: "it ends too early"
        case .checksum: "its check sum is another"
        case .foreign: "it is no slice, or of an unknown version"
        case .nonsense: "it has numbers that make no sense"
        }
    }
}
