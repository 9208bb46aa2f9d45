import Foundation
import Testing
import Tracking

@testable import Store

/// The damaged file and its journal get names that nothing else has.
struct RebuiltFileTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("pelacak.sqlite", [1])
        try folder.write("pelacak.sqlite-wal", [2])
        try folder.write("pelacak.sqlite.rebuilt", [3])
        return folder
    }

    @Test func aJournalOfAnotherIsNotTakenForOurs() throws {
        let folder = try folder()
        try folder.write("pelacak.sqlite.damaged-wal", [9])
        let name = try RebuiltFile(folder: folder.path).takePlaceIfWhole()
        #expect(name == folder.path + "/pelacak.sqlite.damaged-2")
        #expect(try folder.read("pelacak.sqlite") == [3])
        #expect(try folder.read("pelacak.sqlite.damaged-2") == [1])
        #expect(try folder.read("pelacak.sqlite.damaged-2-wal") == [2])
        #expect(try folder.read("pelacak.sqlite.damaged-wal") == [9])
    }

    /// A crash after each of its steps.
    @Test(arguments: 0..<5) func whatACrashLeftIsTheSameAgain(step: Int) throws {
        let folder = try folder()
        let path = folder.path + "/pelacak.sqlite"
        let manager = FileManager.default
        if step > 0 { try manager.linkItem(atPath: path, toPath: path + ".damaged") }
        if step > 1 { try manager.linkItem(atPath: path + "-wal", toPath: path + ".damaged-wal") }
        if step > 2 { try manager.removeItem(atPath: path + "-wal") }
        if step > 3 {
            try manager.removeItem(atPath: path)
            try manager.moveItem(atPath: path + ".rebuilt", toPath: path)
        }
        let name = try RebuiltFile(folder: folder.path).takePlaceIfWhole()
        #expect(name == (step > 3 ? nil : path + ".damaged"))
        #expect(
            folder.names() == ["pelacak.sqlite", "pelacak.sqlite.damaged", "pelacak.sqlite.damaged-wal"]
        )
        #expect(try folder.read("pelacak.sqlite") == [3])
        #expect(try folder.read("pelacak.sqlite.damaged") == [1])
        #expect(try folder.read("pelacak.sqlite.damaged-wal") == [2])
    }
}
