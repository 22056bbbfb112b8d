import Foundation
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

    @Test func `functions that double are each put in once for each argument`() {
        #expect(failure(functions(60) { "<apply><plus/>\($0)\($0)</apply>" }) == nil)
    }

    @Test func `functions that double do not hold up the conversion of an older level`() {
        let text = functions(24) { "<apply><plus/>\($0)\($0)</apply>" }
        let old = text.replacing("level3/version2/core", with: "level3/version1/core")
            .replacing("version=\"2\">", with: "version=\"1\">")
        #expect(failure(old) == nil)
    }

    @Test func `a sum of a hundred thousand terms is read`() {
        #expect(failure(sum(100_000)) == nil)
    }

    @Test func `a chain of twenty thousand rules is read, and a circle of as many is named`() {
        #expect(failure(rules(20_000)) == nil)
        let circle = rules(20_000).replacing("<rateRule", with: "<assignmentRule")
            .replacing("</rateRule>", with: "</assignmentRule>")
        #expect((failure(circle) as? ProgramError)?.problem.contains("depends on itself") == true)
    }

    @Test func `functions of functions without end are refused`() {
        let error = failure(functions(2_000) { "<apply><sin/>\($0)</apply>" }) as? ProgramError
        #expect(error?.problem.contains("nests deeper") == true)
    }

    /// A secondary thread of macOS has half a MiB of stack.
    @Test func `half a MiB of stack is enough`() async {
        let texts = [
            rules(5_000), functions(2_000) { "<apply><sin/>\($0)</apply>" },
            functions(90) { "<apply><plus/><cn>1</cn><apply><sin/><apply><cos/>\($0)</apply></apply></apply>" },
            SBML.expression(
                String(repeating: "<apply><sin/>", count: 150) + "<ci>x</ci>"
                    + String(repeating: "</apply>", count: 150)),
        ]
        await withCheckedContinuation { done in
            let thread = Thread {
                for text in texts { _ = try? Program(Model(sbml: text, file: "deep.xml")) }
                done.resume()
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    @Test func `a thousand states that have nothing to do with each other`() {
        let names = (0..<1_000).map { "x\($0)" }
        let parameters = names.map { "<parameter id=\"\($0)\" value=\"1\" constant=\"false\"/>" }.joined()
        let rates = names.map {
            "<rateRule variable=\"\($0)\">\(SBML.math("<apply><minus/><ci>\($0)</ci></apply>"))</rateRule>"
        }.joined()
        let text = SBML.document(
            "<listOfParameters>\(parameters)</listOfParameters><listOfRules>\(rates)</listOfRules>")
        #expect(failure(text) == nil)
    }

    @Test func `a piecewise of ten thousand pieces`() {
        let pieces = (0..<10_000).map {
            "<piece><apply><times/><cn>\($0)</cn><ci>s</ci></apply><apply><lt/><ci>s</ci><cn>\($0)</cn></apply></piece>"
        }
        let text = SBML.document(
            """
            <listOfParameters><parameter id="s" value="1" constant="false"/></listOfParameters>
            <listOfRules><rateRule variable="s">\(SBML.math("<piecewise>\(pieces.joined())</piecewise>"))</rateRule></listOfRules>
            """)
        #expect(failure(text) == nil)
    }
}
