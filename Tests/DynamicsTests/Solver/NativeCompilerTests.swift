import Foundation
import Native
import Synchronization
import Testing

@testable import Dynamics

@Suite(.enabled(if: Compiled.isAvailable, Compiled.why)) struct NativeCompilerTests {
    /// A folder of this test's own, and a compiler in it that counts how often it is called.
    private func withFolder(_ body: (_ cache: URL, _ counting: String, _ calls: () -> Int) throws -> Void) throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "livingdrug-native-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        let script = folder.appending(path: "cc").path
        let log = folder.appending(path: "calls").path
        let real = try #require(Self.realCompiler)
        try "#!/bin/sh\necho call >> '\(log)'\nexec '\(real)' \"$@\"\n".write(
            toFile: script, atomically: true, encoding: .utf8)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        try body(folder.appending(path: "cache"), script) {
            ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").count
        }
    }

    private static let realCompiler: String? = {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (["clang", "gcc", "cc"].flatMap { name in folders.map { "\($0)/\(name)" } })
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private func program(_ rate: Double) throws -> Program {
        try Program(Model("decay", rates: [("x", 1, "-\(rate) * x")]))
    }

    private func contents(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private func isCompiled(_ backend: Backend, _ program: Program) throws -> Bool {
        let rows = try solve(program, .tsit5, times: [0, 1], Tolerances(), backend: backend)
        return try backend.kind == .compiled && rows == solve(program, .tsit5, times: [0, 1], Tolerances())
    }

    @Test func `the same program is compiled once, another anew`() throws {
        try withFolder { cache, counting, calls in
            let environment = Compiled.environment(cache: cache, compiler: counting)
            for _ in 0..<3 {
                let backend = try NativeCompiler(environment: environment).backend(for: program(1))
                #expect(try isCompiled(backend, program(1)))
            }
            #expect(calls() == 1)
            let other = try NativeCompiler(environment: environment).backend(for: program(2))
            #expect(try isCompiled(other, program(2)))
            #expect(calls() == 2)
            #expect(contents(cache).count == 2 && contents(cache).allSatisfy { $0.hasSuffix(".so") })
        }
    }

    @Test func `several that compile the same program at once all get it and leave one file`() throws {
        try withFolder { cache, counting, calls in
            let program = try program(3)
            let environment = Compiled.environment(cache: cache, compiler: counting)
            let good = Atomic<Int>(0)
            let problems = Mutex([String]())
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do {
                    let backend = try NativeCompiler(environment: environment).backend(for: program)
                    if try isCompiled(backend, program) { good.add(1, ordering: .relaxed) }
                } catch {
                    problems.withLock { $0.append("\(error)") }
                }
            }
            #expect(problems.withLock { $0 }.isEmpty)
            #expect(good.load(ordering: .relaxed) == 4)
            #expect((1...4).contains(calls()))
            #expect(contents(cache).count == 1 && contents(cache).allSatisfy { $0.hasSuffix(".so") })
        }
    }

    @Test func `a compiler that fails is named, and nothing is left in the cache`() throws {
        try withFolder { cache, _, _ in
            let compiler = try NativeCompiler(
                environment: Compiled.environment(cache: cache, compiler: "/bin/false"))
            let program = try program(4)
            let failure = #expect(throws: NativeCompiler.Unavailable.self) { try compiler.backend(for: program) }
            guard case .failed(let name, let message)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(name == "false" && message == "exit status 1")
            #expect(contents(cache).isEmpty)
        }
    }

    @Test(arguments: ["/nowhere/clang", "clang", "/etc/passwd"])
    func `a compiler that is not there is said to be missing`(chosen: String) {
        let failure = #expect(throws: NativeCompiler.Unavailable.self) {
            try NativeCompiler(environment: ["LIVINGDRUG_CC": chosen, "PATH": "/usr/bin:/bin"])
        }
        guard case .noCompiler? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(failure?.description.contains("LIVINGDRUG_CC") == true)
    }

    @Test func `the cache folder is its owner's alone`() throws {
        try withFolder { cache, counting, _ in
            _ = try NativeCompiler(environment: Compiled.environment(cache: cache, compiler: counting))
                .backend(for: program(5))
            let permissions = try FileManager.default.attributesOfItem(atPath: cache.path)[.posixPermissions]
            #expect(permissions as? Int == 0o700)
        }
    }

    @Test func `a cache that cannot be written is reported`() throws {
        try withFolder { cache, counting, _ in
            try Data().write(to: cache)
            let compiler = try NativeCompiler(environment: Compiled.environment(cache: cache, compiler: counting))
            let program = try program(6)
            let failure = #expect(throws: NativeCompiler.Unavailable.self) { try compiler.backend(for: program) }
            #expect(failure?.description.contains("cannot be written") == true)
        }
    }

    /// Cut in another folder than the one that it was loaded from: what is loaded is not read again.
    @Test(arguments: [0.0, 0.001])
    func `a library cut short is removed and reported, and made anew the next time`(part: Double) throws {
        try withFolder { cache, counting, calls in
            let program = try program(7 + part)
            _ = try NativeCompiler(environment: Compiled.environment(cache: cache, compiler: counting))
                .backend(for: program)
            let name = try #require(contents(cache).first)
            let second = cache.deletingLastPathComponent().appending(path: "second")
            try FileManager.default.createDirectory(at: second, withIntermediateDirectories: true)
            let whole = try Data(contentsOf: cache.appending(path: name))
            try whole.prefix(Int(part * Double(whole.count))).write(to: second.appending(path: name))
            let compiler = try NativeCompiler(environment: Compiled.environment(cache: second, compiler: counting))
            let failure = #expect(throws: NativeCompiler.Unavailable.self) { try compiler.backend(for: program) }
            guard case .unusable? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(contents(second).isEmpty)
            #expect(try isCompiled(compiler.backend(for: program), program))
            #expect(calls() == 2)
        }
    }

    @Test func `models with a past and very large ones are left to the interpreter`() throws {
        let program = try Program(Model("past", rates: [("y", 1, "-delay(y, 1)")]))
        let compiler = try NativeCompiler(environment: Compiled.environment())
        let failure = #expect(throws: NativeCompiler.Unavailable.self) { try compiler.backend(for: program) }
        guard case .unsuited? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }
}
