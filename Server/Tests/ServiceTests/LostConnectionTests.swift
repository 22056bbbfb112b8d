import HTTPTypes
import Testing

@testable import Records
@testable import Service

@Suite("The database goes away")
struct LostConnectionTests {
    @Test("while it commits: nobody is told that nothing was written")
    func whileCommitting() {
        let lost = StoreError(SQLError(.outcomeUnknown, code: "57P01", problem: "the connection was lost"))
        let problem = Problem(lost)
        #expect(problem.kind == .outcomeUnknown && problem.kind.status == .serviceUnavailable)
        #expect(problem.remedy?.contains("may have been written or not") == true)
        #expect(!"\(lost)".contains("nothing was written"))
    }

    @Test("before it commits: nothing was written, and that is said")
    func beforeCommitting() {
        let lost = StoreError(SQLError(.unavailable, code: "57P01", problem: "the connection was lost"))
        let problem = Problem(lost)
        #expect(problem.kind == .unavailable)
        #expect(problem.remedy?.contains("Nothing was written") == true)
    }
}
