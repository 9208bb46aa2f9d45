import Aero
import Testing
import Visits

@testable import Store

struct VisitCacheTests {
    private static let time = Timestamp(seconds: 1_718_700_000)

    private static func entry(_ id: String, changes: Int = 1, bytes: Int = 0) throws -> VisitCache.Entry {
        var visit = Visit()
        for number in 0..<changes { try visit.apply(.setTitle("\(number)"), by: "desk", at: time) }
        let kept = KeptVisit(id: id, created: time, visit: visit, texts: [1: String(repeating: "a", count: bytes)])
        return VisitCache.Entry(kept: kept, changeBytes: changes * 8)
    }

    @Test("it never takes more room than it has; who was not asked for longest goes")
    func room() throws {
        var cache = VisitCache(room: 50_000)
        for number in 0..<40 {
            cache.keep(try Self.entry("v\(number)", bytes: 5_000))
            _ = cache.entry("v0")
            #expect(cache.weight <= cache.room)
        }
        #expect(cache.count == 5 && cache.entry("v0") != nil && cache.entry("v39") != nil && cache.entry("v3") == nil)
        cache.keep(try Self.entry("huge", bytes: 60_000))
        #expect(cache.entry("huge") == nil && cache.count == 5)
        for number in 0..<40 { cache.remove("v\(number)") }
        #expect(cache.weight == 0 && cache.count == 0)
    }

    @Test("a newer state of a visit stays where an older one comes late")
    func newest() throws {
        var cache = VisitCache(room: 50_000)
        cache.keep(try Self.entry("v", changes: 3))
        cache.keep(try Self.entry("v", changes: 2))
        #expect(cache.entry("v")?.kept.version == 3)
        cache.keep(try Self.entry("v", changes: 4))
        #expect(cache.entry("v")?.kept.version == 4 && cache.count == 1)
    }
}
