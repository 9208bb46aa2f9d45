import Foundation
import Testing

@testable import Store

struct BasemapTests {
    @Test func rowsCountFromTheNorthOutsideAndFromTheSouthInside() throws {
        let file = try TemporaryTiles.standard()
        try file.add(zoom: 2, column: 1, row: 0, [7])
        try file.add(zoom: 2, column: 1, row: 3, [9, 9])
        let basemap = try Basemap(path: file.path)
        #expect(try basemap.tile(z: 2, x: 1, y: 3) == [7])
        #expect(try basemap.tile(z: 2, x: 1, y: 0) == [9, 9])
        #expect(try basemap.tile(z: 2, x: 1, y: 1) == nil)
    }

    @Test func metadataIsReadAsStated() throws {
        let file = try TemporaryTiles.standard([
            "name": "Test", "format": "png", "minzoom": "1", "maxzoom": "5", "attribution": "© someone",
            "bounds": "-180, -85.05,180,85.05",
        ])
        let metadata = try Basemap(path: file.path).metadata
        #expect(metadata.name == "Test")
        #expect(metadata.format == .png)
        #expect(metadata.zooms == 1...5)
        #expect(metadata.attribution == "© someone")
        #expect(metadata.bounds == BasemapMetadata.Bounds(west: -180, south: -85.05, east: 180, north: 85.05))
    }

    @Test func zoomsComeFromTheTilesWhereTheFileDoesNotSay() throws {
        let file = try TemporaryTiles.standard()
        try file.add(zoom: 3, column: 0, row: 0, [1])
        try file.add(zoom: 4, column: 0, row: 0, [1])
        #expect(try Basemap(path: file.path).metadata.zooms == 3...4)
    }

    @Test(arguments: [("jpeg", TileFormat.jpg), ("PBF", .pbf), ("image/webp", .webp), ("mvt", .pbf)])
    func otherNamesOfAFormatAreUnderstood(stated: String, format: TileFormat) throws {
        let file = try TemporaryTiles.standard(["format": stated, "minzoom": "0", "maxzoom": "0"])
        #expect(try Basemap(path: file.path).metadata.format == format)
    }

    @Test(
        arguments: [
            (0, 0, 1), (0, 1, 0), (0, -1, 0), (3, 8, 0), (3, 0, 8), (7, 0, 0), (-1, 0, 0), (31, 0, 0), (64, 0, 0),
            (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min), (6, Int.max, 0), (6, 0, Int.min),
        ]
    )
    func numbersOutOfRangeFindNothing(z: Int, x: Int, y: Int) throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "6"])
        try file.add(zoom: 0, column: 0, row: 0, [1])
        #expect(try Basemap(path: file.path).tile(z: z, x: x, y: y) == nil)
    }

    @Test func tilesMayComeFromAView() throws {
        let file = try TemporaryTiles()
        try file.execute(
            """
            CREATE TABLE metadata (name TEXT, value TEXT);
            INSERT INTO metadata VALUES ('format', 'pbf'), ('minzoom', '0'), ('maxzoom', '1');
            CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
            CREATE TABLE images (tile_id TEXT, tile_data BLOB);
            INSERT INTO map VALUES (1, 0, 0, 'sea'); INSERT INTO images VALUES ('sea', x'0102');
            CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data
                FROM map JOIN images ON map.tile_id = images.tile_id;
            """
        )
        #expect(try Basemap(path: file.path).tile(z: 1, x: 0, y: 1) == [1, 2])
    }

    @Test func manyTasksReadAtOnce() async throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "4"])
        for column in 0..<16 { try file.add(zoom: 4, column: column, row: 0, [UInt8(column)]) }
        let basemap = try Basemap(path: file.path)
        let right = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask { try basemap.tile(z: 4, x: number % 16, y: 15) == [UInt8(number % 16)] }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(right == 400)
    }

    @Test func theFileIsNotWrittenTo() throws {
        let file = try TemporaryTiles.standard(["format": "pbf", "minzoom": "0", "maxzoom": "0"])
        let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
        let basemap = try Basemap(path: file.path)
        #expect(try basemap.tile(z: 0, x: 0, y: 0) == nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder.path) == ["map.mbtiles"])
    }
}
