import Foundation
import Mustache

/// A page could not be made: a fault of the installation, never of what was asked for.
public struct PageFault: Error, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String
}

/// The templates of all pages, read and compiled once.
enum Templates {
    private static let library: Result<MustacheLibrary, PageFault> = Result { try load() }.mapError { error in
        error as? PageFault ?? PageFault(description: "the templates cannot be read: \(error)")
    }

    /// Renders a template. Every value is escaped by the template's own tags.
    static func render(_ name: String, _ fields: Fields) throws(PageFault) -> String {
        guard let text = try library.get().render(fields, withTemplate: name) else {
            throw PageFault(description: "there is no template '\(name)'; install the resources of Pages again")
        }
        return text
    }

    /// Names of all templates.
    static func names() throws -> [String] { try files().map(\.name) }

    private static func load() throws -> MustacheLibrary {
        var templates: [String: MustacheTemplate] = [:]
        for (name, url) in try files() {
            do {
                templates[name] = try MustacheTemplate(string: String(contentsOf: url, encoding: .utf8))
            } catch {
                throw PageFault(description: "\(name).mustache: \(error)")
            }
        }
        return MustacheLibrary(templates: templates)
    }

    private static func files() throws -> [(name: String, url: URL)] {
        guard let folder = Bundle.module.url(forResource: "Templates", withExtension: nil) else {
            throw PageFault(description: "the folder of templates is missing beside the program; install it again")
        }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "mustache" }
            .map { ($0.deletingPathExtension().lastPathComponent, $0) }
            .sorted { $0.0 < $1.0 }
    }
}
