import Aero
import Foundation
import TestSupport
import Testing
import Visits

/// The gates of the specification over the first story and the development stories.
@Suite(
    .enabled(
        if: Story.folder != nil && WholePlaces.gazetteer != nil,
        "needs the stories beside the checkout and the list of places"
    )
)
struct StoryScoreTests {
    @Test func firstStory() throws {
        let (story, places) = (try #require(try Story.seed()), try #require(WholePlaces.gazetteer))
        let draft = try Bench.draft(story, places)
        let score = Score(draft, story)
        print(score.line("seed"), score.missing.joined(separator: "; "))
        #expect(score.found == 3 && draft.stops.count == 3)
        #expect(score.claimsFound >= 12)
        #expect(score.traps.isEmpty)
        #expect(score.contained == score.windows)
    }

    @Test func developmentStories() throws {
        let places = try #require(WholePlaces.gazetteer)
        let sum = try Score.sum(of: Story.dev(), places, named: "all")
        #expect(sum.stopF1 >= 0.9)
        #expect(sum.claimsF1 >= 0.8)
        #expect(sum.containment >= 0.9 && sum.medianRatio <= 2)
        #expect(sum.traps.isEmpty)
    }
}

/// Stories of our own against fitting the rules to a few texts: other states, words, orders, dates.
@Suite(.enabled(if: WholePlaces.gazetteer != nil, "needs the list of places"))
struct MadeStoryTests {
    /// Of a file of stories, of which there must be as many.
    private func sum(_ file: String, named name: String, count: (Int) -> Bool) throws -> Score {
        let stories = TestSupport.vectors(file).map(Story.story)
        #expect(count(stories.count), "\(stories.count)")
        return try Score.sum(of: stories, try #require(WholePlaces.gazetteer), named: name)
    }

    @Test func allTogether() throws {
        let sum = try sum("visit-stories", named: "made") { $0 >= 40 }
        #expect(sum.stopF1 >= 0.9)
        #expect(sum.claimsF1 >= 0.8)
        #expect(sum.containment >= 0.9 && sum.medianRatio <= 2)
        #expect(sum.traps.isEmpty)
        #expect(sum.subjectsRight == sum.subjects)
    }

    /// Stories that no rule was made for: annotated before, scored, never mended for. The floor is below what they came to.
    @Test func heldOut() throws {
        let sum = try sum("visit-stories-held-out", named: "held out") { $0 == 18 }
        #expect(sum.stopF1 >= 0.7)
        #expect(sum.claimsF1 >= 0.6)
    }

    /// By an author who had not seen the rules, and read by nobody who makes rules. The gates are not met; the floors keep what is right.
    /// Where one is missed, look at the rule that was changed: whoever reads these stories to mend for them has to write new ones.
    @Test func blind() throws {
        let sum = try sum("visit-stories-blind", named: "blind") { $0 == 28 }
        #expect(sum.stopF1 >= 0.75)
        #expect(sum.claimsF1 >= 0.42)
        #expect(sum.traps.count <= 13)
    }

    /// In the manner of the development stories, by another author; read by those who make rules.
    @Test func manner() throws {
        let sum = try sum("visit-stories-manner", named: "manner") { $0 == 32 }
        #expect(sum.stopF1 >= 0.95)
        #expect(sum.claimsF1 >= 0.9)
        #expect(sum.containment >= 0.9 && sum.medianRatio <= 2)
        #expect(sum.traps.isEmpty)
    }

    /// The same by twelve more authors: scored once before they were read.
    @Test func mannerLater() throws {
        let sum = try sum("visit-stories-manner-later", named: "manner, later") { $0 == 208 }
        #expect(sum.stopF1 >= 0.95)
        #expect(sum.claimsF1 >= 0.85)
        #expect(sum.containment >= 0.9 && sum.medianRatio <= 2)
        #expect(sum.traps.isEmpty)
    }

    /// The same by three more, whose stops were read and whose claims hardly were.
    @Test func mannerLast() throws {
        let sum = try sum("visit-stories-manner-last", named: "manner, last") { $0 == 48 }
        #expect(sum.stopF1 >= 0.93)
        #expect(sum.claimsF1 >= 0.75)
        #expect(sum.containment >= 0.85 && sum.traps.count <= 1)
    }

    /// The same by seven others, kept from the rules: scored, and read by nobody who makes them, but for ten.
    @Test func mannerBlind() throws {
        let sum = try sum("visit-stories-manner-blind", named: "manner, blind") { $0 == 112 }
        #expect(sum.stopF1 >= 0.95)
        #expect(sum.claimsF1 >= 0.82)
        #expect(sum.containment >= 0.95 && sum.medianRatio <= 2)
        #expect(sum.traps.isEmpty)
    }

    /// Short texts that are full of places which are no stops, by eight authors: without claims, read after they were scored. Thirteen of
    /// some 1,400 such places still are one.
    @Test func traps() throws {
        let sum = try sum("visit-stories-traps", named: "traps") { $0 == 512 }
        #expect(sum.stopF1 >= 0.96)
        #expect(sum.containment >= 0.95 && sum.medianRatio <= 2)
        #expect(sum.traps.count <= 13)
    }

    /// Stories that still make a stop of a place that they rule out. The floor keeps what is right of them; a story that is mended
    /// moves to the others.
    @Test func missed() throws {
        let sum = try sum("visit-stories-missed", named: "missed") { $0 == 1 }
        #expect(sum.claimsF1 >= 0.8)
        #expect(sum.traps.count <= 1)
        #expect(sum.subjectsRight == sum.subjects)
    }
}

/// Any other stories, in the form of the development ones: `PELACAK_STORIES` names the files. Nothing is required of them.
@Suite(
    .enabled(
        if: Story.named != nil && WholePlaces.gazetteer != nil,
        "needs files of stories in PELACAK_STORIES, and the list of places"
    )
)
struct NamedStoryTests {
    /// Told: what each story lacks, the sums of each file, and what was drafted of each where `PELACAK_STORIES_DRAFTS` is set.
    @Test func measured() throws {
        let places = try #require(WholePlaces.gazetteer)
        let isTold = ProcessInfo.processInfo.environment["PELACAK_STORIES_DRAFTS"] != nil
        for file in Story.named ?? [] {
            let stories = try Story.lines(of: file)
            if isTold { for story in stories { print(Bench.words(of: try Bench.draft(story, places), story)) } }
            _ = try Score.sum(of: stories, places, named: file.lastPathComponent)
        }
    }
}
