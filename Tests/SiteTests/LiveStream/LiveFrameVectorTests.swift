import Aero
import Foundation
import NIOCore
import Testing

@testable import Site

/// The frames that the page's parser is tested with.
struct LiveFrameVectorTests {
    struct Column: Decodable, Sendable {
        var address: UInt32
        var latitude: Int32?
        var longitude: Int32?
        var barometricAltitude: Int16
        var groundSpeed: UInt16
        var track: UInt16
        var verticalRate: Int16
        var flags: UInt16
        var age: UInt16?

        func row(at time: Timestamp) -> LiveRow {
            LiveRow(
                address: address,
                latitude: latitude ?? 0,
                longitude: longitude ?? 0,
                altitude: barometricAltitude,
                speed: groundSpeed,
                track: track,
                verticalRate: verticalRate,
                flags: flags,
                heard: time.advanced(bySeconds: -Double(age ?? 0) / 10)
            )
        }
    }

    struct Move: Decodable, Sendable {
        var address: UInt32
        var latitudeDifference: Int16
        var longitudeDifference: Int16
        var age: UInt16
    }

    struct Heard: Decodable, Sendable {
        var address: UInt32
        var age: UInt16
    }

    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var hex: String
        var kind: UInt8
        var headerFlags: UInt8
        var time: Double
        var sequence: UInt32?
        var aircraft: [Column]?
        var moved: [Move]?
        var values: [Column]?
        var full: [Column]?
        var gone: [UInt32]?
        var heard: [Heard]?
        var delay: Double?

        var testDescription: String { name }
        var timestamp: Timestamp { Timestamp(nanoseconds: Int64(time * 1000) * 1000) }

        func encoder(_ rows: [LiveRow]) -> LiveFrameEncoder {
            LiveFrameEncoder(
                sequence: sequence ?? 0,
                time: timestamp,
                flags: headerFlags,
                rows: rows,
                strings: rows.map { _ in LiveStrings() }
            ) { _ in nil }
        }
    }

    private struct File: Decodable { var frames: [Vector] }

    static let all: [Vector] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../TestSupport/Vectors/live-frames.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode(File.self, from: data).frames) ?? []
    }()

    @Test("the vectors are there") func present() { #expect(!LiveFrameVectorTests.all.isEmpty) }

    @Test("the encoder writes the bytes of the vectors", arguments: all)
    func matches(_ vector: Vector) throws {
        let time = vector.timestamp
        let made: ByteBuffer
        switch vector.kind {
        case 1:
            made = vector.encoder((vector.aircraft ?? []).map { $0.row(at: time) }).full()
        case 2: made = change(vector, time)
        case 5:
            made = LiveFrameKind.time(
                milliseconds: vector.time,
                delay: vector.delay ?? .nan,
                flags: vector.headerFlags
            )
        default: return
        }
        let length = vector.hex.utf8.count / 2
        let bytes = made.readableBytesView.prefix(length)
        #expect(bytes.map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined() == vector.hex)
    }

    private func change(_ vector: Vector, _ time: Timestamp) -> ByteBuffer {
        var rows = (vector.values ?? []).map { $0.row(at: time) }
        var moves: [LiveChange.Move] = []
        for move in vector.moved ?? [] {
            guard let index = rows.firstIndex(where: { $0.address == move.address }) else { continue }
            rows[index].heard = time.advanced(bySeconds: -Double(move.age) / 10)
            moves.append(
                LiveChange.Move(
                    index: Int32(index),
                    latitude: move.latitudeDifference,
                    longitude: move.longitudeDifference
                )
            )
        }
        let values = Array(rows.indices)
        let full = rows.count..<(rows.count + (vector.full ?? []).count)
        rows += (vector.full ?? []).map { $0.row(at: time) }
        // Only address and age of these are told.
        let heard = rows.count..<(rows.count + (vector.heard ?? []).count)
        rows += (vector.heard ?? []).map {
            LiveRow(
                address: $0.address,
                latitude: 0,
                longitude: 0,
                altitude: 0,
                speed: 0,
                track: 0,
                verticalRate: 0,
                flags: 0,
                heard: time.advanced(bySeconds: -Double($0.age) / 10)
            )
        }
        let change = LiveChange(
            moved: moves,
            values: values,
            full: Array(full),
            gone: vector.gone ?? [],
            heard: Array(heard),
            strings: []
        )
        return vector.encoder(rows).frames(telling: change)
    }
}
