import Care
import Catalogue
import Foundation
import Testing
import Therapy

/// A folder that is removed with the test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("shelf-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func folder(_ path: String) throws -> URL {
        let folder = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    func file(_ path: String, _ content: Data = Data()) throws -> URL {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file)
        return file
    }

    /// Makes a data root.
    func root(_ path: String) throws -> URL {
        try folder(path + "/Evidence/studies")
        try folder(path + "/Models")
        return url.appendingPathComponent(path)
    }
}

@Suite("Finding the data")
struct ShelfTests {
    let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    @Test("A named folder is taken, even if the current one would do")
    func explicit() throws {
        let named = try temporary.root("named")
        let current = try temporary.root("current")
        let shelf = try Shelf.find(explicit: named.path, current: current.path)
        #expect(shelf.root.path == named.path)
    }

    @Test("A named folder without data is refused; nothing else is tried")
    func explicitWrong() throws {
        let current = try temporary.root("current")
        let empty = try temporary.folder("empty")
        let error = #expect(throws: ShelfNotFound.self) {
            try Shelf.find(explicit: empty.path, current: current.path)
        }
        #expect(error?.description.contains("LIVINGDRUG_DATA") == true)
        #expect(error?.looked == [empty.path])
    }

    @Test("The folder above the program comes before the current one; a link to the program is followed")
    func executable() throws {
        let root = try temporary.root("checkout")
        let current = try temporary.root("current")
        let program = try temporary.file("checkout/.build/release/livingdrug")
        let link = try temporary.folder("bin").appendingPathComponent("livingdrug")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program)
        for path in [program.path, link.path] {
            #expect(try Shelf.find(executable: path, current: current.path).root.path == root.path)
        }
    }

    @Test("An installed program finds share/livingdrug beside its bin")
    func installed() throws {
        let root = try temporary.root("usr/share/livingdrug")
        let program = try temporary.file("usr/bin/livingdrug")
        let elsewhere = try temporary.folder("elsewhere")
        #expect(try Shelf.find(executable: program.path, current: elsewhere.path).root.path == root.path)
    }

    @Test("Else the current folder and those above it")
    func current() throws {
        let root = try temporary.root("checkout")
        let deep = try temporary.folder("checkout/docs/pictures")
        #expect(try Shelf.find(current: deep.path).root.path == root.path)
        #expect(throws: ShelfNotFound.self) { try Shelf.find(current: temporary.url.path) }
    }

    @Test("Studies without models, or a file where a folder should be, is not a data root")
    func incomplete() throws {
        let folder = try temporary.folder("half/Evidence/studies").deletingLastPathComponent()
            .deletingLastPathComponent()
        #expect(throws: ShelfNotFound.self) { try Shelf(root: folder) }
        _ = try temporary.file("half/Models")
        #expect(throws: ShelfNotFound.self) { try Shelf(root: folder) }
    }

    @Test("A model is a folder with an SBML file; the file of the folder's name is preferred")
    func models() throws {
        let root = try temporary.root("data")
        let body = try temporary.file("data/Models/body/body.xml")
        _ = try temporary.file("data/Models/body/alternative.xml")
        let decay = try temporary.file("data/Models/decay/first-order.xml")
        _ = try temporary.file("data/Models/notes/README.md")
        let shelf = try Shelf(root: root)
        #expect(shelf.models == ["body", "decay"])
        #expect(try shelf.model("body").path == body.path)
        #expect(try shelf.model("decay").path == decay.path)
        let error = #expect(throws: UnknownName.self) { try shelf.model("bdoy") }
        #expect(error?.nearMatches == ["body"])
    }

    @Test("Bytes that are not UTF-8 are refused with their line")
    func encoding() throws {
        let root = try temporary.root("data")
        _ = try temporary.file("data/Evidence/policies/latin.yaml", Data("id: latin\ntitle: \"na".utf8) + [0xEF, 0x22])
        let faults = try problems { try Shelf(root: root).policy("latin") }
        #expect(faults.first?.line == 2)
        #expect(faults.first?.expected == "UTF-8 text")
    }

    @Test("A policy of the user's own is read from any path; a path that is not there is refused")
    func ownPolicy() throws {
        let text = try shippedText("Evidence/policies/asco-2021.yaml")
        let file = try temporary.file("mine.yaml", Data(text.utf8))
        let shelf = try #require(shipped)
        #expect(try shelf.policy(at: file.path).id == "asco-2021")
        let missing = temporary.url.appendingPathComponent("none.yaml").path
        let faults = try problems { try shelf.policy(at: missing) }
        #expect(faults.first?.file == missing)
        #expect(faults.first?.remedy.contains("path") == true)
    }
}

@Suite("Parameters of the body")
struct BodyParameterTests {
    static let text = """
        rho: {value: 0.8, unit: 1/d, meaning: growth rate of CAR-T cells, cv: 0.3, origin: assumed, source: "assumed: x"}
        escape: {value: 1.0e-4, unit: "1", meaning: share of antigen-negative cells, bounded: true, origin: fitted, source: calibrate}
        """

    @Test("Values, spreads and origins are read by identifier")
    func reads() throws {
        let parameters = try Shelf.bodyParameters(from: Self.text, file: "parameters.yaml")
        #expect(parameters["rho"]?.value == 0.8)
        #expect(parameters["rho"]?.cv == 0.3)
        #expect(parameters["escape"]?.origin == .fitted)
        #expect(parameters["escape"]?.bounded == true)
    }

    @Test(
        "Faults name the parameter and its line",
        arguments: [
            ("cv: 0.3", "cv: -1", "rho.cv", 1), ("value: 1.0e-4", "value: 2", "escape.value", 2),
            ("unit: 1/d", "unit: per day", "rho.unit", 1), ("origin: fitted", "origin: fittd", "escape.origin", 2),
            ("meaning: growth rate of CAR-T cells", "meaning: \" \"", "rho.meaning", 1),
            ("source: calibrate", "sauce: calibrate", "escape.sauce", 2),
        ])
    func faults(passage: String, replacement: String, field: String, line: Int) throws {
        let text = Self.text.replacingOccurrences(of: passage, with: replacement)
        let faults = try problems { try Shelf.bodyParameters(from: text, file: "parameters.yaml") }
        #expect(faults.map(\.field) == [field])
        #expect(faults.map(\.line) == [line])
    }

    @Test("A product may change a parameter that the body has, and no other")
    func differences() throws {
        let file = "Evidence/products/tisagenlecleucel.yaml"
        func faults(naming parameter: String) throws -> [CatalogueError.Problem] {
            let value = "{value: 1, unit: 1/d, origin: assumed, source: x}"
            let text = try product(file, body: "{\(parameter): \(value)}")
            return try problems {
                try Shelf.product(from: text, file: file, parameters: ["rho", "escape"])
            }
        }
        #expect(try faults(naming: "escape").isEmpty)
        let unknown = try faults(naming: "escpae")
        #expect(unknown.map(\.field) == ["body.escpae"])
        #expect(unknown.first?.remedy == "Did you mean escape?")
    }
}
