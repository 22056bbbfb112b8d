import Foundation

// Runs cases of the SBML Test Suite and prints a line for each that did not pass, then the counts. Exit status 0 if none
// failed (a refusal is not a failure), 1 if one did, 2 if there was nothing to run.

func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("conformance: \(message)\n".utf8))
    exit(2)
}

let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first, arguments.count >= 1 else {
    stop("give the folder that holds the cases (folders named 00001, 00002 …), and the cases to run if not all")
}
let chosen = Set(arguments.dropFirst())
let files = FileManager.default
var folders = ((try? files.contentsOfDirectory(at: URL(filePath: path), includingPropertiesForKeys: nil)) ?? [])
    .filter { $0.lastPathComponent.count == 5 && Int($0.lastPathComponent) != nil }
if !chosen.isEmpty { folders.removeAll { !chosen.contains($0.lastPathComponent) } }
guard !folders.isEmpty else { stop("\(path) holds no cases: unpack sbml-cases.tar.xz and give the folder it makes") }

var counts = (passed: 0, failed: 0, refused: 0)
for folder in folders.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
    do {
        switch try ConformanceCase(folder: folder).judge() {
        case .passed: counts.passed += 1
        case .failed(let why):
            counts.failed += 1
            print("\(folder.lastPathComponent) failed: \(why)")
        case .refused(let what):
            counts.refused += 1
            print("\(folder.lastPathComponent) refused: \(what)")
        }
    } catch {
        counts.failed += 1
        print("\(folder.lastPathComponent) failed: \(error)")
    }
}
print("\(counts.passed) passed, \(counts.failed) failed, \(counts.refused) refused")
exit(counts.failed == 0 ? 0 : 1)
