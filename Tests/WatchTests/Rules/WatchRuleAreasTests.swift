import Aero
import Testing

@testable import Watch

struct WatchRuleAreasTests {
    @Test("the areas a rule asks for, wherever they stand")
    func names() throws {
        let when = """
            {"sequence":[{"enters":{"area":"bay"}},{"all":[{"leaves":{"area":"port"}},{"inside":{"area":"bay"}}]}],"within":"1h"}
            """
        #expect(try Rules.read(Rules.simple(when)).areaNames == ["bay", "port"])
        let count = #"{"count":{"atLeast":3,"window":"1h","in":{"area":"roads"}}}"#
        #expect(try Rules.read(Rules.simple(count)).areaNames == ["roads"])
        let written = #"{"enters":{"area":{"circle":{"latitude":1,"longitude":2,"km":3}}}}"#
        #expect(try Rules.read(Rules.simple(written)).areaNames.isEmpty)
    }

    @Test("an area of its own is read as in a rule, and refused with its place")
    func reading() throws {
        let area = try WatchArea(RuleValue(json: #"{"circle":{"latitude":55.6,"longitude":37.3,"km":50}}"#.utf8))
        #expect(area.contains(try #require(Position(latitude: 55.7, longitude: 37.3))))
        for (text, path) in [
            (#"{"circle":{"latitude":95,"longitude":0,"km":1}}"#, "area.circle.latitude"), (#"{}"#, "area"),
            (#"{"polygon":[[0,0],[1,1]]}"#, "area.polygon"), (#"[]"#, "area"),
            (#"{"circle":{"latitude":0,"longitude":0,"km":1},"of":"A"}"#, "area"),
        ] {
            do throws(RuleError) {
                _ = try WatchArea(RuleValue(json: text.utf8))
                Issue.record("\(text) was taken")
            } catch { #expect(error.path == path, "\(text): \(error)") }
        }
    }
}
