import Foundation
import Testing

@testable import Store

/// Files that are not what they should be: each is refused by name, and none ends the program.
struct BasemapErrorTests {
    @Test func aMissingFileIsUnreadable() throws {
        let file = try TemporaryTiles()
        #expect(throws: BasemapError.unreadable(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test func aFolderIsUnreadable() throws {
        let file = try TemporaryTiles()
        #expect(throws: BasemapError.unreadable(path: file.folder.path)) { try Basemap(path: file.folder.path) }
    }

    @Test(arguments: ["", ":memory:", "/dev/zero", "file:x?mode=memory", "a\0b"])
    func specialNamesAreUnreadable(path: String) {
        #expect(throws: BasemapError.unreadable(path: path)) { try Basemap(path: path) }
    }

    @Test func anotherFileIsNotSQLite() throws {
        let file = try TemporaryTiles()
        try Data("This is a text, long enough to have the length of a header of SQLite, and then some more of it.".utf8)
            .write(to: URL(fileURLWithPath: file.path))
        #expect(throws: BasemapError.notSQLite(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test func anEmptyFileHasNoTiles() throws {
        let file = try TemporaryTiles()
        try Data().write(to: URL(fileURLWithPath: file.path))
        #expect(throws: BasemapError.noTiles(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test func anotherDatabaseHasNoTiles() throws {
        let file = try TemporaryTiles()
        try file.execute("CREATE TABLE metadata (name, value); CREATE TABLE tiles (zoom_level)")
        #expect(throws: BasemapError.noTiles(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test func noTilesAndNoZoomsIsNoMap() throws {
        let file = try TemporaryTiles.standard()
        #expect(throws: BasemapError.noTiles(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test func anUnknownFormatIsNamed() throws {
        let file = try TemporaryTiles.standard(["format": "gif"])
        #expect(throws: BasemapError.unknownFormat(path: file.path, format: "gif")) { try Basemap(path: file.path) }
    }

    @Test func anUnstatedFormatIsRefused() throws {
        let file = try TemporaryTiles.standard([:])
        #expect(throws: BasemapError.unknownFormat(path: file.path, format: nil)) { try Basemap(path: file.path) }
    }

    @Test func aViewWithoutEndIsRefused() throws {
        let file = try TemporaryTiles()
        try file.execute(
            """
            CREATE TABLE metadata (name TEXT, value TEXT);
            INSERT INTO metadata VALUES ('format', 'pbf'), ('minzoom', '0'), ('maxzoom', '1');
            CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT 0 AS zoom_level, i AS tile_column, 0 AS tile_row, x'00' AS tile_data FROM n;
            """
        )
        #expect(throws: BasemapError.unboundedView(path: file.path)) { try Basemap(path: file.path) }
    }

    @Test(arguments: ["'text'", "42", "1.5", "NULL", "zeroblob(4194305)"])
    func aTileThatIsNotBytesOrTooLargeIsBad(expression: String) throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "1"])
        try file.execute("INSERT INTO tiles VALUES (0, 0, 0, \(expression)), (1, 0, 0, x'05')")
        let basemap = try Basemap(path: file.path)
        #expect(throws: BasemapError.badTile(zoom: 0, column: 0, row: 0)) { try basemap.tile(z: 0, x: 0, y: 0) }
        #expect(try basemap.tile(z: 1, x: 0, y: 1) == [5])
    }

    @Test func theLargestTileIsStillGiven() throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "0"])
        try file.execute("INSERT INTO tiles VALUES (0, 0, 0, zeroblob(4194304))")
        #expect(try Basemap(path: file.path).tile(z: 0, x: 0, y: 0)?.count == Basemap.largestTile)
    }

    @Test(
        arguments: [
            ["minzoom": "-5", "maxzoom": "99"], ["minzoom": "x", "maxzoom": "1e9"],
            ["minzoom": "99999999999999999999", "maxzoom": "-1"], ["bounds": "nan,inf,1,2"], ["bounds": "1,2,3"],
            ["bounds": ",,,"], ["name": "\u{202E}</script>"],
        ]
    )
    func nonsenseInTheMetadataIsNotBelieved(stated: [String: String]) throws {
        let file = try TemporaryTiles.standard(stated.merging(["format": "pbf"]) { $1 })
        try file.add(zoom: 2, column: 0, row: 0, [1])
        let metadata = try Basemap(path: file.path).metadata
        #expect(metadata.zooms == 2...2)
        #expect(metadata.bounds == nil)
    }

    @Test func metadataOfOtherTypesOrEndlessLengthIsLeftOut() throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "0"])
        try file.execute(
            "INSERT INTO metadata VALUES ('name', x'FF00FF'), ('attribution', replace(hex(zeroblob(100000)), '0', 'a'))"
        )
        let metadata = try Basemap(path: file.path).metadata
        #expect(metadata.name == nil)
        #expect(metadata.attribution == nil)
    }

    @Test func bytesTurnedAroundAnywhereNeverEndTheProgram() throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "3"])
        for column in 0..<8 {
            try file.add(zoom: 3, column: column, row: 0, [UInt8](repeating: UInt8(column), count: 3000))
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: file.path))
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        var refused = 0
        for round in 0..<60 {
            var bytes = whole
            for _ in 0..<(1 + round) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if round % 5 == 0 { bytes = bytes.prefix(next(bytes.count)) }
            try bytes.write(to: URL(fileURLWithPath: file.path))
            do throws(BasemapError) {
                let basemap = try Basemap(path: file.path)
                for column in 0..<8 { _ = try basemap.tile(z: 3, x: column, y: 7) }
            } catch {
                refused += 1
                #expect(!error.description.isEmpty)
            }
        }
        #expect(refused > 0)
    }
}
