/// The writers there are.
extension ReAPIForms {
    static let all = ReAPIForms(
        binCraft: { picture, indices, box in
            BinCraftDocument(picture: picture).bytes(indices, box: box ?? .world)
        },
        zstd: { Zstd.packed($0, level: 1) }
    )
}
