/// A cell, a listener and a kind of transponder in one word: 32 bits of listener, then row 9, column 10, band 3, block 3, kind 2.
struct CoverageKey: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt64

    init(_ cell: CoverageCell, _ listener: UInt32, _ kind: TransponderKind) {
        let place = UInt64(cell.row) << 18 | UInt64(cell.column) << 8
        let rest = UInt64(cell.band.rawValue) << 5 | UInt64(cell.block) << 2 | UInt64(kind.rawValue)
        rawValue = UInt64(listener) << 27 | place | rest
    }

    /// - Returns: `nil` unless every part is in its range.
    init?(rawValue: UInt64) {
        self.rawValue = rawValue
        guard rawValue >> 59 == 0, TransponderKind(rawValue: UInt8(rawValue & 3)) != nil, Self.cell(rawValue) != nil
        else { return nil }
    }

    var listener: UInt32 { UInt32(rawValue >> 27 & 0xFFFF_FFFF) }
    var cell: CoverageCell? { Self.cell(rawValue) }
    var kind: TransponderKind { TransponderKind(rawValue: UInt8(rawValue & 3)) ?? .squitter }

    private static func cell(_ bits: UInt64) -> CoverageCell? {
        CoverageCell(
            row: Int(bits >> 18 & 0x1FF),
            column: Int(bits >> 8 & 0x3FF),
            band: UInt8(bits >> 5 & 7),
            block: Int(bits >> 2 & 7)
        )
    }
}
