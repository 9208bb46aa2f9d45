import Polling
import Testing

@Suite struct PurposeTests {
    @Test func everyPurposeIsReadFromItsWord() {
        #expect(Purpose(rawValue: "private") == .personal)
        #expect(Purpose(rawValue: "research") == .research)
        #expect(Purpose(rawValue: "newsroom") == .newsroom)
    }
}
