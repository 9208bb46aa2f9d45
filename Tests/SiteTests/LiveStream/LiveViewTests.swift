import Testing

@testable import Site

struct LiveViewTests {
    @Test("a view is widened, never narrowed, and nearly equal views are the same")
    func widened() throws {
        let view = try #require(LiveView("3.1,50.2,7.9,53.4"))
        #expect(
            view.west <= 3_100_000 && view.south <= 50_200_000 && view.east >= 7_900_000 && view.north >= 53_400_000
        )
        #expect(try #require(LiveView("3.2,50.3,7.8,53.3")) == view)
        #expect(LiveView("-180,-90,180,90") == .world)
        #expect(LiveView("-500,-90,500,90") == .world)
    }

    @Test("a view across 180 has its west above its east")
    func acrossTheDateLine() throws {
        let view = try #require(LiveView("175,-20,-175,20"))
        #expect(view.west > view.east)
        #expect(view.west <= 175_000_000 && view.east >= -175_000_000)
    }

    @Test(
        "what is not four numbers of a globe is refused",
        arguments: [
            "", "1,2,3", "1,2,3,4,5", "a,b,c,d", "nan,0,1,1", "0,10,1,5", "0,-91,1,5", "inf,0,1,1", "1e9,0,1,1",
        ]
    )
    func refused(text: String) { #expect(LiveView(text) == nil) }
}
