extension BDSRegister {
    /// How much it says that a field fits this register's layout, in log-odds against a field of random bits: minus the natural logarithm
    /// of the share of random fields that fit.
    ///
    /// A register with an identifier and reserved bits says much by fitting, one with a single status bit next to nothing. Ours: measured on
    /// 10 million random fields where one in a million fits, else from the number of bits that are fixed; 0 for what is never read.
    public var evidence: Double {
        switch self {
        case .bds05: 1.1
        case .bds06: 2.1
        case .bds07: 36
        case .bds08: 6.7
        case .bds09: 4.6
        case .bds10: 9.0
        case .bds17: 19.4
        case .bds18: 15.9
        case .bds19: 22.9
        case .bds1A: 35.4
        case .bds1B: 38.8
        case .bds1C: 31.9
        case .bds20: 5.5
        case .bds21: 6.6
        case .bds30: 5.8
        case .bds40: 10.9
        case .bds41: 6.5
        case .bds42: 4.2
        case .bds43: 11.8
        case .bds44: 6.4
        case .bds45: 9.2
        case .bds48: 2.1
        case .bds50: 6.6
        case .bds51: 2.8
        case .bds52: 2.2
        case .bds53: 8.9
        case .bds54, .bds55, .bds56: 4.2
        case .bds60: 6.3
        case .bds61: 5.8
        case .bds62: 4.2
        case .bds65: 5.5
        case .bds0A, .bds5F: 0
        }
    }
}
