import Testing

@testable import Site

struct PathTemplateTests {
    @Test("a path fills the placeholders of its template, and no other path does")
    func values() {
        let template = PathTemplate("/api/v1/aircraft/{hex}/trail")
        #expect(template.values(in: ["api", "v1", "aircraft", "~2a00f3", "trail"]) == ["~2a00f3"])
        for path in [
            ["api", "v1", "aircraft", "", "trail"], ["api", "v1", "aircraft", "x", "track"],
            ["api", "v1", "aircraft", "x"], [], ["api", "v1", "aircraft", "x", "trail", ""],
        ] {
            #expect(template.values(in: path) == nil, "\(path)")
        }
        #expect(PathTemplate("/metrics").values(in: ["metrics"]) == [])
    }

    @Test("every document of ours is found under its own path")
    func routes() {
        for route in APIRoute.allCases {
            let path = route.rawValue.replacing("{hex}", with: "484159").split(separator: "/").map(String.init)
            #expect(APIRoute.find(path)?.route == route)
        }
        #expect(APIRoute.find(["api", "v1"]) == nil)
    }
}
