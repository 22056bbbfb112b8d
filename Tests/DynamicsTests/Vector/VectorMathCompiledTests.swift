import CLanes
import Foundation
import Testing

@testable import Dynamics
@testable import Native

/// The text of the operations as every C compiler at hand makes it into code, against the interpreter.
@Suite struct VectorMathCompiledTests {
    /// A compiler and what it is told.
    struct Build: Sendable, CustomTestStringConvertible {
        let compiler: URL
        let flags: [String]
        var testDescription: String { ([compiler.lastPathComponent] + flags).joined(separator: " ") }
    }

    /// Every clang and gcc on the PATH and beside Swift, each once.
    static let compilers: [URL] = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
            URL(filePath: String($0))
        }
        let toolchains = folders.map {
            $0.appending(path: "swift").resolvingSymlinksInPath().deletingLastPathComponent()
        }
        var seen: Set<String> = []
        return (folders + toolchains).flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.filter { $0.wholeMatch(of: #/(clang|gcc)(-[0-9.]+)?/#) != nil }.sorted().map {
                folder.appending(path: $0).resolvingSymlinksInPath()
            }
        }
        .filter { FileManager.default.isExecutableFile(atPath: $0.path) && seen.insert($0.path).inserted }
    }()

    static let builds = compilers.flatMap { compiler in
        [["-O2", "-march=native"], ["-O3", "-march=native"], ["-O2"], ["-O3"]].map {
            Build(compiler: compiler, flags: $0)
        }
    }

    /// A loop over each operation.
    private static let source =
        String(cString: ld_prelude_source()) + """

            #define LD_LOOP(name, number, expression) \\
                void run_##number(const v8d *a, const v8d *b, const v8d *c, v8d *into, long count) { \\
                    for (long g = 0; g < count; g++) into[g] = op_##number(a[g], b[g], c[g]); \\
                }
            LD_OPERATIONS(LD_LOOP)

            """

    private typealias Loop =
        @convention(c) (
            UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int
        ) -> Void

    private static let count = 131_072

    /// Operands and the interpreter's results, an operation each; never changed once made.
    private struct Expected: @unchecked Sendable {
        let tapes: [InterpretedTape]

        init() {
            let columns = (11...13).map { Arguments.mixed(count, seed: $0) }
            tapes = Tape.Operation.allCases.map { operation in
                let tape = InterpretedTape(.single(operation), groups: count / 8)
                for (row, column) in columns.enumerated() { tape.row(row).update(from: column, count: count) }
                tape.run()
                return tape
            }
        }
    }

    private static let expected = Expected()

    @Test(
        "compiled operations give the interpreter's bits",
        .enabled(if: !compilers.isEmpty, "there is no clang or gcc: what is compiled at run time is not tested"),
        arguments: builds)
    func sameBitsWhenCompiled(_ build: Build) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "livingdrug-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = folder.appending(path: "operations.c")
        let library = folder.appending(path: "operations.so")
        try Data(Self.source.utf8).write(to: text)
        let flags = ["-ffp-contract=off", "-fno-math-errno", "-std=gnu11", "-fPIC", "-shared", "-w"]
        let made = ChildProcess.run(
            build.compiler.path, build.flags + flags + ["-o", library.path, text.path, "-lm"])
        try #require(made.status == 0, "\(made.errors)")
        let handle = try #require(dlopen(library.path, RTLD_NOW | RTLD_LOCAL))
        defer { dlclose(handle) }

        let results = UnsafeMutableRawPointer.allocate(byteCount: Self.count * 8, alignment: 64)
            .bindMemory(to: Double.self, capacity: Self.count)
        defer { UnsafeMutableRawPointer(results).deallocate() }
        for operation in Tape.Operation.allCases {
            let loop = unsafeBitCast(try #require(dlsym(handle, "run_\(operation.rawValue)")), to: Loop.self)
            let tape = Self.expected.tapes[Int(operation.rawValue)]
            loop(tape.row(0), tape.row(1), tape.row(2), results, Self.count / 8)
            let wrong = (0..<Self.count).filter { !sameBits(results[$0], tape[3, $0]) }
            let first = wrong.first.map {
                "(\(tape[0, $0]), \(tape[1, $0]), \(tape[2, $0])): \(results[$0]), not \(tape[3, $0])"
            }
            #expect(wrong.isEmpty, "\(operation): \(wrong.count) differ, first \(first ?? "")")
        }
    }
}
