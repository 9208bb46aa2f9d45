import Aero
import Testing

@testable import Store

/// Whom lists call limited (LADD), and whom they did.
struct LimitedDisplayTests {
    private static let one = AircraftAddress(icao: 0xA1_B2C3)
    private static let other = AircraftAddress(icao: 0xA1_B2C4)
    private static let both = "a1b2c3;N1;C56X;0001;;;\na1b2c4;N2;C56X;0001;;;\n"
    private static let oneLeft = "a1b2c3;N1;C56X;0001;;;\na1b2c4;N2;C56X;0000;;;\n"

    private func rules(_ test: IdentityUnderTest, on day: Int64 = 9) throws -> [SuppressionRule] {
        try test.store.limitedDisplay(in: test.store.index(at: IdentityUnderTest.day(day)))
            .sorted { $0.address.rawValue < $1.address.rawValue }
    }

    @Test(
        "whoever bears the mark is limited for all time, who bore it until the end of the day on which a list let him go"
    )
    func leaving() throws {
        let test = try IdentityUnderTest()
        #expect(try !test.store.hasLimitedDisplay() && rules(test).isEmpty)
        try test.take(Self.both)
        let always = [Self.one, Self.other].map { SuppressionRule($0, .flag, reason: .ladd) }
        #expect(try test.store.hasLimitedDisplay() && rules(test) == always)
        let newer = try test.take(Self.oneLeft, on: 3)
        let left = try #require(try rules(test).last)
        #expect(try rules(test).first == always[0] && left.address == Self.other && left.from == nil)
        #expect(left.to == CalendarDay(ofMilliseconds: IdentityUnderTest.day(3).milliseconds).range.upperBound)
        // Taken back it never left.
        try test.store.undo(try #require(newer.id), at: IdentityUnderTest.day(4))
        #expect(try rules(test) == always)
    }

    @Test("what an undone import said never counted; what a source said that was retired did")
    func takenBack() throws {
        let undone = try IdentityUnderTest()
        let first = try undone.take(Self.both)
        try undone.store.undo(try #require(first.id), at: IdentityUnderTest.day(2))
        #expect(try rules(undone).isEmpty)
        let retired = try IdentityUnderTest()
        try retired.take(Self.both)
        try retired.store.retire("tar1090-db", at: IdentityUnderTest.day(5))
        let end = CalendarDay(ofMilliseconds: IdentityUnderTest.day(5).milliseconds).range.upperBound
        #expect(try rules(retired).map(\.to) == [end, end])
    }

    @Test("a list that says until when, one that denies it, and a machine that carries an address")
    func ourOwn() throws {
        let test = try IdentityUnderTest()
        try test.take(
            """
            subject,relation,object,valid_to,polarity
            a1b2c3,list,LADD,2024-06,
            a1b2c4,list,LADD,,denies
            8a0401,airframe,af7,,
            af7,list,LADD,,

            """,
            .own
        )
        let found = try rules(test)
        #expect(found.map(\.address) == [AircraftAddress(icao: 0x8A0401), Self.one])
        // The month has at most 31 days.
        #expect(found.map(\.to) == [nil, Timestamp(seconds: 1_719_878_400)])
    }

    @Test("both spaces of addresses are kept apart, as they were imported")
    func spaces() throws {
        let test = try IdentityUnderTest()
        try test.take("~a1b2c3;;;0001;;;\n")
        #expect(try rules(test).map(\.address) == [AircraftAddress(other: 0xA1_B2C3)])
    }
}
