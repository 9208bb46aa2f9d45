import Aero
import ModeS

/// What speaks for one of two neighbours in address as the sender of a reply, in logarithms of odds, above 0 for the first.
///
/// What is not known of either says nothing. What is known of the rival alone does: a reply that says exactly what the rival
/// says would be a coincidence.
enum SisterEvidence {
    /// All that one receiver can tell.
    static func compare(
        _ reply: SisterReply,
        _ own: SisterMemory,
        _ other: SisterMemory,
        _ feed: SisterFeed
    ) -> Double {
        let time = reply.time
        var sum = 0.0
        if let altitude = reply.altitude {
            let mine = own.altitudes.likelihood(of: altitude, at: time, rate: own.rate(at: time))
            let others = other.altitudes.likelihood(of: altitude, at: time, rate: other.rate(at: time))
            sum += logarithm(mine / others)
        }
        if let squawk = reply.squawk { sum += compare(squawk, own.squawks, other.squawks, unknown: 1 / 100) }
        if let callsign = reply.callsign { sum += compare(callsign, own.callsigns, other.callsigns, unknown: 1 / 300) }
        if let head = reply.head { sum += compare(head, own.heads, other.heads, unknown: 0.3) }
        if let isOnGround = reply.isOnGround {
            sum += compare(isOnGround ? 1 : 0, own.grounds, other.grounds, unknown: isOnGround ? 0.1 : 0.9)
        }
        if let register = reply.register { sum += compare(register: register, own, other) }
        sum += compareReception(reply, own.reception(feed.feed), other.reception(feed.feed), feed)
        return sum
    }

    private static func compare(_ code: UInt64, _ own: CodeMemory, _ other: CodeMemory, unknown: Double) -> Double {
        logarithm(own.likelihood(of: code, unknown: unknown) / other.likelihood(of: code, unknown: unknown))
    }

    /// The registers of one aircraft change in few bits from one reply to the next of the same kind; two aircraft differ in many.
    private static func compare(register: UInt64, _ own: SisterMemory, _ other: SisterMemory) -> Double {
        guard let mine = own.nearest(to: register), let others = other.nearest(to: register) else { return 0 }
        // Ours: no kin in either memory, or hardly a difference, says nothing.
        guard min(mine, others) <= 11, abs(mine - others) > 3 else { return 0 }
        return min(3, max(-3, Double(others - mine) * 0.3))
    }

    static func compareReception(
        _ reply: SisterReply,
        _ own: SisterReception?,
        _ other: SisterReception?,
        _ feed: SisterFeed
    ) -> Double {
        guard let own else { return (other?.squitters ?? 0) >= 5 ? -3 : 0 }
        guard let other else { return own.squitters >= 5 ? 3 : 0 }
        let time = reply.time
        var sum = own.liveness(at: time) - other.liveness(at: time)
        if let level = reply.level, let mine = own.likelihood(of: level), let others = other.likelihood(of: level) {
            sum += mine - others
        }
        sum += feed.rhythm(isAirAir: reply.isAirAir).compare(
            own.times(isAirAir: reply.isAirAir),
            other.times(isAirAir: reply.isAirAir),
            at: time
        )
        // Who answers more here sends more of what comes; of the own replies some are the rival's damaged ones.
        let theirs = other.replies(at: time)
        let ours = max(0, own.replies(at: time) - theirs * feed.errors.bit)
        let share = logarithm((ours + 2) / (theirs + 2))
        // Ours: up to two to one is chance.
        return sum + max(0, share - 0.7) + min(0, share + 0.7)
    }

    /// What other receivers made of the same bits.
    static func compare(
        _ copies: [(address: UInt32, apart: Double)],
        _ address: UInt32,
        _ rival: UInt32,
        _ reply: SisterReply,
        _ difference: UInt32,
        _ errors: FeedErrors
    ) -> Double {
        guard !copies.isEmpty else { return 0 }
        var sum = 0.0
        for copy in copies where copy.address == address || copy.address == rival {
            let weight = 5 * sameness(of: reply, apart: copy.apart)
            sum += copy.address == address ? weight : -weight
        }
        return sum
    }

    /// How sure it is that the same bits at two receivers are one transmission, 0…1. A long reply hardly says the same twice; short ones
    /// do so all the time, unless they come at the same instant. Ours.
    static func sameness(of reply: SisterReply, apart: Double) -> Double {
        let isLong = reply.register != nil || reply.callsign != nil
        return isLong || apart < 0.003 ? 1 : apart < 0.05 ? 0.4 : 0.1
    }

    private static func logarithm(_ value: Double) -> Double { Trigonometry.naturalLogarithm(value) }
}
