import Aero
import ModeS

/// Infers which register a Comm-B reply holds, for one aircraft: the question is not in the reply.
///
/// Each register whose hard tests pass explains the 56 bits with some probability, given what is known of the aircraft; "something else"
/// explains them as chance. The answer is the register that is `margin` ahead of all others, in log-odds; else it stays open.
struct RegisterChooser: Sendable {
    /// What the aircraft says it serves (register 1,7).
    private(set) var served: BDS17?
    /// The same as a set, made once.
    private var servedRegisters: RegisterSet = []
    /// How often it answered with each register, by register number; empty before the first answer, since most aircraft are never asked.
    private var answers: [UInt16] = []
    private static let registerNumbers = 0x66
    private var answered: UInt32 = 0
    /// First replies of registers that need a second to be believed.
    private var waiting: [BDSRegister: (content: RegisterContent, time: Timestamp)] = [:]

    /// Log-odds by which the best must lead.
    static let margin = 3.0
    /// What the habits of all aircraft weigh against an aircraft's own answers, in replies.
    private static let habitWeight = 40.0
    /// A first reply waits for its second so long. Seconds.
    private static let waitingSeconds = 600.0
    /// Nearer than this two receptions are one transmission. Seconds. Ours: a radar's beam asks for a register once.
    private static let transmissionSeconds = 0.3
    /// Registers too weakly marked to be believed at the first reply.
    private static let weaklyMarked: RegisterSet = [.bds21, .bds44, .bds45, .bds53]

    /// Registers that a capability report has a bit for.
    private static let listed: RegisterSet = [
        .bds05, .bds06, .bds07, .bds08, .bds09, .bds20, .bds21, .bds40, .bds41, .bds42, .bds43, .bds44, .bds45, .bds48,
        .bds50,
        .bds51, .bds52, .bds53, .bds54, .bds55, .bds56, .bds60,
    ]

    /// Chooses, and remembers what it learned.
    mutating func choose(_ mb: Field56, context: FlightContext, at time: Timestamp) -> RegisterChoice {
        let choice = judge(mb, context: context)
        guard case .chosen(let content) = choice else { return choice }
        let register = content.register
        if Self.weaklyMarked.contains(register), !isConfirmed(content, at: time) { return .ambiguous([register]) }
        if answered < UInt32(UInt16.max) {
            if answers.isEmpty { answers = [UInt16](repeating: 0, count: Self.registerNumbers) }
            answers[Int(register.rawValue)] += 1
            answered += 1
        }
        if case .bds17(let capability) = content {
            served = capability
            servedRegisters = capability.registers
        }
        return choice
    }

    /// What the bits say, without remembering anything.
    func judge(_ mb: Field56, context: FlightContext) -> RegisterChoice {
        guard mb.rawValue != 0 else { return .empty }
        let candidates = RegisterSet.candidates(for: mb)
        var best: (content: RegisterContent, score: Double)?
        var second = RegisterPrior.somethingElse
        for register in candidates {
            guard let (content, score) = score(register, mb, context) else { continue }
            if let leader = best, leader.score >= score {
                second = max(second, score)
            } else {
                second = max(second, best?.score ?? second)
                best = (content, score)
            }
        }
        guard let best, best.score >= RegisterPrior.somethingElse - Self.margin else { return .unknown }
        if best.score - second >= Self.margin { return .chosen(best.content) }
        // Seldom needed, so that the scores are reckoned again rather than kept.
        var open: RegisterSet = []
        for register in candidates {
            guard let (_, score) = score(register, mb, context) else { continue }
            if best.score - score < Self.margin { open.insert(register) }
        }
        return .ambiguous(open)
    }

    /// How well a register explains the bits, in log-odds; `nil` where it cannot be told or is all but ruled out.
    private func score(
        _ register: BDSRegister,
        _ mb: Field56,
        _ context: FlightContext
    ) -> (content: RegisterContent, score: Double)? {
        guard let content = RegisterContent(register, mb: mb) else { return nil }
        let prior = prior(of: register)
        guard prior > -20, let fit = content.logLikelihood(mb, context, served: served) else { return nil }
        return (content, fit + prior)
    }

    /// Logarithm of how often this register is asked for and answered, for aircraft at large and then for this one.
    private func prior(of register: BDSRegister) -> Double {
        let habit = RegisterPrior.share(of: register)
        if served != nil, Self.listed.contains(register), !servedRegisters.contains(register) {
            // It says that it does not serve it; a share remains for transponders that list wrongly.
            return Trigonometry.naturalLogarithm(habit * 0.001)
        }
        let own = answers.isEmpty ? 0 : Double(answers[Int(register.rawValue)])
        let share = (Self.habitWeight * habit + own) / (Self.habitWeight + Double(answered))
        return Trigonometry.naturalLogarithm(share)
    }

    private mutating func isConfirmed(_ content: RegisterContent, at time: Timestamp) -> Bool {
        let register = content.register
        let earlier = waiting[register]
        waiting[register] = (content, time)
        guard let earlier else { return false }
        let apart = time.seconds(since: earlier.time).magnitude
        // The same transmission heard twice is no second reply.
        guard apart <= Self.waitingSeconds, apart >= Self.transmissionSeconds else { return false }
        return content.agrees(with: earlier.content)
    }
}
