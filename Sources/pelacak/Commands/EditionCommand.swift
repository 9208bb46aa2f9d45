import ArgumentParser

/// Dossiers, flights and silences as they were published.
struct EditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract:
            "Freeze a visit, a flight or a silence as a numbered edition of static pages; take objections down.",
        discussion: """
            Examples:
              pelacak edition publish k3v9x2m4q8za
              pelacak edition publish k3v9x2m4q8za --note "the second stop was read wrongly" --bundle visit-bundle
              pelacak edition flight 34718d --at 2024-06-18T07:00Z
              pelacak edition gap 34718d --at 2024-06-18T09:30Z
              pelacak edition list
              pelacak edition show 2
              pelacak edition compare 2
              pelacak edition challenge 2 --sentence claim-3 --objection "it was the day after" --evidence https://…
              pelacak edition answer 2 --challenge 1 --outcome upheld --answer "put right in edition 3"
              pelacak edition tell 2 --challenge 1

            An edition is a folder DATA/editions/N of static files: open it from the disk, or copy it to any web host (docs/editions.md). It holds what
            others may be told: words that are quoted, no reports whole, no names of people here, nothing of receivers.
            """,
        subcommands: [
            EditionPublish.self, EditionFlight.self, EditionGap.self, EditionList.self, EditionShow.self,
            EditionCompare.self,
            EditionChallenge.self, EditionAnswer.self, EditionTell.self,
        ]
    )
}
