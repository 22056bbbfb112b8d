import Care
import Foundation
import Testing

@testable import FHIR

/// Writes bundles for other programs to read: `scripts/check-fhir` sets the folder. Without one nothing is written, and
/// the tests below still hold.
enum ExportedBundles {
    static var folder: URL? {
        ProcessInfo.processInfo.environment["LIVINGDRUG_FHIR_OUT"].map {
            URL(filePath: $0, directoryHint: .isDirectory)
        }
    }

    /// Journals of the simulator as NDJSON, if the script made some.
    static var journals: [URL] {
        guard let folder = ProcessInfo.processInfo.environment["LIVINGDRUG_JOURNALS"] else { return [] }
        let files = try? FileManager.default.contentsOfDirectory(
            at: URL(filePath: folder, directoryHint: .isDirectory), includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "ndjson" }.sorted { $0.path < $1.path }
    }

    static func write(_ bundle: FHIRResource, as name: String) throws {
        guard let folder else { return }
        try bundle.data.write(to: folder.appending(path: "\(name).json"))
    }
}
