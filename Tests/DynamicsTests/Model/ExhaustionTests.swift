import Testing

@testable import Dynamics

/// Small files that ask for endless work or depth: the answer is an error or a program, and soon.
@Suite(.timeLimit(.minutes(1))) struct ExhaustionTests {
    private func failure(_ text: String) -> (any Error)? {
        do {
            _ = try Program(Model(sbml: text, file: "large.xml"))
            return nil
        } catch {
            return error
        }
    }

    /// f0(a) = a, and each next function made of the last; then y := the last of x.
    private func functions(_ count: Int, body: (String) -> String) -> String {
        let definitions = (0..<count).map { index in
            let call = "<apply><ci>f\(index - 1)</ci><ci>a</ci></apply>"
            let math = SBML.math("<lambda><bvar><ci>a</ci></bvar>\(index == 0 ? "<ci>a</ci>" : body(call))</lambda>")
            return "<functionDefinition id=\"f\(index)\">\(math)</functionDefinition>"
        }
        return SBML.expression("<apply><ci>f\(count - 1)</ci><ci>x</ci></apply>").replacing(
            "<listOfParameters>",
            with: "<listOfFunctionDefinitions>\(definitions.joined())</listOfFunctionDefinitions><listOfParameters>")
    }

    /// p(n) := sin(p(n - 1)), with a state's rate made of the last.
    private func rules(_ count: Int) -> String {
        let parameters = (0..<count).map { "<parameter id=\"p\($0)\" value=\"1\" constant=\"false\"/>" }
        let rules = (1..<count).map {
            let math = SBML.math("<apply><sin/><ci>p\($0 - 1)</ci></apply>")
            return "<assignmentRule variable=\"p\($0)\">\(math)</assignmentRule>"
        }
        let rate = "<rateRule variable=\"p0\">\(SBML.math("<ci>p\(count - 1)</ci>"))</rateRule>"
        return SBML.document(
            "<listOfParameters>\(parameters.joined())</listOfParameters><listOfRules>\(rate)\(rules.joined())</listOfRules>"
        )
    }

    private func sum(_ count: Int) -> String {
        SBML.expression("<apply><plus/>\(String(repeating: "<ci>x</ci>", count: count))</apply>")
    }

    @Test func `functions that double, chains of functions and of rules, and long sums`() {
        #expect(failure(functions(12) { "<apply><plus/>\($0)\($0)</apply>" }) == nil)
        #expect(failure(functions(100) { "<apply><sin/>\($0)</apply>" }) == nil)
        #expect(failure(rules(100)) == nil)
        #expect(failure(sum(500)) == nil)
    }

    @Test(.disabled("functions are put into formulas whole: SBMLMathematics.special needs a limit of nodes"))
    func `functions that double without end are refused`() {
        #expect(failure(functions(60) { "<apply><plus/>\($0)\($0)</apply>" }) is SBMLError)
    }

    @Test(.disabled("SBMLReader.read converts with all of libSBML's checks, which follow calls without a limit"))
    func `functions that double do not hold up the conversion of an older level`() {
        let text = functions(24) { "<apply><plus/>\($0)\($0)</apply>" }
        let old = text.replacing("level3/version2/core", with: "level3/version1/core")
            .replacing("version=\"2\">", with: "version=\"1\">")
        _ = failure(old)
    }

    @Test(.disabled("SBMLMathematics.formula folds to the left: the sum becomes a formula as deep as it is long"))
    func `a sum of a hundred thousand terms is read`() {
        #expect(failure(sum(100_000)) == nil)
    }

    @Test(.disabled("FormulaBuilder.symbol, Differentiator and Rewriter recurse once a rule"))
    func `a chain of twenty thousand rules is read or refused`() {
        _ = failure(rules(20_000))
    }
}
