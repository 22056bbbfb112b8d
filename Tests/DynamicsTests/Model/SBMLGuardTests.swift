import Testing

@testable import Dynamics

/// What would crash or exhaust libSBML is refused before it sees it, and nothing else is.
@Suite struct SBMLGuardTests {
    private func error(_ bytes: [UInt8]) -> SBMLError? {
        bytes.withUnsafeBufferPointer { buffer in
            do throws(SBMLError) {
                try SBMLGuard.check(buffer, file: "test.xml")
                return nil
            } catch {
                return error
            }
        }
    }

    private func error(_ text: String) -> SBMLError? { error(Array(text.utf8)) }

    /// A document whose model holds the content; `<sbml>` and `<model>` are two levels.
    private func document(_ content: String) -> String { SBML.document(content) }

    @Test func `an ordinary document passes, with and without a byte order mark`() {
        let text = SBML.expression("<apply><plus/><ci>x</ci><ci>z</ci></apply>")
        #expect(error(text) == nil)
        #expect(error([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == nil)
        #expect(error("\n  \t" + text) == nil)
        #expect(throws: Never.self) { try SBMLGuard.check(text, file: nil) }
    }

    @Test func `other encodings than UTF-8 are refused`() {
        for start: [UInt8] in [[0xFE, 0xFF, 0, 0x3C], [0xFF, 0xFE, 0x3C, 0], [0x3C, 0, 0x3F, 0], [0, 0, 0, 0x3C]] {
            #expect(error(start)?.problem.contains("UTF-16") == true)
            #expect(error(start)?.remedy == "Save it as UTF-8.")
        }
        let body = document("").dropFirst(SBML.header.prefix { $0 != "\n" }.count)
        for name in ["UTF-7", "ISO-8859-1", "EBCDIC-CP-US", "UTF-16"] {
            let found = error("<?xml version='1.0' encoding = '\(name)'?>" + body)
            #expect(found?.problem.contains(name.lowercased()) == true)
        }
        for name in ["UTF-8", "utf-8", "US-ASCII"] {
            #expect(error("<?xml version=\"1.0\" encoding=\"\(name)\"?>" + body) == nil)
        }
        #expect(error("<?xml version=\"1.0\"?>" + body) == nil)
    }

    @Test(arguments: [
        "<!DOCTYPE sbml>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<!ENTITY a \"b\">", "<!ELEMENT a ANY>", "<!",
    ])
    func `declarations are refused with their line`(declaration: String) {
        let found = error("<?xml version=\"1.0\"?>\n\n" + declaration + "\n<sbml/>")
        #expect(found?.line == 3)
        #expect(found?.problem.contains("DOCTYPE") == true)
    }

