import Aero

/// Compares a bundle with its manifest, byte for byte. It asks nothing but the folder: no network, no clock, no key.
///
/// That proves that nothing was changed since the digest was made, for whoever knows the digest from elsewhere. It does not prove that
/// what receivers heard was sent by aircraft.
public struct BundleVerifier: Sendable {
    /// What the digest has to be; `nil`: whatever the manifest says.
    public let expected: ContentSum?
    private static let piece = 1 << 20

    public init(expecting digest: ContentSum? = nil) { expected = digest }

    /// Reads every item once, a piece at a time.
    ///
    /// - Parameter itemsToo: whether items are read; without, the manifest alone is.
    /// - Throws: `BundleSourceError` where the folder itself cannot be read; all else is a finding.
    public func report(
        on source: some BundleSource,
        itemsToo: Bool = true
    ) throws(BundleSourceError) -> BundleReport {
        var report = BundleReport()
        let entries = try source.entries(most: BundleManifest.mostItems * 2)
        guard let bytes = try manifest(entries, source) else {
            report.add(.noManifest)
            return report
        }
        let written: WrittenManifest
        do throws(BundleManifestError) { written = try WrittenManifest(bytes) } catch {
            report.add(.badManifest(error))
            return report
        }
        report.manifest = written.manifest
        compareRecords(written, &report)
        try compareStamp(written, entries, source, &report)
        if itemsToo { compareFolder(written.manifest, entries, source, &report) }
        return report
    }

    private func manifest(
        _ entries: [BundleEntry],
        _ source: some BundleSource
    ) throws(BundleSourceError) -> [UInt8]? {
        let entry = entries.first { $0.path == BundleLayout.manifest && $0.kind == .file }
        guard let entry, entry.bytes <= BundleManifest.largest, let path = BundlePath(BundleLayout.manifest) else {
            return nil
        }
        return try source.bytes(of: path, at: 0, count: entry.bytes)
    }

    /// Each record against the link that is written before it, so that one that was changed is named alone.
    private func compareRecords(_ written: WrittenManifest, _ report: inout BundleReport) {
        let manifest = written.manifest
        let (items, links) = (manifest.items, manifest.links)
        var before = BundleChain(manifest.head).last
        for (number, item) in items.enumerated() {
            let link = BundleChain.link(after: before, item)
            before = link
            guard link != links[number] else { continue }
            // Where the next follows from what should stand here, the link alone was changed.
            let isLast = number == items.count - 1
            let next = isLast ? link : BundleChain.link(after: link, items[number + 1])
            if next == (isLast ? written.digest : links[number + 1]) {
                report.add(.changedLink(item.path))
            } else {
                report.add(number == 0 ? .changedHead(item.path) : .changedRecord(item.path))
                before = links[number]
            }
        }
        if before != written.digest { report.add(items.isEmpty ? .changedHead(nil) : .changedDigest) }
        if manifest.redactedSum != written.redactedSum { report.add(.changedRedactions) }
        if let expected, expected != written.digest { report.add(.otherDigest(written.digest)) }
    }

    private func compareStamp(
        _ written: WrittenManifest,
        _ entries: [BundleEntry],
        _ source: some BundleSource,
        _ report: inout BundleReport
    ) throws(BundleSourceError) {
        let entry = entries.first { $0.path == BundleLayout.stamp && $0.kind == .file }
        guard let entry, let path = BundlePath(BundleLayout.stamp) else { return }
        guard entry.bytes <= TimeStamp.largest else { return report.add(.badStamp(.unreadable)) }
        let bytes = try source.bytes(of: path, at: 0, count: entry.bytes)
        do throws(TimeStampError) {
            let stamp = try TimeStamp(reading: bytes)
            report.stamp = stamp
            if stamp.digest != written.digest { report.add(.badStamp(nil)) }
        } catch { report.add(.badStamp(error)) }
    }

    private func compareFolder(
        _ manifest: BundleManifest,
        _ entries: [BundleEntry],
        _ source: some BundleSource,
        _ report: inout BundleReport
    ) {
        let items = manifest.items.reduce(into: [:]) { $0[$1.path.text] = $1 }
        let redacted = Set(manifest.redactions.map(\.path))
        var there: Set<String> = []
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            let isOurs = [BundleLayout.manifest, BundleLayout.stamp].contains(entry.path)
            switch entry.kind {
            case .link: report.add(.link(entry.path))
            case .other: report.add(.strange(entry.path))
            case .file where isOurs: continue
            case .file:
                guard BundlePath(entry.path) != nil else {
                    report.add(.strange(entry.path))
                    continue
                }
                guard let item = items[entry.path] else {
                    report.add(.added(entry.path))
                    continue
                }
                there.insert(entry.path)
                guard !redacted.contains(item.path) else {
                    report.add(.notTakenOut(item.path))
                    continue
                }
                compare(item, entry, source, &report)
            }
        }
        for item in manifest.items where !there.contains(item.path.text) && !redacted.contains(item.path) {
            report.add(.missing(item.path))
        }
    }

    private func compare(
        _ item: BundleItem,
        _ entry: BundleEntry,
        _ source: some BundleSource,
        _ report: inout BundleReport
    ) {
        // What is longer or shorter is not read at all: its record bounds what is.
        guard entry.bytes == item.bytes else { return report.add(.changed(item.path)) }
        var (digest, offset) = (ContentDigest(), 0)
        do throws(BundleSourceError) {
            while offset < item.bytes {
                let count = min(Self.piece, item.bytes - offset)
                let bytes = try source.bytes(of: item.path, at: offset, count: count)
                guard bytes.count == count else { return report.add(.changed(item.path)) }
                digest.update(bytes)
                offset += count
            }
        } catch { return report.add(.unreadable(item.path, reason: "\(error)")) }
        report.bytesRead += item.bytes
        guard digest.finish() == item.sum.hex else { return report.add(.changed(item.path)) }
        report.wholeItems += 1
    }
}
