import Testing
import Therapy

/// A verdict on record is borne out or it is not.
@Suite struct CheckVerdictTests {
    private let start = ModelQuantity(of: "A", .at(0))
    private let mismatch = ModelCheck.Verdict.mismatch(note: "eight times as much")

    @Test func `reproduced holds while the figure comes out, and no longer when it does not`() throws {
        #expect(try Literature.result(Literature.check(start, expected: 8)).holds)
        let off = try Literature.result(Literature.check(start, expected: 8.1))
        #expect(!off.holds && !off.agrees)
        #expect(abs(try #require(off.relativeError) + 0.1 / 8.1) < 1e-9)
    }

    @Test func `a mismatch that is one no more fails, so that its page is looked at again`() throws {
        #expect(try Literature.result(Literature.check(start, expected: 1, mismatch)).holds)
        #expect(try !Literature.result(Literature.check(start, expected: 8, mismatch)).holds)
    }

    @Test func `a run that fails bears out no verdict, not even that of a mismatch`() throws {
        // A grows without bound within the run: its square would leave the numbers.
        let check = Literature.check(.init(of: "B", .at(100)), expected: 1, set: ["g": 1e3], mismatch)
        let result = try Literature.result(check)
        #expect(result.failure != nil && result.found == nil && !result.holds)
    }

    @Test func `an unknown name is told`() throws {
        let result = try Literature.result(Literature.check(.init(of: "Q", .at(1))))
        #expect(try #require(result.failure).contains("'Q'"))
    }

    @Test func `relative and absolute tolerances take their limit in`() {
        var check = Literature.check(start, expected: -10)
        check.tolerance = .relative(0.125)
        #expect(check.accepts(-11.25) && check.accepts(-8.75) && !check.accepts(-8.7))
        check.tolerance = .absolute(0.5)
        check.expected = 0
        #expect(check.accepts(0.5) && check.accepts(-0.5) && !check.accepts(0.51) && !check.accepts(.nan))
    }
}
