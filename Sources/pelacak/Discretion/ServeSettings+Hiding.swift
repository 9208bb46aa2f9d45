import Aero
import Foundation
import Store

extension ServeSettings {
    /// Whether there are lists of who is who, or may be: what cannot be looked at is not taken for none.
    var hasIdentities: Bool {
        do {
            _ = try FileManager.default.attributesOfItem(atPath: "\(dataFolder)/\(IdentityStore.name)")
            return true
        } catch let error as CocoaError { return ![.fileReadNoSuchFile, .fileNoSuchFile].contains(error.code) } catch {
            return true
        }
    }

    /// The part of the sky that strangers are shown.
    ///
    /// - Throws: `UsageError` for a range without a place it counts from; `Failure` where the offset of the place cannot be read.
    func shownSky() throws -> ShownSky {
        let place = receiver?.position
        var shown = operation.shownSky(hasReceiver: place != nil)
        guard shown.range != nil else { return shown }
        guard let place else {
            throw UsageError("public-range counts from the receiver's place: name it with --receiver LAT,LON")
        }
        // The middle of what is shown must not be the true place, unless that is shown itself.
        shown.middle =
            operation.place == .exact ? place : try PlaceOffsetFile(folder: dataFolder).offset().applied(to: place)
        return shown
    }

    /// Who is hidden, for a command that hands something on: all lists must be readable.
    func hidingRules() throws(Failure) -> SuppressionRules {
        let now = TimeText.now
        let own: [SuppressionRule]
        do { own = try suppressions.read() } catch { throw Failure(error.description) }
        do {
            return SuppressionRules(own, listed: try limitedAircraft(at: now), at: now)
        } catch { throw Failure("\(error); whom lists call limited (LADD) cannot be left out") }
    }

    /// What is done about aircraft that lists of who is who call limited.
    private func limitedAircraft(at now: Timestamp) throws(IdentityError) -> [SuppressionRule] {
        let mode = operation.limitedDisplay
        guard mode != .flag, hasIdentities else { return [] }
        let store = try IdentityStore(folder: dataFolder)
        guard try store.hasLimitedDisplay() else { return [] }
        return try store.limitedDisplay(in: store.index(at: now)).map { rule in
            var rule = rule
            rule.mode = mode
            return rule
        }
    }
}
