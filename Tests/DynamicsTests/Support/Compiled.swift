import Foundation
import Native
import Testing

@testable import Dynamics

/// The compiled back end, where there is a compiler, with a cache that nothing else uses.
enum Compiled {
    static let cache = FileManager.default.temporaryDirectory
        .appending(path: "livingdrug-tests-\(ProcessInfo.processInfo.processIdentifier)")

    /// The environment with another cache, and another compiler if one is given.
    static func environment(cache: URL = cache, compiler: String? = nil) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["LIVINGDRUG_CACHE"] = cache.path
        if let compiler { environment["LIVINGDRUG_CC"] = compiler }
        return environment
    }

    static let isAvailable = (try? NativeCompiler(environment: environment())) != nil
    static let why: Comment = "there is no C compiler"

    static func backend(_ program: Program) throws -> Backend {
        try NativeCompiler(environment: environment()).backend(for: program)
    }
}
