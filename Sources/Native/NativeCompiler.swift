import Dynamics
import Foundation

/// Compiles programs for the processor at hand with the C compiler at hand, and keeps what it compiled.
///
/// A compiled program lies in the cache under a name made of its text, the compiler and the flags, so that nothing
/// stale is ever loaded; it is written under another name first and then renamed, so that any number of processes may
/// do the same at once.
public struct NativeCompiler: Sendable {
    /// Why a program is not compiled. The portable backend runs it all the same.
    public enum Unavailable: Error, Sendable, CustomStringConvertible {
        /// There is no compiler.
        case noCompiler
        /// The program is better left to the interpreter.
        case unsuited(String)
        /// The compiler failed.
        case failed(compiler: String, message: String)
        /// The result could not be loaded or written.
        case unusable(String)

        /// What is missing and what that means.
        public var description: String {
            switch self {
            case .noCompiler:
                "no C compiler was found (clang, gcc or cc on the PATH, or clang beside swift), so the equations are "
                    + "interpreted: the same results, more slowly. Install clang, or set LIVINGDRUG_CC."
            case .unsuited(let why): "the equations are interpreted: \(why)"
            case .failed(let compiler, let message):
                "\(compiler) could not compile the equations, so they are interpreted: \(message)"
            case .unusable(let why): "the compiled equations cannot be used, so they are interpreted: \(why)"
            }
        }
    }

    private let compiler: URL
    private let cache: URL

    /// The compiler at hand: `LIVINGDRUG_CC`, or clang, gcc or cc on the PATH, or clang beside the Swift toolchain. The
    /// cache is `LIVINGDRUG_CACHE`, or `livingdrug` in the user's cache folder.
    /// - Throws: `Unavailable.noCompiler`.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Unavailable) {
        guard let compiler = Self.find(environment) else { throw .noCompiler }
        self.compiler = compiler
        cache = Self.cacheFolder(environment)
    }

    private static func find(_ environment: [String: String]) -> URL? {
        let files = FileManager.default
        if let chosen = environment["LIVINGDRUG_CC"], !chosen.isEmpty {
            return chosen.contains("/") && files.isExecutableFile(atPath: chosen) ? URL(filePath: chosen) : nil
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        let toolchains = folders.map {
            $0.appending(path: "swift").resolvingSymlinksInPath().deletingLastPathComponent()
        }
        for name in ["clang", "gcc", "cc"] {
            for folder in folders + toolchains {
                let candidate = folder.appending(path: name)
                if files.isExecutableFile(atPath: candidate.path) { return candidate }
            }
        }
        return nil
    }

    private static func cacheFolder(_ environment: [String: String]) -> URL {
        if let chosen = environment["LIVINGDRUG_CACHE"], !chosen.isEmpty { return URL(filePath: chosen) }
        if let base = environment["XDG_CACHE_HOME"], !base.isEmpty {
            return URL(filePath: base).appending(path: "livingdrug")
        }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
        return home.appending(path: ".cache/livingdrug")
    }

    /// A backend for this program, from the cache or newly compiled. What is loaded stays loaded.
    /// - Throws: `Unavailable`; nothing half-written stays behind.
    public func backend(for program: Program) throws(Unavailable) -> Backend {
        guard program.delayCount == 0 else { throw .unsuited("the model uses 'delay', which needs the past") }
        guard program.isCompilable else {
            throw .unsuited("the model has \(program.operationCount) operations, too many to compile in good time")
        }
        let source = program.kernelSource
        // Very long functions are compiled with less effort: what the optimiser does to them grows faster than they.
        let flags =
            [program.operationCount > 8_000 ? "-O1" : "-O2"]
            + ["-march=native", "-ffp-contract=off", "-fno-math-errno", "-std=gnu11", "-fPIC", "-shared", "-w"]
        let key = ContentKey.of([compiler.path, Self.version(of: compiler), flags.joined(separator: " "), source])
        let library = cache.appending(path: "\(key).so")
        if !FileManager.default.fileExists(atPath: library.path) {
            try compile(source, flags, to: library)
        }
        return try Self.load(library)
    }

    private func compile(_ source: String, _ flags: [String], to library: URL) throws(Unavailable) {
        let own = "\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"
        let text = cache.appending(path: "\(own).c")
        let part = cache.appending(path: "\(own).part")
        defer {
            try? FileManager.default.removeItem(at: text)
            try? FileManager.default.removeItem(at: part)
        }
        do {
            // Code is run from here: nobody else may write in it.
            try FileManager.default.createDirectory(
                at: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(source.utf8).write(to: text)
        } catch {
            throw .unusable("the cache folder cannot be written (\(error.localizedDescription))")
        }
        let result = ChildProcess.run(compiler.path, flags + ["-o", part.path, text.path, "-lm"])
        guard result.status == 0 else {
            let message = result.errors.split(separator: "\n").first.map(String.init) ?? "exit status \(result.status)"
            throw .failed(compiler: compiler.lastPathComponent, message: message)
        }
        guard rename(part.path, library.path) == 0 else { throw .unusable("the cache folder cannot be written") }
    }

    /// What the compiler says it is: another version makes other code.
    private static func version(of compiler: URL) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: compiler.resolvingSymlinksInPath().path)
        let size = attributes?[.size] as? Int ?? 0
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(size) \(date) \(Processor.name)"
    }

    private static func load(_ library: URL) throws(Unavailable) -> Backend {
        // A file cut short by a full disk or a copy would end the process when its missing pages are touched.
        guard LibraryFile.isWhole(library) else {
            try? FileManager.default.removeItem(at: library)
            throw .unusable("the file in the cache was cut short; it was removed, so the next run compiles it anew")
        }
        guard let handle = dlopen(library.path, RTLD_NOW | RTLD_LOCAL) else {
            // A file cut short by a full disk must not be found again.
            try? FileManager.default.removeItem(at: library)
            throw .unusable(dlerror().map { String(cString: $0) } ?? "it cannot be loaded")
        }
        guard let advance = dlsym(handle, "ld_model_advance"), let commit = dlsym(handle, "ld_model_commit"),
            let interpolate = dlsym(handle, "ld_model_interpolate"), let triggers = dlsym(handle, "ld_model_triggers")
        else { throw .unusable("it lacks a function") }
        return Backend(advance: advance, commit: commit, interpolate: interpolate, triggers: triggers)
    }
}
