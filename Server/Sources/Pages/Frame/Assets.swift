import Foundation

/// A file that pages refer to, under a name that changes with its content, so that browsers may keep it for ever.
public struct Asset: Sendable {
    /// Path on the server (for example `/assets/pages-1f0c….css`).
    public let path: String
    /// Media type.
    public let contentType: String
    /// Content.
    public let bytes: [UInt8]
}

/// The style sheet, the module and what else the pages refer to.
public enum Assets {
    /// Where the charting library is served, if it is installed.
    public static let plotly = "/assets/plotly.min.js"

    /// All of them, for the server.
    public static func all() throws -> [Asset] { [try style, try module, try icon] }

    /// The style sheet.
    static var style: Asset { get throws { try loadedStyle.get() } }
    /// The icon of the browser's tab.
    static var icon: Asset { get throws { try loadedIcon.get() } }
    /// The ES module.
    static var module: Asset { get throws { try loadedModule.get() } }

    private static let loadedStyle = load("pages", "css", "text/css; charset=utf-8")
    private static let loadedModule = load("pages", "js", "text/javascript; charset=utf-8")

    private static let loadedIcon = load("pages", "svg", "image/svg+xml")

    private static func load(_ name: String, _ kind: String, _ contentType: String) -> Result<Asset, PageFault> {
        guard let folder = Bundle.module.url(forResource: "Assets", withExtension: nil),
            let data = try? Data(contentsOf: folder.appendingPathComponent("\(name).\(kind)"))
        else {
            return .failure(PageFault(description: "\(name).\(kind) is missing beside the program; install it again"))
        }
        let bytes = [UInt8](data)
        let path = "/assets/\(name)-\(fingerprint(bytes)).\(kind)"
        return .success(Asset(path: path, contentType: contentType, bytes: bytes))
    }

    /// FNV-1a, 64 bits: it tells versions apart, and guards nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
