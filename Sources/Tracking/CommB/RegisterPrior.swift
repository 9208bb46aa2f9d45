import Aero
import ModeS

/// How often radars ask for each register and get it.
///
/// Ours: counted in recordings of European traffic (2017, 2023) where pyModeS and rs1090 agree, rounded; the rare ones are estimates, and an
/// aircraft's own answers soon outweigh them.
enum RegisterPrior {
    /// Score of "none of the registers we know": chance over 56 bits, in a share of replies.
    static let somethingElse = -56 * 0.693_147_180_56 - 5.8

    /// A share of all replies that are not empty.
    static func share(of register: BDSRegister) -> Double {
        switch register {
        case .bds40, .bds50, .bds60: 0.28
        case .bds20: 0.05
        case .bds10, .bds17: 0.015
        case .bds44: 0.01
        case .bds05, .bds06, .bds21, .bds45, .bds53: 0.003
        case .bds30: 0.0001
        case .bds18, .bds19: 0.001
        default: 0.0005
        }
    }
}
