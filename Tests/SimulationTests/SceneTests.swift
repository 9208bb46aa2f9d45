import Aero
import ModeS
import Simulation
import Testing

struct SceneTests {
    @Test func namesAreRead() throws {
        #expect(try Scene(name: "state-visit") == .stateVisit)
        #expect(try Scene(name: "traffic") == .traffic(aircraft: Scene.defaultTraffic))
        #expect(try Scene(name: "traffic?aircraft=10000") == .traffic(aircraft: 10_000))
        for name in ["state-visit", "traffic?aircraft=7"] { #expect(try Scene(name: name).description == name) }
        #expect(try Scene(name: "state-visit").advisedTimeLapse == 60)
    }

    @Test(
        "what names no scene is refused by name",
        arguments: [
            ("", SceneError.unknownScene("")), ("sky", .unknownScene("sky")),
            ("traffic?planes=3", .unknownSetting("planes", scene: "traffic")),
            ("state-visit?aircraft=3", .unknownSetting("aircraft", scene: "state-visit")),
            ("traffic?aircraft=0", .badNumber("0", setting: "aircraft")),
            ("traffic?aircraft=", .badNumber("", setting: "aircraft")),
            ("traffic?aircraft", .badNumber("", setting: "aircraft")),
            ("traffic?aircraft=99999999999999999999", .badNumber("99999999999999999999", setting: "aircraft")),
        ]
    )
    func refused(name: String, error: SceneError) {
        #expect(throws: error) { try Scene(name: name) }
    }

    @Test func theErrorNamesTheScenesThereAre() {
        #expect(SceneError.unknownScene("x").description.contains("state-visit, traffic"))
    }
}
