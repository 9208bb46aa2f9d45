extension CommBEncoding {
    /// Register 1,0: what the transponder and the data link can do.
    ///
    /// - Parameters:
    ///   - subnetworkVersion: 0…127.
    ///   - throughput: of long messages up and down, 0…7 and 0…15.
    ///   - flags: by their bit: 9, 15, 16, 24, 25, 33-38.
    ///   - acasVersion: 0…3.
    public static func dataLinkCapability(
        subnetworkVersion: UInt8 = 0,
        throughput: (up: UInt8, down: UInt8) = (0, 0),
        flags: Set<Int> = [],
        acasVersion: UInt8 = 0,
        terminalEquipment: UInt16 = 0
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 8, to: 0x10)
        for bit in [9, 15, 16, 24, 25] + Array(33...38) { field.set(bit, to: flags.contains(bit)) }
        field.set(17, 23, to: UInt64(subnetworkVersion))
        field.set(26, 28, to: UInt64(throughput.up))
        field.set(29, 32, to: UInt64(throughput.down))
        field.set(39, 40, to: UInt64(acasVersion))
        field.set(41, 56, to: UInt64(terminalEquipment))
        return field.field
    }

    /// One of the registers 1,8 to 1,C: which registers are installed.
    ///
    /// - Parameters:
    ///   - part: which 56 registers.
    ///   - registers: numbers; those outside the part are left out.
    public static func installedRegisters<Part: CapabilityPart>(
        _ part: Part.Type,
        _ registers: some Sequence<UInt8>
    ) -> Field56 {
        var field = FieldAssembler()
        for register in registers {
            let bit = Part.highest + 1 - Int(register)
            if (1...56).contains(bit) { field.set(bit, to: true) }
        }
        return field.field
    }
}
