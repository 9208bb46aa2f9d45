/// Documents made of one picture, each made once however many ask, all forgotten with the picture.
actor PictureCache {
    /// How a document is packed.
    enum Packing: Hashable, Sendable {
        case plain, gzip, zstd
    }

    private struct Key: Hashable {
        let name: String
        let packing: Packing
    }

    private var second: Int64?
    private var made: [Key: Task<[UInt8], Never>] = [:]

    /// Documents kept of one picture: every globe tile in every form would be 44,000. When there are more, all are forgotten.
    private static let bound = 16_384

    /// The bytes of a document.
    ///
    /// - Parameters:
    ///   - name: which document; the same name must mean the same bytes while the picture stands.
    ///   - make: writes it plain; called at most once a picture and packing, and not on this actor.
    func bytes(
        _ name: String,
        _ packing: Packing,
        of picture: SkyPicture,
        make: @escaping @Sendable (SkyPicture) -> [UInt8]
    ) async -> [UInt8] {
        if second != picture.status.second || made.count >= Self.bound {
            second = picture.status.second
            made.removeAll()
        }
        let key = Key(name: name, packing: packing)
        if let task = made[key] { return await task.value }
        let task: Task<[UInt8], Never>
        if packing == .plain {
            task = Task { await Self.made(picture, make) }
        } else {
            let plainKey = Key(name: name, packing: .plain)
            let plain = made[plainKey] ?? Task { await Self.made(picture, make) }
            made[plainKey] = plain
            task = Task { await Self.packed(await plain.value, packing) }
        }
        made[key] = task
        return await task.value
    }

    @concurrent
    private static func made(
        _ picture: SkyPicture,
        _ make: @Sendable (SkyPicture) -> [UInt8]
    ) async -> [UInt8] { make(picture) }

    @concurrent
    private static func packed(_ bytes: [UInt8], _ packing: Packing) async -> [UInt8] {
        switch packing {
        case .plain: bytes
        case .gzip: Gzip.packed(bytes, level: 1) ?? bytes
        case .zstd: Zstd.packed(bytes, level: 1) ?? []
        }
    }
}
