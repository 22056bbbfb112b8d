import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// Style sheet, module, icon and charting library: the same for everybody, kept by browsers for ever where the name
/// changes with the content.
struct AssetRoutes: Sendable {
    let shelf: Shelf

    func register(on router: Router<CentreContext>) {
        for asset in (try? Assets.all()) ?? [] {
            add(asset.path, asset.bytes, asset.contentType, "public, max-age=31536000, immutable", to: router)
        }
        let library = shelf.root.appendingPathComponent(".tools/plotly/plotly.min.js")
        if let data = try? Data(contentsOf: library) {
            add(Assets.plotly, Array(data), "text/javascript; charset=utf-8", "public, max-age=86400", to: router)
        }
    }

    /// Whether the charting library is there.
    var hasPlotly: Bool {
        FileManager.default.fileExists(atPath: shelf.root.appendingPathComponent(".tools/plotly/plotly.min.js").path)
    }

    private func add(
        _ path: String, _ bytes: [UInt8], _ type: String, _ keep: String, to router: Router<CentreContext>
    ) {
        let buffer = ByteBuffer(bytes: bytes)
        router.get(RouterPath(path)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: type, .cacheControl: keep], body: .init(byteBuffer: buffer))
        }
    }
}
