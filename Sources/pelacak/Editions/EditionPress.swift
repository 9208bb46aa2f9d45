import Aero
import Bundles
import Tracking
import Visits

/// What makes an edition of a draft and puts it on the shelf: the same for commands and for the site.
struct EditionPress {
    let shelf: EditionShelf
    private let outline: String?
    private let tell: @Sendable (DossierText) -> Void

    /// - Parameters:
    ///   - outline: the file of coasts and borders below maps; `nil` where there is none.
    ///   - tell: is told why an edition has none.
    init(
        dataFolder: String,
        outline: String? = OutlineFile.locate(),
        tell: @escaping @Sendable (DossierText) -> Void
    ) {
        shelf = EditionShelf(dataFolder: dataFolder)
        self.outline = outline
        self.tell = tell
    }

    /// Told to who asked by command, in their language.
    init(dataFolder: String, language: NameLanguage) {
        self.init(dataFolder: dataFolder) { words in
            let text = words.text(in: language == .indonesian ? .indonesian : .english)
            StandardError.line("pelacak: \(IdentityOptions.plain(text))")
        }
    }

    /// Freezes a draft under the next number.
    ///
    /// - Parameters:
    ///   - bundle: the one it rests on, of the same world.
    ///   - note: what is corrected, for readers.
    func publish(
        _ draft: EditionDraft,
        _ world: BundleHead.World,
        _ bundle: BundleManifest? = nil,
        note: DossierText?
    ) throws(Failure) -> Edition {
        if let bundle, bundle.head.world != world {
            throw Failure(
                "the bundle is of the \(bundle.head.world.rawValue) world, the edition of the \(world.rawValue)"
            )
        }
        let edition = try draft.edition(
            number: try shelf.nextNumber(),
            world: world,
            bundle: bundle?.digest,
            after: try shelf.last(of: .visit(draft.kept.id)),
            note: note,
            on: ground(draft.places)
        )
        try shelf.publish(edition)
        return edition
    }

    /// Freezes a flight or a silence under the next number.
    func publish(_ draft: FlightEditionDraft, note: DossierText?) throws(Failure) -> Edition {
        let edition = try draft.edition(
            number: try shelf.nextNumber(),
            after: try shelf.last(of: draft.subject),
            note: note,
            on: ground(draft.places, draft.tracks)
        )
        try shelf.publish(edition)
        return edition
    }

    /// What lies below a map; nothing where there is no map.
    private func ground(_ places: [EditionPlace], _ tracks: [[Position]] = []) -> EditionOutline? {
        guard !places.isEmpty || !tracks.isEmpty else { return nil }
        let file = OutlineFile(path: outline)
        if let trouble = file.trouble { tell(trouble) }
        return file.world.flatMap { EditionOutline($0, below: places, tracks: tracks) }
    }

    /// The world of what is published where nothing heard is told: what is simulated in any way keeps its name.
    ///
    /// - Parameter realms: of which something is kept here.
    func worldWithoutAircraft(
        of visit: String,
        asked: ArchiveRealm,
        realms: [ArchiveRealm],
        bundle: BundleManifest? = nil
    ) throws(Failure) -> BundleHead.World {
        let before = try shelf.last(of: .visit(visit))
        let isSimulated =
            bundle?.head.world == .simulated || before?.world == .simulated
            || asked == .real && realms == [.simulated]
        return isSimulated ? .simulated : bundle?.head.world ?? BundleHead.World(asked)
    }
}