    @Test func `the words of declarations in comments, text and attributes are harmless`() {
        #expect(
            error(
                document(
                    "<!-- <!DOCTYPE x> -- > <a> --><notes a=\"&lt;!ENTITY ]]> -->\"><![CDATA[<!ENTITY a><b]]></notes>"))
                == nil)
        #expect(error(document("<notes a='1 > 2 \"' b=\"it's />\">]]> DOCTYPE --></notes><?tool <!DOCTYPE ?>")) == nil)
    }

    @Test func `elements nest up to the limit`() {
        func nested(_ levels: Int) -> String {
            document(String(repeating: "<a>\n", count: levels) + String(repeating: "</a>", count: levels))
        }
        #expect(error(nested(SBMLGuard.maximumDepth - 2)) == nil)
        let found = error(nested(SBMLGuard.maximumDepth - 1))
        #expect(found?.problem.contains("nest deeper") == true)
        #expect(found?.element == "<a>")
        // Three lines of header, then one a level.
        #expect(found?.line == 3 + SBMLGuard.maximumDepth - 1)
        // Siblings and empty elements do not nest.
        #expect(error(document(String(repeating: "<a/><b c='/'></b>", count: 1000))) == nil)
    }

    @Test func `libSBML bears the deepest expression that passes`() throws {
        // <sbml>, <model>, <listOfRules>, <assignmentRule>, <math>, and <ci> at the bottom.
        let levels = SBMLGuard.maximumDepth - 6
        let deep = String(repeating: "<apply><sin/>", count: levels) + "<ci>x</ci>"
        _ = try SBML.program(SBML.expression(deep + String(repeating: "</apply>", count: levels)))
        let deeper = SBML.expression("<apply><sin/>" + deep + String(repeating: "</apply>", count: levels + 1))
        #expect { try Model(sbml: deeper) } throws: { "\($0)".contains("nest deeper") }
    }

    @Test func `attributes, their values and names are long up to the limit`() {
        func value(_ count: Int) -> String { document("<a\nb=\"\(String(repeating: "x", count: count))\"/>") }
        #expect(error(value(SBMLGuard.maximumAttributeBytes)) == nil)
        let found = error(value(SBMLGuard.maximumAttributeBytes + 1))
        #expect(found?.problem.contains("longer than") == true)
        #expect(found?.line == 5)
        func attributes(_ count: Int) -> String {
            document("<a " + (0..<count).map { "a\($0)='1'" }.joined(separator: " ") + "/>")
        }
        #expect(error(attributes(SBMLGuard.maximumAttributes)) == nil)
        #expect(error(attributes(SBMLGuard.maximumAttributes + 1))?.problem.contains("attributes") == true)
        func name(_ count: Int) -> String { document("<\(String(repeating: "n", count: count))/>") }
        #expect(error(name(SBMLGuard.maximumNameBytes)) == nil)
        #expect(error(name(SBMLGuard.maximumNameBytes + 1))?.problem.contains("name") == true)
    }

    @Test func `infix formulas nest up to the limit`() {
        let limit = SBMLGuard.maximumInfixDepth
        func shallow(_ text: String) -> Bool { SBMLGuard.isShallow(text.utf8) }
        func repeated(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }
        for (open, close) in [("(", ")"), ("-", ""), ("x^", ""), ("x+", ""), ("sin(", ")"), ("f(1,", ")")] {
            #expect(shallow(repeated(open, limit) + "x" + repeated(close, limit)), "\(open)")
            #expect(!shallow(repeated(open, limit + 1) + "x" + repeated(close, limit + 1)), "\(open)")
        }
        #expect(shallow("f(" + repeated("a+b,", 10 * limit) + "c)"))
        #expect(shallow(repeated("(a)", 10 * limit)))
        #expect(shallow(repeated(")", 1000) + repeated(",", 1000)))
        let old = document("<parameterRule name=\"y\" formula = '\(repeated("-", limit + 1))x'/>")
        #expect(error(old)?.problem.contains("formula") == true)
        #expect(error(document("<p name=\"\(repeated("-", limit + 1))\"/>")) == nil)
    }

    @Test func `what is not finished is refused with the line where it begins`() {
        let cases = [
            ("<!-- x", "a comment"), ("<!-->", "a comment"), ("<![CDATA[ ]]", "a CDATA section"),
            ("<?x ?", "a processing"),
            ("<a b='1'", "the tag <a>"), ("<a b='1", "an attribute"), ("</a", "an end tag"), ("<a <b>", "not finished"),
        ]
        for (text, expected) in cases {
            let found = error(SBML.header + "\n" + text)
            #expect(found?.line == 4, "\(text)")
            #expect(found?.problem.contains(expected) == true, "\(text): \(found?.problem ?? "")")
        }
        for text in ["<", "< a>", "</", "<=", "<sbml", "<sbml xmlns='"] { #expect(error(text) != nil, "\(text)") }
    }

    @Test func `zero bytes are refused wherever they are`() {
        for text in ["\0", "<a\0>", "<a b='\0'>", "<!--\0-->", "<![CDATA[\0]]>", "</model\0>", "<?a \0?>"] {
            let found = error(SBML.header + "\n" + text)
            #expect(found?.problem.contains("zero byte") == true, "\(text.debugDescription)")
            #expect(found?.line == 4)
        }
    }

    @Test func `what is no XML is refused`() {
        #expect(error("")?.problem.contains("empty") == true)
        #expect(error("\n\n ")?.problem.contains("empty") == true)
        #expect(error("\nmodel x")?.line == 2)
        #expect(error("</a>")?.problem.contains("start tag") == true)
    }

    @Test func `a file of more bytes than the limit is refused before it is looked at`() {
        // The pointer is never followed.
        var byte: UInt8 = 0x3C
        withUnsafePointer(to: &byte) { pointer in
            let buffer = UnsafeBufferPointer(start: pointer, count: SBMLGuard.maximumBytes + 1)
            #expect(throws: SBMLError.self) { try SBMLGuard.check(buffer, file: nil) }
        }
        let padding = [UInt8](repeating: 0x20, count: 4 << 20)
        #expect(error(Array(document("").utf8) + padding) == nil)
    }

    @Test func `the namespace must be that of level and version`() {
        func root(_ namespace: String, _ level: String, _ version: String) -> SBMLError? {
            error("<sbml xmlns=\"http://www.sbml.org/sbml/level\(namespace)\" level='\(level)' version='\(version)'/>")
        }
        let good = [
            ("1", "1", "1"), ("1", "1", "2"), ("2", "2", "1"), ("2/version2", "2", "2"), ("2/version5", "2", "5"),
            ("3/version1/core", "3", "1"), ("3/version2/core", "3", "2"),
        ]
        for (namespace, level, version) in good { #expect(root(namespace, level, version) == nil) }
        let bad = [
            ("1", "2", "1"), ("2", "2", "4"), ("2/version4", "2", "1"), ("3/version1/core", "3", "2"),
            ("3/version3/core", "3", "3"), ("2/version4", "-2", "4"), ("", "", ""), ("9", "9", "9"),
        ]
        for (namespace, level, version) in bad { #expect(root(namespace, level, version)?.element == "sbml") }
        #expect(error("<sbml level='3' version='2'/>")?.problem.contains("no namespace") == true)
        #expect(error("<svg/>")?.problem.contains("<svg>") == true)
        let prefixed = "<s:sbml xmlns:s='http://www.sbml.org/sbml/level3/version2/core' level='3' version='2'/>"
        #expect(error(prefixed) == nil)
        #expect(error("<sbml xmlns= level= =\"/>\"") != nil)
    }

    @Test func `a long document passes`() {
        let element =
            "<species id=\"s\" compartment=\"c\" initialAmount=\"1\"><notes>words and words</notes></species>\n"
        let text = Array((SBML.header + String(repeating: element, count: (16 << 20) / element.utf8.count)).utf8)
        #expect(error(text) == nil)
    }
}
