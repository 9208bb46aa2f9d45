import ArgumentParser
import Bundles
import Visits

/// What an editor says of what an edition corrects.
struct CorrectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What is corrected, for readers, in English.", valueName: "TEXT")) var note: String?
    @Option(help: ArgumentHelp("The same in Indonesian; English stands on both pages without.", valueName: "TEXT"))
    var noteID: String?

    /// - Returns: `nil` where nothing is said.
    func words() throws(UsageError) -> DossierText? {
        for (name, text) in [("--note", note), ("--note-id", noteID)] {
            guard let text else { continue }
            guard text.isEmpty || Edition.Earlier.isNote(text) else {
                throw UsageError("\(name) is at most 1000 bytes in one line")
            }
        }
        guard let note, !note.isEmpty else {
            guard noteID == nil else { throw UsageError("--note-id says --note in Indonesian: write both") }
            return nil
        }
        return DossierText(english: note, indonesian: noteID ?? note)
    }
}
