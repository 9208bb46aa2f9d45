/// Writers of answers that are not JSON; one that is `nil` is refused, and `receiver.json` must not promise it.
struct ReAPIForms: Sendable {
    /// The aircraft at these indices of a picture in readsb's binary form, with the box that was asked for.
    var binCraft: (@Sendable (SkyPicture, [Int], Box?) -> [UInt8])?
    /// Bytes as one zstd frame that tells their length; `nil` when there is no memory for it.
    var zstd: (@Sendable ([UInt8]) -> [UInt8]?)?
}
