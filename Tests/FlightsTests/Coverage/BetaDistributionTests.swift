import Testing

@testable import Flights

@Suite struct BetaDistributionTests {
    /// F's upper 5 % point turned into the beta distribution's: x = d1 F / (d1 F + d2), I_x(d1/2, d2/2) = 0.95.
    ///
    /// - Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3, upper critical values of the F distribution.
    @Test(
        "upper 5 % points of F, three decimals",
        arguments: [
            (1.0, 1.0, 161.448), (1, 10, 4.965), (5, 10, 3.326), (10, 10, 2.978), (2, 3, 9.552), (20, 20, 2.124),
        ]
    )
    func publishedF(d1: Double, d2: Double, critical: Double) {
        let x = d1 * critical / (d1 * critical + d2)
        let share = BetaDistribution(alpha: d1 / 2, beta: d2 / 2).cumulative(x)
        #expect(abs(share - 0.95) < 1e-4)
        let point = BetaDistribution(alpha: d1 / 2, beta: d2 / 2).quantile(0.95)
        #expect(abs(d2 * point / (d1 * (1 - point)) - critical) < 0.0006)
    }

    /// Student's upper 5 % point t: with x = n / (n + t²), I_x(n/2, 1/2) is both tails together, 10 %.
    ///
    /// - Source: the same, 1.3.6.7.2, critical values of Student's t distribution.
    @Test(
        "upper 5 % points of t, three decimals",
        arguments: [(1.0, 6.314), (2, 2.920), (5, 2.015), (10, 1.812), (30, 1.697), (100, 1.660)]
    )
    func publishedT(n: Double, critical: Double) {
        let tails = BetaDistribution(alpha: n / 2, beta: 0.5).cumulative(n / (n + critical * critical))
        #expect(abs(tails - 0.1) < 1e-4)
    }

    /// - Source: `scipy.special.betainc` 1.17.1.
    @Test(
        "regularised incomplete beta",
        arguments: [
            (0.5, 0.5, 0.3, 0.36901011956554536), (10.5, 0.5, 0.9, 0.141553091812887),
            (0.5, 10.5, 0.1, 0.858446908187113), (100.5, 3.5, 0.97, 0.5168326109566652),
            (1000.5, 20.5, 0.985, 0.8842101628118287), (2, 3, 0.4, 0.5248), (5000.5, 0.5, 0.9995, 0.02532535382824327),
            (33.7, 1.2, 0.95, 0.23322528593395453),
        ]
    )
    func reference(alpha: Double, beta: Double, x: Double, expected: Double) {
        #expect(abs(BetaDistribution(alpha: alpha, beta: beta).cumulative(x) - expected) < 1e-11)
    }

    /// - Source: `scipy.special.betaincinv` 1.17.1 of (s + 1/2, f + 1/2) at 5 and 95 %.
    @Test(
        "90 % intervals after passes heard and missed",
        arguments: [
            (0.0, 1.0, 0.0015429193026729438, 0.7714801861936711), (0, 10, 0.000191736288974476, 0.1707731082448478),
            (10, 0, 0.8292268917551521, 0.9998082637110255), (12, 0, 0.8549434818071235, 0.999839550791377),
            (5, 5, 0.2619220040464193, 0.7380779959535806), (9, 1, 0.6694371967398653, 0.9821080119442521),
            (95, 5, 0.9042292364998844, 0.9768671488293816),
            (100, 0, 0.9810231122969265, 0.9999803885825433), (1000, 0, 0.9980815932877439, 0.9999980344233879),
            (3, 4, 0.1746068190968694, 0.7191819409330789),
        ]
    )
    func intervals(heard: Double, missed: Double, low: Double, high: Double) {
        let interval = BetaDistribution(successes: heard, failures: missed).interval90
        #expect(abs(interval.lowerBound - low) < 1e-9)
        #expect(abs(interval.upperBound - high) < 1e-9)
    }

    @Test func closedForms() {
        for x in stride(from: 0.05, to: 1, by: 0.05) {
            // I_x(1, b) = 1 - (1 - x)^b; I_x(a, b) + I_(1-x)(b, a) = 1.
            #expect(abs(BetaDistribution(alpha: 1, beta: 3).cumulative(x) - (1 - (1 - x) * (1 - x) * (1 - x))) < 1e-13)
            let sum =
                BetaDistribution(alpha: 7.5, beta: 2.5).cumulative(x)
                + BetaDistribution(alpha: 2.5, beta: 7.5).cumulative(1 - x)
            #expect(abs(sum - 1) < 1e-13)
        }
        #expect(BetaDistribution(alpha: 2, beta: 2).cumulative(-1) == 0)
        #expect(BetaDistribution(alpha: 2, beta: 2).cumulative(2) == 1)
        #expect(BetaDistribution(alpha: 2, beta: 2).cumulative(.nan) == 0)
    }

    @Test("the quantile undoes the distribution, also after ten million passes")
    func quantileInverts() {
        for (heard, missed) in [(0.0, 0.0), (3, 1), (250, 2), (1e7, 0), (1e7, 1e6), (0, 1e7)] {
            let beta = BetaDistribution(successes: heard, failures: missed)
            for share in [0.05, 0.5, 0.95] { #expect(abs(beta.cumulative(beta.quantile(share)) - share) < 1e-5) }
        }
    }
}
