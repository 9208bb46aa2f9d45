import Aero

/// Under which terms rows came and from whom: rows of different terms never share a chunk, so that an export can leave some out.
struct ArchiveTerms: Hashable {
    let licence: LicenceTag
    let origin: String?
}
